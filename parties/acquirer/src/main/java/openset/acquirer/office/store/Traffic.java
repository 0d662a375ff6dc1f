package openset.acquirer.office.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import openset.acquirer.store.LoggedAuthorization.Manner;
import openset.iso8583.host.Checks.Recurrence;
import openset.iso8583.host.Octets;
import openset.ledger.Money;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Listing;
import openset.store.listing.Look;

/** Authorizations as lists for people, and what waits to be sent because of them. */
public final class Traffic {
  private static final String CAPTURED =
      """
      coalesce((select sum(i.amount) from item i where i.original = a.key
        and i.kind = 'CAPTURE' and i.response = '00' and not i.reversed), 0)
      """;
  private static final String SELECT =
      """
      select a.*, coalesce(a.sent_terminal, a.terminal) as counted_terminal,
        coalesce(a.until, a.at + interval '7 days') as ends,
        case when a.reversed then 'REVERSED' when a.response is null then 'UNDER_WAY'
          when a.response in ('00', '10') then 'APPROVED' else 'DECLINED' end as outcome,
      """
          + CAPTURED
          + " as captured from authorization_log a";
  private static final String OPEN =
      SELECT
          + " where a.response in ('00', '10') and a.approved is not null and not a.reversed"
          + " and coalesce(a.replaced, a.approved) > "
          + CAPTURED;
  private static final String MERCHANT = "merchant = :merchant";

  /** The latest first. */
  private static final Listing ALL =
      new Listing(
          SELECT,
          "at desc, key",
          Map.of("time", "at", "amount", "amount", "merchant", "merchant"),
          Map.of(
              "merchant", MERCHANT,
              "outcome", "outcome = :outcome",
              "brand", "brand = :brand",
              "series", "coalesce(recurrence, 'SINGLE') = :series",
              "text",
                  "retrieval = :text or counted_terminal = :text or right(card, 4) = :text"
                      + " or encode(key, 'hex') = lower(:text)"
                      + " or encode(xid, 'hex') = lower(:text)",
              "since", Period.SINCE,
              "to", Period.TO));

  private static final Listing UNMATCHED =
      new Listing(OPEN, "at, key", Map.of(), Map.of("merchant", MERCHANT));
  private static final Listing EXPIRING =
      new Listing(
          "select * from (" + OPEN + ") open where ends > :now and ends <= :last",
          "ends, at, key",
          Map.of(),
          Map.of("merchant", MERCHANT));
  private static final Listing WAITING =
      new Listing(
          """
          select conversation, kind, destination, attempts, due, sequence from outbox
          where state = 'waiting'
          """,
          "attempts desc, due, conversation, sequence",
          Map.of(),
          Map.of());

  private final Tx tx;

  private Traffic(Tx tx) {
    this.tx = tx;
  }

  /** The lists in a transaction. */
  public static Traffic in(Tx tx) {
    return new Traffic(tx);
  }

  /**
   * One authorization.
   *
   * @param asked what was asked for
   * @param approved what is approved of it still; nothing when it was declined or reversed
   * @param captured what of that was captured
   * @param ends when the issuer holds nothing more: as it said, else after seven days
   */
  public record Line(
      Identity identity,
      Asked asked,
      Money approved,
      Money captured,
      Instant at,
      Instant ends) {}

  /** By which an authorization is found. @param retrieval reference number (element 37) */
  public record Identity(
      Octets key, Octets xid, String merchant, String terminal, String retrieval) {}

  /**
   * By what it was asked for, and what the gateway said of the payment.
   *
   * @param series which kind of series it belongs to; none of a single payment
   * @param unauthenticated whether nobody signed as the cardholder
   */
  public record As(Manner manner, Optional<Recurrence> series, boolean unauthenticated) {}

  /**
   * What was asked, and the answer.
   *
   * @param card the card number masked
   * @param response the answer's code; absent while it is under way
   */
  public record Asked(
      As as,
      String brand,
      String card,
      Money amount,
      Optional<String> response,
      Outcome outcome) {}

  /** What became of an authorization. */
  public enum Outcome {
    /** Nobody answered yet. */
    UNDER_WAY,
    /** Approved, at least in part. */
    APPROVED,
    /** Declined, by whomever. */
    DECLINED,
    /** Taken back. */
    REVERSED
  }

  /**
   * Authorizations, the latest first unless sorted by {@code time}, {@code amount} or {@code
   * merchant}; of a {@code merchant}, {@code outcome}, {@code brand}, {@code series} (SINGLE,
   * RECURRING, INSTALMENT), of days from {@code since} to {@code to}, or found by a {@code text}: a
   * terminal, a retrieval reference number, the last four digits of a card, key or XID in
   * hexadecimal.
   */
  public Listed<Line> authorizations(Look look) {
    return ALL.page(tx, look, Traffic::line);
  }

  /** The authorization asked under a key. */
  public Optional<Line> find(Octets key) {
    return tx.handle()
        .createQuery(SELECT + " where a.key = :key")
        .bind("key", key.bytes())
        .map((row, _) -> line(row))
        .findOne();
  }

  /** Approved authorizations of which something was not captured yet, the oldest first. */
  public Listed<Line> unmatched(Look look) {
    return UNMATCHED.page(tx, look, Traffic::line);
  }

  /** Those of them whose time ends before an instant and has not ended yet. */
  public Listed<Line> expiring(Instant now, Instant before, Look look) {
    Map<String, Object> times =
        Map.of(
            "now", now.atOffset(ZoneOffset.UTC), "last", before.atOffset(ZoneOffset.UTC));
    return EXPIRING.page(tx, look, times, Traffic::line);
  }

  private static Line line(ResultSet row) throws SQLException {
    int currency = row.getInt("currency");
    long replaced = row.getLong("replaced");
    long approved = row.wasNull() ? row.getLong("approved") : replaced;
    return new Line(
        new Identity(
            Octets.of(row.getBytes("key")),
            Octets.of(row.getBytes("xid")),
            row.getString("merchant"),
            row.getString("counted_terminal"),
            row.getString("retrieval")),
        new Asked(
            new As(
                Manner.valueOf(row.getString("manner")),
                Optional.ofNullable(row.getString("recurrence")).map(Recurrence::valueOf),
                row.getBoolean("unauthenticated")),
            row.getString("brand"),
            row.getString("card"),
            new Money(currency, row.getLong("amount")),
            Optional.ofNullable(row.getString("response")),
            Outcome.valueOf(row.getString("outcome"))),
        new Money(currency, row.getBoolean("reversed") ? 0 : approved),
        new Money(currency, row.getBigDecimal("captured").longValueExact()),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("ends", OffsetDateTime.class).toInstant());
  }

  /**
   * Something that waits to be sent.
   *
   * @param kind reversal, presentment or advice
   * @param to institution code of whom it is for
   * @param attempts how often it was tried
   * @param due when it is tried next
   */
  public record Waiting(
      Octets original, String kind, String to, int attempts, Instant due) {}

  /** What waits to be sent, what was tried most often first. */
  public Listed<Waiting> waiting(Look look) {
    return WAITING.page(
        tx,
        look,
        row ->
            new Waiting(
                Octets.of(row.getBytes("conversation")),
                row.getString("kind"),
                row.getString("destination"),
                row.getInt("attempts"),
                row.getObject("due", OffsetDateTime.class).toInstant()));
  }
}
