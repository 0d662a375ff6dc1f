package openset.clearing;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import openset.iso8583.IsoLink;
import openset.iso8583.LinkAlarms;
import openset.iso8583.LinkConfig;

/** The members and one link to each. */
final class Banks implements AutoCloseable {
  private final Map<String, IsoLink> links = new TreeMap<>();

  Banks(ClearingConfig config, InstantSource clock) {
    for (ClearingConfig.Bank bank : config.banks()) {
      String name = "clearing-" + bank.institution();
      LinkConfig link =
          LinkConfig.to(name, bank.host(), bank.port(), config.institution())
              .with(config.tap());
      IsoLink open = IsoLink.open(link, clock, new LinkAlarms(name));
      IsoLink before = links.put(bank.institution(), open);
      if (before != null) throw new IllegalArgumentException("twice: " + bank.institution());
    }
  }

  Set<String> institutions() {
    return links.keySet();
  }

  Optional<IsoLink> link(String institution) {
    return Optional.ofNullable(links.get(institution));
  }

  @Override
  public void close() {
    links.values().forEach(IsoLink::close);
  }
}
