package openset.acquirer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import openset.ledger.Money;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** What is held back of merchants' money, and until when. */
public final class Reserves {
  private final Handle handle;

  private Reserves(Handle handle) {
    this.handle = handle;
  }

  /** The reserves in a transaction. */
  public static Reserves in(Tx tx) {
    return new Reserves(tx.handle());
  }

  /**
   * One amount held back.
   *
   * @param cycle of whose sales
   * @param release the day on which it is given back
   */
  public record Held(String merchant, String cycle, Money amount, LocalDate release) {}

  /** Notes what is held back of a cycle. */
  public void hold(String merchant, String cycle, Money amount, LocalDate release) {
    handle
        .createUpdate(
            """
            insert into reserve_held (merchant, currency, cycle, amount, release)
            values (:merchant, :currency, :cycle, :amount, :release)
            """)
        .bind("merchant", merchant)
        .bind("currency", amount.currency())
        .bind("cycle", cycle)
        .bind("amount", amount.minorUnits())
        .bind("release", release)
        .execute();
  }

  /** What is to be given back on or before a day, locked until the transaction ends. */
  public List<Held> due(LocalDate day) {
    return handle
        .createQuery(
            """
            select * from reserve_held where released is null and release <= :day
            order by release, merchant, currency, cycle for update skip locked
            """)
        .bind("day", day)
        .map((row, _) -> held(row))
        .list();
  }

  /** What is held back of a merchant's money, the next to be given back first. */
  public List<Held> of(String merchant) {
    return handle
        .createQuery(
            """
            select * from reserve_held where released is null and merchant = :merchant
            order by release, currency, cycle
            """)
        .bind("merchant", merchant)
        .map((row, _) -> held(row))
        .list();
  }

  /** Notes that it was given back. */
  public void release(Held held, LocalDate day) {
    handle
        .createUpdate(
            """
            update reserve_held set released = :day
            where merchant = :merchant and currency = :currency and cycle = :cycle
            """)
        .bind("merchant", held.merchant())
        .bind("currency", held.amount().currency())
        .bind("cycle", held.cycle())
        .bind("day", day)
        .execute();
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        row.getString("merchant"),
        row.getString("cycle"),
        new Money(row.getInt("currency"), row.getLong("amount")),
        row.getObject("release", LocalDate.class));
  }
}
