package openset.clearing;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import openset.iso8583.IsoLink;
import openset.iso8583.LinkAlarms;
import openset.iso8583.LinkConfig;

/** The members and one link to each. */
final class Banks implements AutoCloseable {
  private final Map<String, IsoLink> links = new TreeMap<>();
  private final Set<String> byFile = new TreeSet<>();

  Banks(ClearingConfig config, InstantSource clock) {
    for (ClearingConfig.Bank bank : config.banks()) {
      String name = "clearing-" + bank.institution();
      LinkConfig link =
          LinkConfig.to(name, bank.host(), bank.port(), config.institution())
              .with(config.tap())
              .with(bank.terms());
      IsoLink open = IsoLink.open(link, clock, new LinkAlarms(name));
      IsoLink before = links.put(bank.institution(), open);
      if (bank.delivery() == ClearingConfig.Delivery.FILES) byFile.add(bank.institution());
      if (before != null) throw new IllegalArgumentException("twice: " + bank.institution());
    }
  }

  /** True when a request under this number waits for an answer on any link. */
  boolean uses(int stan) {
    return links.values().stream().anyMatch(link -> link.uses(stan));
  }

  Set<String> institutions() {
    return links.keySet();
  }

  /** Those that take their items by file. */
  Set<String> takingFiles() {
    return Set.copyOf(byFile);
  }

  /** Whether a bank takes its items by file, not one by one. */
  boolean takesFiles(String institution) {
    return byFile.contains(institution);
  }

  Optional<IsoLink> link(String institution) {
    return Optional.ofNullable(links.get(institution));
  }

  @Override
  public void close() {
    links.values().forEach(IsoLink::close);
  }
}
