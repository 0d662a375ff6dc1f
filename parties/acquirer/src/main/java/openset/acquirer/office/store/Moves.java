package openset.acquirer.office.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.ledger.Money;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Listing;
import openset.store.listing.Look;

/** Items as a list for people: captures, credits, what took them back, and disputed money. */
public final class Moves {
  private static final String SELECT =
      """
      select i.*, case when i.response <> '00' then 'REFUSED' when i.cancelled then 'CANCELLED'
        when i.presented is null then 'WAITING' when i.presented = '00' then 'CLEARED'
        else 'REFUSED' end as standing
      from item i where
      """;

  /** The latest first. */
  private static final Listing ACCEPTED =
      new Listing(
          SELECT + " i.response = '00'",
          "number desc",
          Map.of("time", "number", "amount", "amount", "fee", "fee", "merchant", "merchant"),
          Map.of(
              "merchant", "merchant = :merchant",
              "kind", "kind = :kind",
              "standing", "standing = :standing",
              "cycle", "cycle = :cycle",
              "since", Period.SINCE,
              "to", Period.TO));

  private final Tx tx;

  private Moves(Tx tx) {
    this.tx = tx;
  }

  /** The list in a transaction. */
  public static Moves in(Tx tx) {
    return new Moves(tx);
  }

  /**
   * One item.
   *
   * @param fee what the merchant is charged for it
   */
  public record Moved(Identity identity, Kind kind, Money amount, Money fee, Cleared cleared) {}

  /** By which an item is found. @param original key of its authorization */
  public record Identity(Octets original, Octets key, String merchant) {}

  /** Where an item stands. @param presented the clearing house's last word, if it said it */
  public record Cleared(
      Standing standing, Optional<ResponseCode> presented, Optional<String> cycle, Instant at) {
    /** Whether it was taken back before anybody heard of it. */
    public boolean cancelled() {
      return standing == Standing.CANCELLED;
    }
  }

  /** How far an item has come. */
  public enum Standing {
    /** The clearing house has not said its last word. */
    WAITING,
    /** It is in a cycle. */
    CLEARED,
    /** The acquirer, the issuer or the clearing house did not take it. */
    REFUSED,
    /** It was taken back before anybody heard of it. */
    CANCELLED
  }

  /**
   * Accepted items, the latest first unless sorted by {@code time}, {@code amount}, {@code fee} or
   * {@code merchant}; of a {@code merchant}, {@code kind}, {@code standing} or {@code cycle}, of
   * days from {@code since} to {@code to}.
   */
  public Listed<Moved> items(Look look) {
    return ACCEPTED.page(tx, look, Moves::moved);
  }

  /** All items of an authorization, accepted or not, in the order in which they came. */
  public List<Moved> of(Octets original) {
    return tx.handle()
        .createQuery(SELECT + " i.original = :original order by i.number")
        .bind("original", original.bytes())
        .map((row, _) -> moved(row))
        .list();
  }

  private static Moved moved(ResultSet row) throws SQLException {
    int currency = row.getInt("currency");
    return new Moved(
        new Identity(
            Octets.of(row.getBytes("original")),
            Octets.of(row.getBytes("key")),
            row.getString("merchant")),
        Kind.valueOf(row.getString("kind")),
        new Money(currency, row.getLong("amount")),
        new Money(currency, row.getLong("fee")),
        new Cleared(
            Standing.valueOf(row.getString("standing")),
            Optional.ofNullable(row.getString("presented")).flatMap(ResponseCode::of),
            Optional.ofNullable(row.getString("cycle")),
            row.getObject("at", OffsetDateTime.class).toInstant()));
  }
}
