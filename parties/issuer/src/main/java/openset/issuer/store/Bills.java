package openset.issuer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openset.issuer.billing.Bill;
import openset.issuer.card.AccountId;
import openset.ledger.Money;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Bills, and payments received for them, within one transaction. */
public final class Bills {
  private final Handle handle;

  /** The bills as that transaction sees them. */
  public Bills(Tx tx) {
    this.handle = tx.handle();
  }

  /** Accounts that were open in a month and are not billed for it, at most so many. */
  public List<AccountId> unbilled(YearMonth period, int most) {
    return handle
        .createQuery(
            """
            select c.account from card c
            where c.opened < :end and not exists (
              select from bill b where b.account = c.account and b.period = :period)
            order by c.account limit :most
            """)
        .bind("end", Bill.end(period).atOffset(ZoneOffset.UTC))
        .bind("period", period.toString())
        .bind("most", most)
        .map((row, context) -> new AccountId(row.getObject("account", UUID.class)))
        .list();
  }

  /** Writes a bill, once. */
  public void add(AccountId account, Bill bill, Instant now) {
    handle.execute(
        "insert into bill (account, period, currency, opening, closing, minimum, due, closed)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        account.value(),
        bill.period().toString(),
        bill.closing().currency(),
        bill.opening().minorUnits(),
        bill.closing().minorUnits(),
        bill.minimum().minorUnits(),
        bill.due(),
        now.atOffset(ZoneOffset.UTC));
  }

  /** The bills of an account, the newest first. */
  public List<Bill> of(AccountId account) {
    return handle
        .createQuery("select * from bill where account = :account order by period desc")
        .bind("account", account.value())
        .map((row, context) -> bill(row))
        .list();
  }

  /** The bill of a month. */
  public Optional<Bill> find(AccountId account, YearMonth period) {
    return handle
        .createQuery("select * from bill where account = :account and period = :period")
        .bind("account", account.value())
        .bind("period", period.toString())
        .map((row, context) -> bill(row))
        .findOne();
  }

  /**
   * A payment of a holder.
   *
   * @param reference the bank's own for it
   * @param by who noted it
   */
  public record Received(String reference, AccountId account, Money amount, String by) {}

  /** Notes a payment; false when its reference is there already. */
  public boolean received(Received payment, Instant now) {
    return handle.execute(
            "insert into received (reference, account, minor, currency, done_by, received)"
                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            payment.reference(),
            payment.account().value(),
            payment.amount().minorUnits(),
            payment.amount().currency(),
            payment.by(),
            now.atOffset(ZoneOffset.UTC))
        == 1;
  }

  /** Whether just this payment was noted under its reference. */
  public boolean isReceived(Received payment) {
    return handle
        .createQuery(
            """
            select exists (select from received where reference = :reference
              and account = :account and minor = :minor and currency = :currency)
            """)
        .bind("reference", payment.reference())
        .bind("account", payment.account().value())
        .bind("minor", payment.amount().minorUnits())
        .bind("currency", payment.amount().currency())
        .mapTo(Boolean.class)
        .one();
  }

  private static Bill bill(ResultSet row) throws SQLException {
    return new Bill(
        YearMonth.parse(row.getString("period")),
        money(row, "opening"),
        money(row, "closing"),
        money(row, "minimum"),
        row.getObject("due", LocalDate.class));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return new Money(row.getInt("currency"), row.getLong(column));
  }
}
