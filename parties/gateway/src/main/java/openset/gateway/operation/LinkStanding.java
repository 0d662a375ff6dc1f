package openset.gateway.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A host link with its past, and what waits for it.
 *
 * @param day what happened within the last 24 hours
 * @param ever what is known of all times; the detail is that of the last time
 * @param waiting what waits to be acknowledged, by type
 */
public record LinkStanding(
    LinkNow now,
    Map<LinkEvent, Tally> day,
    Map<LinkEvent, Tally> ever,
    List<Waiting> waiting) {
  /** Copies. */
  public LinkStanding {
    day = Map.copyOf(day);
    ever = Map.copyOf(ever);
    waiting = List.copyOf(waiting);
  }

  /** How often it happened within the last 24 hours. */
  public long today(LinkEvent event) {
    return Optional.ofNullable(day.get(event)).map(Tally::count).orElse(0L);
  }

  /** When and how it happened last. */
  public Optional<Tally> last(LinkEvent event) {
    return Optional.ofNullable(ever.get(event));
  }

  /** Messages that were refused within the last 24 hours. */
  public long refused() {
    return today(LinkEvent.MISMATCH) + today(LinkEvent.UNEXPECTED) + today(LinkEvent.MALFORMED);
  }

  /** How many messages wait. */
  public long queued() {
    return waiting.stream().mapToLong(Waiting::count).sum();
  }
}
