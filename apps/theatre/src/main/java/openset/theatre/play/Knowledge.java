package openset.theatre.play;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import openset.theatre.cast.Lane;
import openset.theatre.tree.Node;
import openset.theatre.tree.Segment;

/**
 * Who could know what, and since which message: what reaches a participant counts from there on,
 * whoever had the key before.
 */
final class Knowledge {
  private final Map<Fact, Map<Lane, List<Since>>> known = new EnumMap<>(Fact.class);

  /** How a participant has something; the later ones tell more. */
  enum How {
    /** Has a digest of it. */
    DIGEST,
    /** Carries it and cannot open it. */
    CARRIES,
    /** Could read it. */
    READS;

    /** How it is called in JSON. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Since when a participant has something.
   *
   * @param act the number of the message
   */
  record Since(int act, How how) {}

  /** Takes in the message of that number. */
  void take(int number, Act act, List<Segment> segments) {
    for (Segment segment : segments) {
      walk(segment.root(), number, segment.readers(), Set.of(act.from().lane(), act.to().lane()));
    }
  }

  private void walk(Node node, int number, Set<Lane> readers, Set<Lane> ends) {
    Fact.of(node)
        .ifPresent(
            fact -> {
              for (Lane end : ends) {
                add(fact, end, number, readers.contains(end) ? How.READS : How.CARRIES);
              }
            });
    Fact.digestedIn(node)
        .ifPresent(
            fact -> {
              for (Lane end : ends) {
                if (readers.contains(end)) add(fact, end, number, How.DIGEST);
              }
            });
    for (Node part : node.parts()) walk(part, number, readers, ends);
  }

  private void add(Fact fact, Lane lane, int number, How how) {
    List<Since> all =
        known
            .computeIfAbsent(fact, _ -> new EnumMap<>(Lane.class))
            .computeIfAbsent(lane, _ -> new ArrayList<>());
    boolean more = all.isEmpty() || all.getLast().how().compareTo(how) < 0;
    if (!more) return;
    if (!all.isEmpty() && all.getLast().act() == number) all.removeLast();
    all.add(new Since(number, how));
  }

  /** All of it: for each fact and participant, from which message on it has it how. */
  Map<Fact, Map<Lane, List<Since>>> all() {
    return known;
  }
}
