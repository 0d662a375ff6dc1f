package openset.acquirer;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.LinkConfig;
import openset.iso8583.LinkEvents;
import openset.iso8583.host.CardNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The BIN table and one link to each institution in it, the clearing house included. */
final class Routes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

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
              LinkConfig.to(name, peer.host(), peer.port(), own).with(acquirer.tap());
          return IsoLink.open(config, clock, new Alarms(name));
        });
  }

  /** The issuer of a card. */
  Optional<String> issuer(CardNumber card) {
    return byLength.stream()
        .filter(route -> card.startsWith(route.bin()))
        .map(route -> route.issuer().institution())
        .findFirst();
  }

  /** The link to an institution of the table; an effect of an older table may name no more. */
  Optional<IsoLink> link(String institution) {
    return Optional.ofNullable(links.get(institution));
  }

  @Override
  public void close() {
    links.values().forEach(IsoLink::close);
  }

  /** Writes down what no request waits for. An unanswered authorization is reversed already. */
  private record Alarms(String link) implements LinkEvents {
    @Override
    public void late(IsoMessage request, IsoMessage answer) {
      LOG.warn("{}: late {} to STAN {}: ignored", link, answer.mti(), stan(request));
    }

    @Override
    public void duplicate(IsoMessage answer) {
      LOG.warn("{}: second {} to STAN {}: ignored", link, answer.mti(), stan(answer));
    }

    @Override
    public void mismatch(IsoMessage request, IsoMessage answer, int field) {
      LOG.error("{}: {} contradicts STAN {} in {}", link, answer.mti(), stan(request), field);
    }

    @Override
    public void unexpected(IsoMessage message) {
      LOG.error("{}: {} that answers nothing: refused", link, message.mti());
    }

    private static String stan(IsoMessage message) {
      return message.text(11).orElse("none");
    }
  }
}
