package openset.issuer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.store.Conflict;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Items of settlement cycles and the settlement of these, within one transaction. */
public final class Presentments {
  private static final String ISSUER_OWES = "kind in ('CAPTURE', 'CREDIT_REVERSAL',"
      + " 'REPRESENTMENT')";

  private final Handle handle;

  /** The items as that transaction sees them. */
  public Presentments(Tx tx) {
    this.handle = tx.handle();
  }

  /**
   * An item that was answered for good.
   *
   * @param item its idempotency key
   * @param authorization because of which it moves money
   * @param what it moves
   * @param cycle the clearing house's cycle
   * @param content what it said
   * @param response the answer
   */
  public record Presented(
      Octets item,
      AuthorizationKey authorization,
      What what,
      String cycle,
      ContentHash content,
      ResponseCode response) {}

  /**
   * What an item moves.
   *
   * @param kind which way, and why
   * @param amount how much
   * @param earlier the item that is taken back or disputed
   * @param dispute the number of the dispute
   */
  public record What(
      Kind kind, Amount amount, Optional<Octets> earlier, Optional<String> dispute) {}

  /**
   * What the items of an authorization moved so far, in minor units.
   *
   * @param posted captures less those taken back
   * @param credited credits less those taken back
   * @param chargedBack chargebacks less representments
   */
  public record Moved(long posted, long credited, long chargedBack) {
    /** By the sums of items of each kind. */
    public static Moved of(Map<Kind, Long> sums) {
      return new Moved(
          less(sums, Kind.CAPTURE, Kind.CAPTURE_REVERSAL),
          less(sums, Kind.CREDIT, Kind.CREDIT_REVERSAL),
          less(sums, Kind.CHARGEBACK, Kind.REPRESENTMENT));
    }

    private static long less(Map<Kind, Long> sums, Kind plus, Kind minus) {
      return sums.getOrDefault(plus, 0L) - sums.getOrDefault(minus, 0L);
    }

    /** How much may still be given back to the cardholder. */
    public long creditable() {
      return posted - credited - chargedBack;
    }
  }

  /**
   * A cycle that was settled.
   *
   * @param content what the advice said
   * @param credits what was got, in minor units
   * @param debits what was paid, in minor units
   */
  public record Settled(ContentHash content, long credits, long debits) {}

  /**
   * All items of a cycle in one currency that go one way.
   *
   * @param count how many
   * @param minor their sum in minor units
   */
  public record Sum(long count, long minor) {}

  /** The answer given to that item before. */
  public Optional<Presented> find(Octets item, String acquirer) {
    return handle
        .createQuery("select * from presentment where item = :item and acquirer = :acquirer")
        .bind("item", item.bytes())
        .bind("acquirer", acquirer)
        .map((row, context) -> presented(row))
        .findOne();
  }

  /** When an item was presented. */
  public Optional<Instant> when(Octets item, String acquirer) {
    return handle
        .createQuery(
            "select presented from presentment where item = :item and acquirer = :acquirer")
        .bind("item", item.bytes())
        .bind("acquirer", acquirer)
        .map((row, context) -> row.getObject("presented", OffsetDateTime.class).toInstant())
        .findOne();
  }

  /** Adds one whose key is new; when somebody was faster, all is done again. */
  public void add(Presented presented, Instant now) {
    int added =
        handle
            .createUpdate(
                """
                insert into presentment (item, acquirer, content, exchange, minor, currency,
                                         cycle, response, presented, kind, earlier, dispute)
                values (:item, :acquirer, :content, :exchange, :minor, :currency,
                        :cycle, :response, :presented, :kind, :earlier, :dispute)
                on conflict (item, acquirer) do nothing
                """)
            .bind("item", presented.item().bytes())
            .bind("acquirer", presented.authorization().acquirer())
            .bind("content", presented.content().bytes())
            .bind("exchange", presented.authorization().exchange().bytes())
            .bind("minor", presented.what().amount().minor())
            .bind("currency", presented.what().amount().currency())
            .bind("cycle", presented.cycle())
            .bind("response", presented.response().wire())
            .bind("presented", now.atOffset(ZoneOffset.UTC))
            .bind("kind", presented.what().kind().name())
            .bindByType(
                "earlier", presented.what().earlier().map(Octets::bytes).orElse(null),
                byte[].class)
            .bind("dispute", presented.what().dispute().orElse(null))
            .execute();
    if (added == 0) {
      throw new Conflict("an item twice at once");
    }
  }

  /** Whether an item was taken back. */
  public boolean isReversed(Octets item, String acquirer) {
    return handle
        .createQuery(
            """
            select exists (select from presentment
              where earlier = :item and acquirer = :acquirer and response = '00'
                and kind in ('CAPTURE_REVERSAL', 'CREDIT_REVERSAL'))
            """)
        .bind("item", item.bytes())
        .bind("acquirer", acquirer)
        .mapTo(Boolean.class)
        .one();
  }

  /** What all items of an authorization moved. */
  public Moved moved(AuthorizationKey authorization) {
    Map<Kind, Long> sums = new EnumMap<>(Kind.class);
    handle
        .createQuery(
            """
            select kind, sum(minor)::bigint as minor from presentment
            where exchange = :exchange and acquirer = :acquirer and response = '00'
            group by kind
            """)
        .bind("exchange", authorization.exchange().bytes())
        .bind("acquirer", authorization.acquirer())
        .map((row, context) -> Map.entry(Kind.valueOf(row.getString(1)), row.getLong(2)))
        .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
    return Moved.of(sums);
  }

  /** Keeps a cycle from being settled until this transaction ends. */
  public void keepOpen(String cycle) {
    handle.execute("select pg_advisory_xact_lock_shared(7352, hashtext(?))", cycle);
  }

  /** Keeps a cycle from growing until this transaction ends. */
  public void keepClosed(String cycle) {
    handle.execute("select pg_advisory_xact_lock(7352, hashtext(?))", cycle);
  }

  /** The items of a cycle that were booked and for which the issuer owes, or gets. */
  public Sum sum(String cycle, int currency, boolean owes) {
    return handle
        .createQuery(
            "select count(*) as count, coalesce(sum(minor), 0)::bigint as minor from presentment"
                + " where cycle = :cycle and currency = :currency and response = '00' and "
                + (owes ? ISSUER_OWES : "not " + ISSUER_OWES))
        .bind("cycle", cycle)
        .bind("currency", currency)
        .map((row, context) -> new Sum(row.getLong("count"), row.getLong("minor")))
        .one();
  }

  /** How a cycle was settled in a currency, if it was. */
  public Optional<Settled> settled(String cycle, int currency) {
    return handle
        .createQuery(
            "select content, credits, debits from settlement"
                + " where cycle = :cycle and currency = :currency")
        .bind("cycle", cycle)
        .bind("currency", currency)
        .map(
            (row, context) ->
                new Settled(
                    new ContentHash(row.getBytes("content")),
                    row.getLong("credits"),
                    row.getLong("debits")))
        .findOne();
  }

  /** Notes that a cycle is settled in a currency. */
  public void settle(String cycle, int currency, Settled settled, Instant now) {
    handle.execute(
        "insert into settlement (cycle, currency, content, credits, debits, settled)"
            + " values (?, ?, ?, ?, ?, ?)",
        cycle,
        currency,
        settled.content().bytes(),
        settled.credits(),
        settled.debits(),
        now.atOffset(ZoneOffset.UTC));
  }

  private static Presented presented(ResultSet row) throws SQLException {
    return new Presented(
        Octets.of(row.getBytes("item")),
        new AuthorizationKey(
            Octets.of(row.getBytes("exchange")), row.getString("acquirer")),
        new What(
            Kind.valueOf(row.getString("kind")),
            new Amount(row.getLong("minor"), row.getInt("currency")),
            Optional.ofNullable(row.getBytes("earlier")).map(Octets::of),
            Optional.ofNullable(row.getString("dispute"))),
        row.getString("cycle"),
        new ContentHash(row.getBytes("content")),
        ResponseCode.of(row.getString("response")).orElseThrow());
  }
}
