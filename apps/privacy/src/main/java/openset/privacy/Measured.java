package openset.privacy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openset.privacy.promise.Part;
import openset.privacy.promise.Promises;
import openset.privacy.promise.Sight;
import openset.privacy.promise.Thing;

/**
 * What was measured.
 *
 * @param purchases whose traces were looked for
 * @param rows everybody who was looked at
 * @param effort what was read, and how long that took
 */
public record Measured(List<Purchase> purchases, List<Line> rows, Effort effort) {
  public Measured {
    purchases = List.copyOf(purchases);
    rows = List.copyOf(rows);
  }

  /**
   * What one has.
   *
   * @param sights the most that was seen of each thing
   * @param breaches what should not be there, or not like that
   */
  public record Line(
      String name, String title, Part part, Map<Thing, Sight> sights, List<Finding> breaches) {
    public Line {
      sights = Map.copyOf(sights);
      breaches = List.copyOf(breaches);
    }

    /** How far it sees {@code thing}. */
    public Sight sees(Thing thing) {
      return sights.getOrDefault(thing, Sight.NOT);
    }

    /** Whether it sees more of {@code thing} than was promised. */
    public boolean breaks(Thing thing) {
      return breaches.stream().anyMatch(breach -> breach.thing() == thing);
    }
  }

  /** How many values of databases, lines of logs and octets of files were read. */
  public record Effort(long values, long logLines, long fileOctets, Duration time) {}

  /** Everything that breaks a promise. */
  public List<Finding> breaches() {
    return rows.stream().flatMap(line -> line.breaches().stream()).toList();
  }

  /**
   * Where the meter saw less than must be there, as sentences; a meter that is blind there has
   * measured nothing.
   */
  public List<String> blind() {
    List<String> blind = new ArrayList<>();
    for (Part part : Part.values()) {
      List<Line> playing =
          rows.stream()
              .filter(line -> line.part() == part && line.sees(Thing.PURCHASE) != Sight.NOT)
              .toList();
      if (playing.isEmpty()) continue;
      for (Thing thing : Thing.values()) {
        Promises.least(part, thing)
            .filter(least -> isLookedFor(thing))
            .filter(least -> playing.stream().allMatch(line -> least.exceeds(line.sees(thing))))
            .ifPresent(least -> blind.add(part + " " + thing));
      }
    }
    return blind;
  }

  private boolean isLookedFor(Thing thing) {
    return thing != Thing.CARD_NUMBER
        || purchases.stream().anyMatch(purchase -> purchase.charged().isPresent());
  }

  /** Whether every promise holds and the meter saw what it must. */
  public boolean holds() {
    return breaches().isEmpty() && blind().isEmpty();
  }
}
