package openset.acquirer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.acquirer.funding.Iban;
import openset.ledger.Money;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Instructions to pay merchants. */
public final class Payouts {
  private final Handle handle;

  private Payouts(Handle handle) {
    this.handle = handle;
  }

  /** The instructions in a transaction. */
  public static Payouts in(Tx tx) {
    return new Payouts(tx.handle());
  }

  /** Writes an instruction; its number, or empty where the merchant has one of that day. */
  public Optional<Long> add(
      String merchant, LocalDate day, Money amount, Iban account, Instant now) {
    return handle
        .createQuery(
            """
            insert into payout (merchant, currency, day, amount, account, at)
            values (:merchant, :currency, :day, :amount, :account, :at)
            on conflict do nothing returning number
            """)
        .bind("merchant", merchant)
        .bind("currency", amount.currency())
        .bind("day", day)
        .bind("amount", amount.minorUnits())
        .bind("account", account.text())
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .mapTo(Long.class)
        .findOne();
  }

  /** An instruction, locked until the transaction ends. */
  public Optional<Payout> lock(long number) {
    return handle
        .createQuery("select * from payout where number = :number for update")
        .bind("number", number)
        .map((row, _) -> payout(row))
        .findOne();
  }

  /** An instruction. */
  public Optional<Payout> find(long number) {
    return handle
        .createQuery("select * from payout where number = :number")
        .bind("number", number)
        .map((row, _) -> payout(row))
        .findOne();
  }

  /** When an instruction was written. */
  public Instant instructed(long number) {
    return handle
        .createQuery("select at from payout where number = :number")
        .bind("number", number)
        .mapTo(OffsetDateTime.class)
        .one()
        .toInstant();
  }

  /** Writes what became of an instruction. */
  public void end(long number, Payout.End end, Instant now) {
    handle
        .createUpdate(
            """
            update payout set state = :state, ended = :now, reference = :reference
            where number = :number and state = 'INSTRUCTED'
            """)
        .bind("number", number)
        .bind("state", end.paid() ? "PAID" : "RETURNED")
        .bind("reference", end.reference())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Those of a merchant, the latest first, from a number downwards. */
  public List<Payout> of(String merchant, long below, int most) {
    return handle
        .createQuery(
            """
            select * from payout where merchant = :merchant and number < :below
            order by number desc limit :most
            """)
        .bind("merchant", merchant)
        .bind("below", below)
        .bind("most", most)
        .map((row, _) -> payout(row))
        .list();
  }

  /** An instruction of a row of its table. */
  public static Payout payout(ResultSet row) throws SQLException {
    String state = row.getString("state");
    Optional<Payout.End> end =
        state.equals("INSTRUCTED")
            ? Optional.empty()
            : Optional.of(new Payout.End(state.equals("PAID"), row.getString("reference")));
    return new Payout(
        row.getLong("number"),
        row.getString("merchant"),
        row.getObject("day", LocalDate.class),
        new Money(row.getInt("currency"), row.getLong("amount")),
        new Iban(row.getString("account")),
        end);
  }
}
