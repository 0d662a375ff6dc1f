package openset.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import openset.store.Conflict;
import org.jdbi.v3.core.Handle;

/** Holds and their ends: both are written once and never changed. */
final class Holds {
  private final Handle handle;
  private final Instant now;

  Holds(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /**
   * How a hold ended.
   *
   * @param posting the transfer that came of it, or none when it was given back
   */
  record End(Optional<TransferId> posting) {}

  /** Writes a hold that is not there yet. */
  void add(Hold hold) {
    int rows =
        handle
            .createUpdate(
                """
                insert into ledger_hold (id, debit, credit, currency, amount, expires, at)
                values (:id, :debit, :credit, :currency, :amount, :expires, :at)
                on conflict do nothing
                """)
            .bind("id", hold.id().text())
            .bind("debit", hold.debit().text())
            .bind("credit", hold.credit().text())
            .bind("currency", hold.amount().currency())
            .bind("amount", hold.amount().minorUnits())
            .bind("expires", hold.expires().atOffset(ZoneOffset.UTC))
            .bind("at", now.atOffset(ZoneOffset.UTC))
            .execute();
    if (rows != 1) {
      throw new Conflict("ledger: the same hold at the same time");
    }
  }

  /** A hold, if it is there. */
  Optional<Hold> find(TransferId id) {
    return handle
        .createQuery(
            "select id, debit, credit, currency, amount, expires from ledger_hold where id = :id")
        .bind("id", id.text())
        .map((row, context) -> hold(row))
        .findOne();
  }

  /** Writes the end of a hold that has not ended. */
  void add(TransferId hold, End end) {
    int rows =
        handle
            .createUpdate(
                """
                insert into ledger_hold_end (hold, posting, at) values (:hold, :posting, :at)
                on conflict do nothing
                """)
            .bind("hold", hold.text())
            .bind("posting", end.posting().map(TransferId::text).orElse(null))
            .bind("at", now.atOffset(ZoneOffset.UTC))
            .execute();
    if (rows != 1) {
      throw new Conflict("ledger: two ends of a hold at the same time");
    }
  }

  /** How a hold ended, if it has. */
  Optional<End> end(TransferId hold) {
    return handle
        .createQuery("select posting from ledger_hold_end where hold = :hold")
        .bind("hold", hold.text())
        .map((row, context) -> new End(Optional.ofNullable(row.getString(1)).map(TransferId::of)))
        .findOne();
  }

  /** What open holds would add to an account's balance, in minor units. */
  long heldOn(AccountCode account) {
    return handle
        .createQuery(
            """
            select coalesce(sum(case when debit = :account then amount else -amount end), 0)
            from ledger_hold h
            where (debit = :account or credit = :account) and expires > :now
              and not exists (select from ledger_hold_end e where e.hold = h.id)
            """)
        .bind("account", account.text())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .mapTo(BigDecimal.class)
        .one()
        .longValueExact();
  }

  private static Hold hold(ResultSet row) throws SQLException {
    return new Hold(
        TransferId.of(row.getString("id")),
        AccountCode.of(row.getString("debit")),
        AccountCode.of(row.getString("credit")),
        new Money(row.getInt("currency"), row.getLong("amount")),
        row.getObject("expires", OffsetDateTime.class).toInstant());
  }
}
