package openset.clearing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.iso8583.host.SettlementAdvice.Totals;
import openset.store.Conflict;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Settlement cycles and the banks' positions in them, and the counter behind the STANs. */
public final class Cycles {
  private final Handle handle;

  private Cycles(Handle handle) {
    this.handle = handle;
  }

  /** The cycles in a transaction. */
  public static Cycles in(Tx tx) {
    return new Cycles(tx.handle());
  }

  /** The open cycle, kept open until the transaction ends. */
  public long openForItem() {
    return open("for share");
  }

  /** The open cycle, for this transaction alone. */
  public long openForClosing() {
    return open("for update");
  }

  private long open(String lock) {
    // Whoever waited for a closing finds the row no longer open, and has to look again.
    return handle
        .createQuery("select number from cycle where state = 'open' " + lock)
        .mapTo(Long.class)
        .findOne()
        .orElseThrow(() -> new Conflict("the cycle was closed meanwhile"));
  }

  /** Closes a cycle and opens the next. */
  public void close(long number, LocalDate businessDate, Instant now) {
    handle
        .createUpdate(
            """
            update cycle set state = 'closed', business_date = :date, closed = :now
            where number = :number and state = 'open'
            """)
        .bind("number", number)
        .bind("date", businessDate)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
    handle
        .createUpdate("insert into cycle (number, state) values (:number, 'open')")
        .bind("number", number + 1)
        .execute();
  }

  /** The business date of a closed cycle. */
  public Optional<LocalDate> businessDate(long number) {
    return handle
        .createQuery("select business_date from cycle where number = :number and state = 'closed'")
        .bind("number", number)
        .mapTo(LocalDate.class)
        .findOne();
  }

  /** Numbers of the latest closed cycles, newest first. */
  public List<Long> latestClosed(int most) {
    return handle
        .createQuery(
            "select number from cycle where state = 'closed' order by number desc limit :most")
        .bind("most", most)
        .mapTo(Long.class)
        .list();
  }

  /** Sums the items of a cycle into positions: acquirers get, issuers owe. */
  public List<Position> net(long number) {
    return handle
        .createQuery(
            """
            select cycle, currency, institution, false as acknowledged,
              count(*) filter (where gets) as credit_count,
              count(*) filter (where not gets) as debit_count,
              coalesce(sum(amount) filter (where gets), 0) as credits,
              coalesce(sum(amount) filter (where not gets), 0) as debits
            from presentment,
              lateral (values (acquirer, true), (issuer, false)) as side (institution, gets)
            where cycle = :number
            group by cycle, currency, institution order by currency, institution
            """)
        .bind("number", number)
        .map((row, _) -> position(row))
        .list();
  }

  /** Writes a position. */
  public void add(Position position) {
    handle
        .createUpdate(
            """
            insert into position (
              cycle, currency, institution, credit_count, debit_count, credits, debits)
            values (
              :cycle, :currency, :institution, :creditCount, :debitCount, :credits, :debits)
            """)
        .bind("cycle", position.cycle())
        .bind("currency", position.currency())
        .bind("institution", position.institution())
        .bind("creditCount", position.totals().creditCount())
        .bind("debitCount", position.totals().debitCount())
        .bind("credits", position.totals().credits())
        .bind("debits", position.totals().debits())
        .execute();
  }

  /** All positions of a closed cycle, by currency and bank. */
  public List<Position> positions(long number) {
    return handle
        .createQuery(
            "select * from position where cycle = :number order by currency, institution")
        .bind("number", number)
        .map((row, _) -> position(row))
        .list();
  }

  /** Notes that a bank agreed to its position. */
  public void acknowledge(Position position) {
    handle
        .createUpdate(
            """
            update position set acknowledged = true
            where cycle = :cycle and currency = :currency and institution = :institution
            """)
        .bind("cycle", position.cycle())
        .bind("currency", position.currency())
        .bind("institution", position.institution())
        .execute();
  }

  /** Reserves numbers of a counter that never goes back. */
  public long reserve(String counter, int count) {
    return handle
        .createQuery(
            """
            insert into stan_counter as c (name, next) values (:name, :count)
            on conflict (name) do update set next = c.next + :count
            returning next - :count
            """)
        .bind("name", counter)
        .bind("count", count)
        .mapTo(Long.class)
        .one();
  }

  private static Position position(ResultSet row) throws SQLException {
    Totals totals =
        new Totals(
            row.getLong("credit_count"),
            row.getLong("debit_count"),
            row.getBigDecimal("credits").longValueExact(),
            row.getBigDecimal("debits").longValueExact());
    return new Position(
        row.getLong("cycle"),
        row.getInt("currency"),
        row.getString("institution"),
        totals,
        row.getBoolean("acknowledged"));
  }
}
