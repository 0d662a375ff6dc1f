package openset.acquirer;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.iso8583.IsoLink;
import openset.iso8583.LinkAlarms;
import openset.iso8583.LinkConfig;
import openset.iso8583.host.CardNumber;

/** The BIN table and one link to each institution in it, the clearing house included. */
final class Routes implements AutoCloseable {
  private final List<AcquirerConfig.Route> byLength;
  private final Map<String, IsoLink> links = new LinkedHashMap<>();

  Routes(AcquirerConfig config, InstantSource clock) {
    this.byLength =
        config.issuers().stream()
            .sorted(Comparator.comparing(route -> -route.bin().length()))
            .toList();
    open(config, config.clearing(), clock);
    for (AcquirerConfig.Route route : config.issuers()) open(config, route.issuer(), clock);
  }

  private void open(AcquirerConfig acquirer, AcquirerConfig.Peer peer, InstantSource clock) {
    String own = acquirer.institution();
    links.computeIfAbsent(
        peer.institution(),
        institution -> {
          String name = own + "-" + institution;
          LinkConfig config =
              LinkConfig.to(name, peer.host(), peer.port(), own)
                  .with(acquirer.tap())
                  .with(peer.terms());
          return IsoLink.open(config, clock, new LinkAlarms(name));
        });
  }

  /** The line of the BIN table for a card. */
  Optional<AcquirerConfig.Route> route(CardNumber card) {
    return byLength.stream().filter(route -> card.startsWith(route.bin())).findFirst();
  }

  /** The link to an institution of the table; an effect of an older table may name no more. */
  Optional<IsoLink> link(String institution) {
    return Optional.ofNullable(links.get(institution));
  }

  /** True when a request under this number waits for an answer on any link. */
  boolean uses(int stan) {
    return links.values().stream().anyMatch(link -> link.uses(stan));
  }

  @Override
  public void close() {
    links.values().forEach(IsoLink::close);
  }
}
