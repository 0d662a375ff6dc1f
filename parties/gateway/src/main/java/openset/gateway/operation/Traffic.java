package openset.gateway.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What passed in a time, step by step.
 *
 * @param first when the first step began
 * @param kinds by side and message, over the whole time
 * @param steps each kind of each step in which there was any
 */
public record Traffic(Span span, Instant first, List<Times> kinds, List<Times> steps) {
  /** Copies. */
  public Traffic {
    kinds = List.copyOf(kinds);
    steps = List.copyOf(steps);
  }

  private record Kind(Instant at, String side, String message) {}

  /** Puts together what lies within the time up to now. */
  public static Traffic of(Span span, Instant now, Collection<Times> all) {
    Instant first = span.first(now);
    Map<Kind, Times> kinds = new LinkedHashMap<>();
    Map<Kind, Times> steps = new LinkedHashMap<>();
    for (Times each : all) {
      if (each.at().isBefore(first)) continue;
      Times whole = each.as(first, each.side(), each.message());
      Times step = each.as(span.begin(each.at()), each.side(), each.message());
      kinds.merge(kind(whole), whole, Times::and);
      steps.merge(kind(step), step, Times::and);
    }
    return new Traffic(span, first, sorted(kinds), sorted(steps));
  }

  private static Kind kind(Times times) {
    return new Kind(times.at(), times.side(), times.message());
  }

  private static List<Times> sorted(Map<Kind, Times> all) {
    List<Times> sorted = new ArrayList<>(all.values());
    sorted.sort(
        Comparator.comparing(Times::at)
            .thenComparing(each -> !each.side().equals(Times.SET))
            .thenComparing(Times::side)
            .thenComparing(Times::message));
    return sorted;
  }

  /** The kinds of a side put together, step by step; steps without any are there too, empty. */
  public List<Times> of(String side) {
    Map<Instant, Times> whole = new TreeMap<>();
    for (int i = 0; i < span.steps(); i++) {
      Instant at = first.plus(span.step().multipliedBy(i));
      whole.put(at, Times.none(at, side, ""));
    }
    for (Times each : steps) {
      if (isOf(each, side)) whole.merge(each.at(), each, Times::and);
    }
    return List.copyOf(whole.values());
  }

  /** Whether it is of that side: merchants on one, all acquirers on the other. */
  public static boolean isOf(Times each, String side) {
    return each.side().equals(Times.SET) == side.equals(Times.SET);
  }
}
