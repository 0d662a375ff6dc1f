package openset.issuer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import openset.iso8583.host.Amount;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.store.Conflict;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Presentments and the settlement of their cycles, within one transaction. */
public final class Presentments {
  private final Handle handle;

  /** The presentments as that transaction sees them. */
  public Presentments(Tx tx) {
    this.handle = tx.handle();
  }

  /**
   * A presentment that was answered for good.
   *
   * @param item its idempotency key
   * @param authorization what it presents
   * @param amount how much
   * @param cycle the clearing house's cycle
   * @param content what it said
   * @param response the answer
   */
  public record Presented(
      Octets item,
      AuthorizationKey authorization,
      Amount amount,
      String cycle,
      ContentHash content,
      ResponseCode response) {}

  /**
   * A cycle that was settled.
   *
   * @param content what the advice said
   * @param debits what was paid, in minor units
   */
  public record Settled(ContentHash content, long debits) {}

  /**
   * All items of a cycle in one currency.
   *
   * @param count how many
   * @param minor their sum in minor units
   */
  public record Sum(long count, long minor) {}

  /** The answer given to that item before. */
  public Optional<Presented> find(Octets item, String acquirer) {
    return handle
        .createQuery(
            """
            select content, exchange, minor, currency, cycle, response from presentment
            where item = :item and acquirer = :acquirer
            """)
        .bind("item", item.bytes())
        .bind("acquirer", acquirer)
        .map((row, context) -> presented(item, acquirer, row))
        .findOne();
  }

  /** Adds one whose key is new; when somebody was faster, all is done again. */
  public void add(Presented presented, Instant now) {
    int added =
        handle
            .createUpdate(
                """
                insert into presentment (item, acquirer, content, exchange, minor, currency,
                                         cycle, response, presented)
                values (:item, :acquirer, :content, :exchange, :minor, :currency,
                        :cycle, :response, :presented)
                on conflict do nothing
                """)
            .bind("item", presented.item().bytes())
            .bind("acquirer", presented.authorization().acquirer())
            .bind("content", presented.content().bytes())
            .bind("exchange", presented.authorization().exchange().bytes())
            .bind("minor", presented.amount().minor())
            .bind("currency", presented.amount().currency())
            .bind("cycle", presented.cycle())
            .bind("response", presented.response().wire())
            .bind("presented", now.atOffset(ZoneOffset.UTC))
            .execute();
    if (added == 0) {
      throw new Conflict("a presentment twice at once");
    }
  }

  /** Keeps a cycle from being settled until this transaction ends. */
  public void keepOpen(String cycle) {
    handle.execute("select pg_advisory_xact_lock_shared(7352, hashtext(?))", cycle);
  }

  /** Keeps a cycle from growing until this transaction ends. */
  public void keepClosed(String cycle) {
    handle.execute("select pg_advisory_xact_lock(7352, hashtext(?))", cycle);
  }

  /** The items of a cycle that were posted. */
  public Sum sum(String cycle, int currency) {
    return handle
        .createQuery(
            """
            select count(*) as count, coalesce(sum(minor), 0)::bigint as minor from presentment
            where cycle = :cycle and currency = :currency and response = '00'
            """)
        .bind("cycle", cycle)
        .bind("currency", currency)
        .map((row, context) -> new Sum(row.getLong("count"), row.getLong("minor")))
        .one();
  }

  /** How a cycle was settled in a currency, if it was. */
  public Optional<Settled> settled(String cycle, int currency) {
    return handle
        .createQuery(
            "select content, debits from settlement where cycle = :cycle and currency = :currency")
        .bind("cycle", cycle)
        .bind("currency", currency)
        .map(
            (row, context) ->
                new Settled(new ContentHash(row.getBytes("content")), row.getLong("debits")))
        .findOne();
  }

  /** Notes that a cycle is settled in a currency. */
  public void settle(String cycle, int currency, Settled settled, Instant now) {
    handle.execute(
        "insert into settlement (cycle, currency, content, debits, settled)"
            + " values (?, ?, ?, ?, ?)",
        cycle,
        currency,
        settled.content().bytes(),
        settled.debits(),
        now.atOffset(ZoneOffset.UTC));
  }

  private static Presented presented(Octets item, String acquirer, ResultSet row)
      throws SQLException {
    return new Presented(
        item,
        new AuthorizationKey(Octets.of(row.getBytes("exchange")), acquirer),
        new Amount(row.getLong("minor"), row.getInt("currency")),
        row.getString("cycle"),
        new ContentHash(row.getBytes("content")),
        ResponseCode.of(row.getString("response")).orElseThrow());
  }
}
