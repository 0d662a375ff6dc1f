package openset.acquirer.office.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.store.Tx;

/** How many authorizations were answered in each hour or day. */
public final class Rates {
  private final Tx tx;

  private Rates(Tx tx) {
    this.tx = tx;
  }

  /** The rates in a transaction. */
  public static Rates in(Tx tx) {
    return new Rates(tx);
  }

  /** How long each part of the time is. */
  public enum Step {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS);

    private static final Duration BY_HOURS = Duration.ofHours(49);
    private final ChronoUnit unit;

    Step(ChronoUnit unit) {
      this.unit = unit;
    }

    /** What people can read of a period: hours of two days at most, else days. */
    public static Step of(Period period) {
      Duration length = Duration.between(period.from(), period.until());
      return length.compareTo(BY_HOURS) < 0 ? HOUR : DAY;
    }
  }

  /** What was answered in the hour or day that begins at an instant, in UTC. */
  public record Rate(Instant from, long approved, long declined) {}

  /**
   * The rates of a period, of one merchant or of all: one for each hour or day, in their order,
   * also where nothing was asked. What is under way is in none; what was taken back later was
   * answered all the same.
   */
  public List<Rate> of(Optional<String> merchant, Period period, Step step) {
    Map<Instant, Rate> known = new HashMap<>();
    for (Rate rate : counted(merchant, period, step)) known.put(rate.from, rate);
    List<Rate> all = new ArrayList<>();
    Instant at = period.from().truncatedTo(step.unit);
    for (; at.isBefore(period.until()); at = at.plus(1, step.unit)) {
      all.add(known.getOrDefault(at, new Rate(at, 0, 0)));
    }
    return List.copyOf(all);
  }

  /** How often a code was answered. */
  public record Declines(String code, long count) {}

  /** The codes with which authorizations of a period were declined, the most frequent first. */
  public List<Declines> declines(Optional<String> merchant, Period period, int most) {
    return tx.handle()
        .createQuery(
            """
            select a.response, count(*) as times from authorization_log a
            where a.at >= :from and a.at < :until and a.card <> ''
              and a.response not in ('00', '10')
              and (:merchant::text is null or a.merchant = :merchant)
            group by a.response order by times desc, a.response limit :most
            """)
        .bind("from", period.from().atOffset(ZoneOffset.UTC))
        .bind("until", period.until().atOffset(ZoneOffset.UTC))
        .bind("merchant", merchant.orElse(null))
        .bind("most", most)
        .map((row, _) -> new Declines(row.getString(1), row.getLong(2)))
        .list();
  }

  private List<Rate> counted(Optional<String> merchant, Period period, Step step) {
    return tx.handle()
        .createQuery(
            """
            select date_trunc(:step, a.at, 'UTC') as start,
              count(*) filter (where a.response in ('00', '10')),
              count(*) filter (where a.response not in ('00', '10'))
            from authorization_log a
            where a.at >= :from and a.at < :until and a.response is not null and a.card <> ''
              and (:merchant::text is null or a.merchant = :merchant)
            group by start
            """)
        .bind("step", step.name())
        .bind("from", period.from().atOffset(ZoneOffset.UTC))
        .bind("until", period.until().atOffset(ZoneOffset.UTC))
        .bind("merchant", merchant.orElse(null))
        .map(
            (row, _) ->
                new Rate(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    row.getLong(2),
                    row.getLong(3)))
        .list();
  }
}
