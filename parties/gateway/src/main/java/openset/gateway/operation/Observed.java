package openset.gateway.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openset.conduct.Effect;
import openset.conduct.Refusals;

/**
 * What the gateway saw since it was last written down. Counted in memory, so that nobody who waits
 * for an answer waits for it; what is here is lost if the process is killed. Safe for many threads.
 */
public final class Observed implements Refusals {
  private final InstantSource clock;
  private final Map<Hourly<Breach>, Tally> breaches = new HashMap<>();
  private final Map<Hourly<OnLink>, Tally> links = new HashMap<>();
  private final Map<Minute, Times> traffic = new HashMap<>();

  /** What happened on a link, as it is counted. */
  public record OnLink(String link, LinkEvent event) {}

  /** Something counted within an hour, which began at that instant. */
  public record Hourly<W>(W what, Instant hour) {}

  private record Minute(Instant at, String side, String message) {}

  /** What is to be written down. */
  public record Drained(
      Map<Hourly<Breach>, Tally> breaches,
      Map<Hourly<OnLink>, Tally> links,
      List<Times> traffic) {
    /** Copies. */
    public Drained {
      breaches = Map.copyOf(breaches);
      links = Map.copyOf(links);
      traffic = List.copyOf(traffic);
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
      return breaches.isEmpty() && links.isEmpty() && traffic.isEmpty();
    }
  }

  /** Nothing seen yet. */
  public Observed(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void refused(Effect.Refusal refusal) {
    refused(new Breach(refusal.rule(), refusal.message(), refusal.code()));
  }

  /** Something was refused now. */
  void refused(Breach breach) {
    Instant now = clock.instant();
    synchronized (this) {
      breaches.merge(hourly(breach, now), Tally.once(now, ""), Tally::and);
    }
  }

  /** Something happened on a link now. */
  public void happened(String link, LinkEvent event, String detail) {
    Instant now = clock.instant();
    synchronized (this) {
      Hourly<OnLink> key = hourly(new OnLink(link, event), now);
      links.merge(key, Tally.once(now, detail), Tally::and);
    }
  }

  private static <W> Hourly<W> hourly(W what, Instant now) {
    return new Hourly<>(what, now.truncatedTo(ChronoUnit.HOURS));
  }

  /** A message was answered after so long. */
  public void answered(String side, String message, Duration took) {
    Minute minute = new Minute(now(), side, message);
    synchronized (this) {
      times(minute).answered(took);
    }
  }

  /** A message was not answered. */
  public void silent(String side, String message) {
    Minute minute = new Minute(now(), side, message);
    synchronized (this) {
      traffic.put(minute, times(minute).silence());
    }
  }

  private Times times(Minute minute) {
    return traffic.computeIfAbsent(
        minute, one -> Times.none(one.at(), one.side(), one.message()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MINUTES);
  }

  /**
   * Takes out what is to be written down: counts, and the minutes that are over.
   *
   * @param all also the minute that is not over
   */
  public synchronized Drained drain(boolean all) {
    Instant now = now();
    List<Times> over = new ArrayList<>();
    traffic
        .entrySet()
        .removeIf(each -> (all || each.getKey().at().isBefore(now)) && over.add(each.getValue()));
    Drained drained = new Drained(breaches, links, over);
    breaches.clear();
    links.clear();
    return drained;
  }

  /** Takes back what could not be written down. */
  public synchronized void giveBack(Drained drained) {
    drained.breaches().forEach((key, tally) -> breaches.merge(key, tally, Tally::and));
    drained.links().forEach((key, tally) -> links.merge(key, tally, Tally::and));
    for (Times each : drained.traffic()) {
      traffic.merge(
          new Minute(each.at(), each.side(), each.message()), each, Times::and);
    }
  }

  /** The minutes that are not written down yet. */
  public synchronized List<Times> current() {
    return traffic.values().stream()
        .map(each -> Times.none(each.at(), each.side(), each.message()).and(each))
        .toList();
  }
}
