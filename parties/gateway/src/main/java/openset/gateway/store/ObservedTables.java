package openset.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openset.gateway.operation.Breach;
import openset.gateway.operation.Observed;
import openset.gateway.operation.Tally;
import openset.gateway.operation.Times;
import openset.store.Tx;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes down what the gateway saw, and lets go of what is old. */
public record ObservedTables(Tx tx) {
  private static final Duration MINUTES_KEPT = Duration.ofHours(3);
  private static final Duration HOURS_KEPT = Duration.ofDays(35);
  private static final Duration BREACHES_KEPT = Duration.ofDays(400);

  /** Adds to what is there. */
  public void keep(Observed.Drained seen) {
    keepBreaches(seen.breaches());
    keepLinks(seen.links());
    keepTraffic("minute", seen.traffic());
  }

  private void keepBreaches(Map<Observed.Hourly<Breach>, Tally> breaches) {
    if (breaches.isEmpty()) return;
    PreparedBatch batch =
        tx.handle()
            .prepareBatch(
                """
                insert into breach as b (rule, message, code, hour, count, last_at)
                values (:rule, :message, :code, :hour, :count, :last)
                on conflict (rule, message, code, hour) do update set
                  count = b.count + excluded.count,
                  last_at = greatest(b.last_at, excluded.last_at)
                """);
    breaches.forEach(
        (key, tally) ->
            batch
                .bind("rule", key.what().rule())
                .bind("message", key.what().message())
                .bind("code", key.what().code())
                .bind("hour", at(key.hour()))
                .bind("count", tally.count())
                .bind("last", at(tally.last()))
                .add());
    batch.execute();
  }

  private void keepLinks(Map<Observed.Hourly<Observed.OnLink>, Tally> links) {
    if (links.isEmpty()) return;
    PreparedBatch batch =
        tx.handle()
            .prepareBatch(
                """
                insert into link_event as e (link, event, hour, count, last_at, detail)
                values (:link, :event, :hour, :count, :last, :detail)
                on conflict (link, event, hour) do update set
                  count = e.count + excluded.count,
                  last_at = greatest(e.last_at, excluded.last_at),
                  detail = excluded.detail
                """);
    links.forEach(
        (key, tally) ->
            batch
                .bind("link", key.what().link())
                .bind("event", key.what().event().name())
                .bind("hour", at(key.hour()))
                .bind("count", tally.count())
                .bind("last", at(tally.last()))
                .bind("detail", tally.detail())
                .add());
    batch.execute();
  }

  private void keepTraffic(String span, List<Times> traffic) {
    if (traffic.isEmpty()) return;
    PreparedBatch batch =
        tx.handle()
            .prepareBatch(
                """
                insert into traffic (at, span, side, message, silent, answered)
                values (:at, :span, :side, :message, :silent, :answered)
                """);
    for (Times each : traffic) {
      batch
          .bind("at", at(each.at()))
          .bind("span", span)
          .bind("side", each.side())
          .bind("message", each.message())
          .bind("silent", each.silent())
          .bind("answered", each.octets())
          .add();
    }
    batch.execute();
  }

  /** Puts minutes that are over for long together to hours, and forgets what is too old. */
  public void tidy(Instant now) {
    Instant before = now.minus(MINUTES_KEPT).truncatedTo(ChronoUnit.HOURS);
    List<Times> minutes =
        tx.handle()
            .createQuery(
                """
                delete from traffic where span = 'minute' and at < :before
                returning at, side, message, silent, answered
                """)
            .bind("before", at(before))
            .map((row, _) -> times(row))
            .list();
    Map<List<Object>, Times> hours = new HashMap<>();
    for (Times each : minutes) {
      Instant hour = each.at().truncatedTo(ChronoUnit.HOURS);
      Times moved = each.as(hour, each.side(), each.message());
      hours.merge(List.of(hour, each.side(), each.message()), moved, Times::and);
    }
    keepTraffic("hour", List.copyOf(hours.values()));
    forget("delete from traffic where at < :before", now.minus(HOURS_KEPT));
    forget("delete from breach where hour < :before", now.minus(BREACHES_KEPT));
    forget(
        "delete from link_event where hour < :before and event not in ('CUT_OVER', 'KEY')",
        now.minus(HOURS_KEPT));
  }

  private void forget(String sql, Instant before) {
    tx.handle().createUpdate(sql).bind("before", at(before)).execute();
  }

  /** What passed from an instant on, as it is written down: minutes and hours. */
  public List<Times> traffic(Instant from) {
    return tx.handle()
        .createQuery(
            "select at, side, message, silent, answered from traffic where at >= :from")
        .bind("from", at(from))
        .map((row, _) -> times(row))
        .list();
  }

  private static Times times(ResultSet row) throws SQLException {
    return new Times(
        row.getObject(1, OffsetDateTime.class).toInstant(),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        Times.histogram(row.getBytes(5)));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
