package openset.acquirer.office.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.acquirer.store.Payout;
import openset.acquirer.store.Payouts;
import openset.ledger.Money;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Listing;
import openset.store.listing.Look;

/** What merchants are owed, what is held back and what is on its way to them. */
public final class Funding {
  /** An account of the ledger is {@code merchant/}number{@code /}currency. */
  private static final Listing STANDINGS =
      new Listing(
          """
          select m.*,
            (select coalesce(sum(r.amount), 0) from reserve_held r where r.merchant = m.merchant
              and r.currency = m.currency and r.released is null) as held,
            (select min(r.release) from reserve_held r where r.merchant = m.merchant
              and r.currency = m.currency and r.released is null) as release,
            (select coalesce(sum(y.amount), 0) from payout y where y.merchant = m.merchant
              and y.currency = m.currency and y.state = 'INSTRUCTED') as on_the_way,
            (select t.payout from merchant_terms t where t.id = m.merchant and t.since <= :now
              order by t.since desc, t.version desc limit 1) is not null as payable
          from (
            select substring(a.code from 'merchant/(.*)/[0-9]+') as merchant, a.currency,
              -coalesce((select sum(e.amount) from ledger_entry e where e.account = a.code), 0)
                as owed
            from ledger_account a where a.code like 'merchant/%') m
          """,
          "merchant, currency",
          Map.of("merchant", "merchant", "owed", "owed", "held", "held"),
          Map.of("merchant", "merchant = :merchant"));

  /** The latest first. */
  private static final Listing PAYOUTS =
      new Listing(
          "select * from payout",
          "number desc",
          Map.of("day", "number", "amount", "amount", "merchant", "merchant"),
          Map.of("merchant", "merchant = :merchant", "state", "state = :state"));

  private final Tx tx;

  private Funding(Tx tx) {
    this.tx = tx;
  }

  /** The funding in a transaction. */
  public static Funding in(Tx tx) {
    return new Funding(tx);
  }

  /**
   * Where a merchant stands in a currency.
   *
   * @param owed what it is to be paid; below nothing where it owes
   * @param held in reserve
   * @param release when the first of that is given back
   * @param onTheWay instructed, and not known to have arrived
   * @param payable whether it is known where its money goes
   */
  public record Standing(
      String merchant,
      Money owed,
      Money held,
      Optional<LocalDate> release,
      Money onTheWay,
      boolean payable) {}

  /**
   * Where merchants stand at a time, by merchant unless sorted by {@code owed} or {@code held}; of
   * a {@code merchant}.
   */
  public Listed<Standing> standings(Instant now, Look look) {
    return STANDINGS.page(
        tx, look, Map.of("now", now.atOffset(ZoneOffset.UTC)), Funding::standing);
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getString("merchant"),
        money(row, "owed"),
        money(row, "held"),
        Optional.ofNullable(row.getObject("release", LocalDate.class)),
        money(row, "on_the_way"),
        row.getBoolean("payable"));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return new Money(row.getInt("currency"), row.getBigDecimal(column).longValueExact());
  }

  /**
   * Payouts, the latest first unless sorted by {@code day}, {@code amount} or {@code merchant}; of
   * a {@code merchant}, or in a {@code state}: INSTRUCTED, PAID or RETURNED.
   */
  public Listed<Payout> payouts(Look look) {
    return PAYOUTS.page(tx, look, Payouts::payout);
  }

  /** What was instructed on a day. */
  public record Day(LocalDate day, Money amount) {}

  /** What was instructed to be paid on each day of a period, by currency; no line for none. */
  public List<Day> days(Optional<String> merchant, Period period) {
    return tx.handle()
        .createQuery(
            """
            select day, currency, sum(amount) as amount from payout
            where day >= :first and day <= :last and state <> 'RETURNED'
              and (:merchant::text is null or merchant = :merchant)
            group by day, currency order by day, currency
            """)
        .bind("first", period.first())
        .bind("last", period.last())
        .bind("merchant", merchant.orElse(null))
        .map(
            (row, _) ->
                new Day(row.getObject("day", LocalDate.class), money(row, "amount")))
        .list();
  }
}
