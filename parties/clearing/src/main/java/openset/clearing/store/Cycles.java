package openset.clearing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import openset.iso8583.host.SettlementAdvice.Totals;
import openset.store.Conflict;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Settlement cycles and the banks' positions in them. */
public final class Cycles {
  private static final Pattern NAME = Pattern.compile("C[0-9]{8,18}");

  private final Handle handle;

  private Cycles(Handle handle) {
    this.handle = handle;
  }

  /** The cycles in a transaction. */
  public static Cycles in(Tx tx) {
    return new Cycles(tx.handle());
  }

  /** The name of a cycle on the host link. */
  public static String name(long cycle) {
    return String.format(Locale.ROOT, "C%08d", cycle);
  }

  /** The number in the name of a cycle; empty where it is no such name. */
  public static Optional<Long> number(String name) {
    return NAME.matcher(name).matches()
        ? Optional.of(Long.parseLong(name.substring(1)))
        : Optional.empty();
  }

  /** The open cycle, kept open until the transaction ends. */
  public long openForItem() {
    return open("for share");
  }

  private long open(String lock) {
    // Whoever waited for a cut-off finds the row no longer open, and has to look again.
    return handle
        .createQuery("select number from cycle where state = 'open' " + lock)
        .mapTo(Long.class)
        .findOne()
        .orElseThrow(() -> new Conflict("the cycle was cut off meanwhile"));
  }

  /**
   * Ends the open cycle for items and opens the next; empty when it has nothing to settle.
   *
   * @param by who wants it, absent for a program
   */
  public Optional<Long> cutOff(LocalDate businessDate, Instant now, Optional<String> by) {
    long number = open("for update");
    boolean worth =
        handle
            .createQuery(
                """
                select exists (select from item left join decision on decision.item = number
                    where cycle = :number and coalesce(response, '00') = '00')
                  or exists (select from clearing_file where cycle = :number and state = 'taken')
                """)
            .bind("number", number)
            .mapTo(Boolean.class)
            .one();
    if (!worth) return Optional.empty();
    handle
        .createUpdate(
            """
            update cycle set state = 'closing', business_date = :date, cut = :now, cut_by = :by
            where number = :number
            """)
        .bind("number", number)
        .bind("by", by.orElse(null))
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("date", businessDate)
        .execute();
    handle
        .createUpdate("insert into cycle (number, state) values (:number, 'open')")
        .bind("number", number + 1)
        .execute();
    return Optional.of(number);
  }

  /** When the calendar's latest cut-off passed that is noted. */
  public Optional<Instant> lastCutOff() {
    return handle
        .createQuery("select at from cut_off order by at desc limit 1")
        .mapTo(OffsetDateTime.class)
        .map(OffsetDateTime::toInstant)
        .findOne();
  }

  /** Notes that a cut-off of the calendar has passed; false when it is noted. */
  public boolean pass(Instant at, LocalDate businessDate) {
    return handle
            .createUpdate(
                """
                insert into cut_off (at, business_date) values (:at, :date) on conflict do nothing
                """)
            .bind("at", at.atOffset(ZoneOffset.UTC))
            .bind("date", businessDate)
            .execute()
        == 1;
  }

  /** Notes the cycle that a cut-off ended. */
  public void ended(Instant at, long cycle) {
    handle.execute("update cut_off set cycle = ? where at = ?", cycle, at.atOffset(ZoneOffset.UTC));
  }

  /**
   * A cut-off of the calendar that passed.
   *
   * @param cycle what it ended, by name; absent where there was nothing to settle
   */
  public record Passed(Instant at, LocalDate businessDate, Optional<String> cycle) {}

  /** Cut-offs that passed, the newest first. */
  public List<Passed> passed(int most) {
    return handle
        .createQuery("select * from cut_off order by at desc limit :most")
        .bind("most", most)
        .map(
            (row, _) ->
                new Passed(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getObject("business_date", LocalDate.class),
                    Optional.ofNullable(row.getObject("cycle", Long.class)).map(Cycles::name)))
        .list();
  }

  /** The number of a cycle that is cut off, by its name. */
  public Optional<Long> cutOff(String name) {
    return number(name).filter(number -> businessDate(number).isPresent());
  }

  /**
   * Closes a cycle whose items are all decided; false when one is not, or when it is closed
   * already.
   */
  public boolean close(long number, Instant now) {
    return handle
            .createUpdate(
                """
                update cycle set state = 'closed', closed = :now
                where number = :number and state = 'closing'
                  and not exists (select from clearing_file
                    where clearing_file.cycle = :number and state = 'taken')
                  and not exists (select from item where item.cycle = :number and not exists (
                    select from decision where decision.item = item.number))
                """)
            .bind("number", number)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  /** Numbers of the cycles that are cut off and not yet closed. */
  public List<Long> closing() {
    return handle
        .createQuery("select number from cycle where state = 'closing' order by number")
        .mapTo(Long.class)
        .list();
  }

  /** True when a cycle is closed. */
  public boolean isClosed(long number) {
    return handle
        .createQuery("select state = 'closed' from cycle where number = :number")
        .bind("number", number)
        .mapTo(Boolean.class)
        .one();
  }

  /** When a cycle was cut off. */
  public Optional<Instant> cut(long number) {
    return handle
        .createQuery("select cut from cycle where number = :number and cut is not null")
        .bind("number", number)
        .mapTo(OffsetDateTime.class)
        .map(OffsetDateTime::toInstant)
        .findOne();
  }

  /** The business date of a cycle that is cut off. */
  public Optional<LocalDate> businessDate(long number) {
    return handle
        .createQuery("select business_date from cycle where number = :number and state <> 'open'")
        .bind("number", number)
        .mapTo(LocalDate.class)
        .findOne();
  }

  /** Numbers of the latest cycles that are cut off, newest first. */
  public List<Long> latest(int most) {
    return handle
        .createQuery(
            "select number from cycle where state <> 'open' order by number desc limit :most")
        .bind("most", most)
        .mapTo(Long.class)
        .list();
  }

  /**
   * Sums the items of a cycle into positions: acquirers get, issuers owe. Where an item was
   * converted each has its own currency, and the house stands between them.
   *
   * @param house its institution code
   */
  public List<Position> net(long number, String house) {
    handle.execute("set local work_mem = '64MB'");
    return handle
        .createQuery(
            """
            select cycle, side.currency, institution, institution = :house as acknowledged,
              sum(items) filter (where gets) as credit_count,
              sum(items) filter (where not gets) as debit_count,
              coalesce(sum(side.amount) filter (where gets), 0) as credits,
              coalesce(sum(side.amount) filter (where not gets), 0) as debits
            from (select cycle, item.currency, acquirer, issuer,
                kind in ('CAPTURE', 'CREDIT_REVERSAL', 'REPRESENTMENT') as issuer_owes,
                conversion.currency as other, sum(conversion.amount) as converted,
                count(*) as items, sum(item.amount) as amount
              from item join decision on decision.item = item.number
                left join conversion on conversion.item = item.number
              where cycle = :number and response = '00' group by 1, 2, 3, 4, 5, 6) as sums,
              lateral (
                select acquirer, sums.currency, sums.amount, issuer_owes
                union all
                select issuer, coalesce(other, sums.currency), coalesce(converted, sums.amount),
                  not issuer_owes
                union all
                select :house, sums.currency, sums.amount, not issuer_owes where other is not null
                union all
                select :house, other, converted, issuer_owes where other is not null)
                as side (institution, currency, amount, gets)
            group by cycle, side.currency, institution order by side.currency, institution
            """)
        .bind("house", house)
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
              cycle, currency, institution, credit_count, debit_count, credits, debits,
              acknowledged, own)
            values (
              :cycle, :currency, :institution, :creditCount, :debitCount, :credits, :debits,
              :own, :own)
            """)
        // Nobody but the house itself has agreed already.
        .bind("own", position.acknowledged())
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

  static Position position(ResultSet row) throws SQLException {
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
