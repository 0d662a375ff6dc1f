package openset.merchant.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.merchant.event.OrderEvent.Happened;
import openset.merchant.event.OrderEvent.Kind;
import openset.merchant.plan.PlanPace;
import openset.merchant.plan.Plans;
import openset.merchant.plan.Schedule;
import openset.merchant.sale.Pending;
import openset.merchant.sale.Sale;
import openset.merchant.sale.SaleFacts;
import openset.set.data.CurrencyAmount;
import openset.set.data.LocalID;
import openset.set.data.sale.AuthCode;
import openset.store.Tx;

/**
 * How plans stand, in the plain tables: written with every step of a sale that is paid by one.
 *
 * @param pace how often a payment is asked for again
 */
public record PlanTables(PlanPace pace) implements Plans {
  private static final Due BEFORE_ALL = new Due(LocalID.of(new byte[1]), 0, Instant.EPOCH);

  /** Writes how the plan of a sale stands after a step, and what happened to it as events. */
  void keep(Tx tx, LocalID lidM, SaleFacts facts, Sale next, Instant now) {
    Optional<Schedule> schedule =
        facts.order().flatMap(order -> Schedule.of(order.offer().value()));
    if (schedule.isEmpty()) return;
    Optional<Row> before = row(tx, lidM);
    switch (next) {
      case Sale.Authorized sale -> {
        Row after = after(before, sale, schedule.get(), now);
        tell(tx, lidM, before, new After(after, sale, schedule.get(), now));
        write(tx, lidM, after);
      }
      case Sale.Reversed _ when before.isPresent() -> {
        Row row = before.get();
        write(
            tx,
            lidM,
            new Row(Standing.ended, Optional.empty(), row.made(), row.tries(), row.refused()));
        over(tx, lidM, Standing.ended, now);
      }
      default -> {}
    }
  }

  private Row after(
      Optional<Row> before, Sale.Authorized sale, Schedule schedule, Instant now) {
    int made = sale.paid().count();
    int tries = before.map(Row::tries).orElse(0);
    Optional<String> refused = before.flatMap(Row::refused);
    if (sale.isAskingForPayment()) {
      return new Row(Standing.asking, Optional.empty(), made, tries, refused);
    }
    if (sale.authToken().isEmpty()) {
      return new Row(Standing.ended, Optional.empty(), made, tries, refused);
    }
    boolean given = made > before.map(Row::made).orElse(0);
    boolean asked = before.filter(row -> row.standing() == Standing.asking).isPresent();
    Optional<Instant> due = sale.next(schedule).map(Schedule.Payment::due);
    if (given || asked && due.isEmpty()) {
      Optional<String> code =
          given ? Optional.empty() : Optional.of(said(sale).name());
      Standing standing = due.isPresent() ? Standing.waiting : Standing.finished;
      return new Row(standing, due, made, 0, code);
    }
    return asked ? notGiven(before.orElseThrow(), said(sale), due.get(), now)
        : before.orElseThrow();
  }

  /** An answer that was not the gateway's says nothing about the bank. */
  private static AuthCode said(Sale.Authorized sale) {
    return sale.refused().orElse(AuthCode.systemError);
  }

  /** Plan-03: asked for again, at most so often; before it is due asking is no try. */
  private Row notGiven(Row asked, AuthCode code, Instant due, Instant now) {
    Optional<String> refused = Optional.of(code.name());
    if (due.isAfter(now)) {
      return new Row(Standing.waiting, Optional.of(due), asked.made(), asked.tries(), refused);
    }
    int tries = asked.tries() + 1;
    if (tries > pace.retries() || !mayCome(code)) {
      return new Row(Standing.stopped, Optional.empty(), asked.made(), tries, refused);
    }
    Instant again = now.plus(pace.after());
    return new Row(Standing.waiting, Optional.of(again), asked.made(), tries, refused);
  }

  /** Whether what was not given may be given another day, and not only to another request. */
  private static boolean mayCome(AuthCode code) {
    return switch (code) {
      case declined, noReply, callIssuer, systemError, unspecifiedFailure, recurringTooSoon ->
          true;
      default -> false;
    };
  }

  /** What a step left. */
  private record After(Row row, Sale.Authorized sale, Schedule schedule, Instant now) {}

  private static void tell(Tx tx, LocalID lidM, Optional<Row> before, After after) {
    Row row = after.row();
    boolean asked = before.filter(was -> was.standing() == Standing.asking).isPresent();
    boolean asking = row.standing() == Standing.asking;
    if (row.made() > before.map(Row::made).orElse(0)) {
      CurrencyAmount given = after.sale().authorizations().getLast().authAmt();
      happened(tx, lidM, Happened.of(Kind.payment_made, after.now()).with(given));
    } else if (asked && !asking) {
      happened(
          tx,
          lidM,
          Happened.of(Kind.payment_declined, after.now())
              .with(after.schedule().amount(after.sale().paid()))
              .saying(said(after.sale()).name()));
    }
    if (asking && !asked) {
      Pending.Asking pending = (Pending.Asking) after.sale().pending().orElseThrow();
      happened(
          tx, lidM, Happened.of(Kind.payment_due, after.now()).with(pending.authReqAmt()));
    }
    Optional<Standing> was = before.map(Row::standing).filter(one -> one != Standing.asking);
    boolean news = asked || !was.equals(Optional.of(row.standing()));
    boolean ends = row.standing() != Standing.waiting && !asking;
    if (news && ends) over(tx, lidM, row.standing(), after.now());
  }

  private static void over(Tx tx, LocalID lidM, Standing how, Instant now) {
    happened(tx, lidM, Happened.of(Kind.plan_ended, now).saying(how.name()));
  }

  private static void happened(Tx tx, LocalID lidM, Happened happened) {
    EventTables.append(tx, lidM, happened);
  }

  private static void write(Tx tx, LocalID lidM, Row row) {
    tx.handle()
        .createUpdate(
            """
            insert into payment_plan (lid_m, standing, due_at, made, tries, refused)
            values (:lidM, :standing, :due, :made, :tries, :refused)
            on conflict (lid_m) do update set
              standing = excluded.standing, due_at = excluded.due_at, made = excluded.made,
              tries = excluded.tries, refused = excluded.refused
            """)
        .bind("lidM", lidM.octets().bytes())
        .bind("standing", row.standing().name())
        .bind("due", row.due().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
        .bind("made", row.made())
        .bind("tries", row.tries())
        .bind("refused", row.refused().orElse(null))
        .execute();
  }

  @Override
  public List<Due> due(Tx tx, Instant now, Optional<Due> after, int most) {
    Due last = after.orElse(BEFORE_ALL);
    return tx.handle()
        .createQuery(
            """
            select lid_m, made, due_at from payment_plan
            where due_at <= :now and (due_at, lid_m) > (:since, :lidM)
            order by due_at, lid_m limit :most
            """)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("since", last.since().atOffset(ZoneOffset.UTC))
        .bind("lidM", last.lidM().octets().bytes())
        .bind("most", most)
        .map((row, context) -> due(row))
        .list();
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        LocalID.of(row.getBytes(1)),
        row.getInt(2),
        row.getObject(3, OffsetDateTime.class).toInstant());
  }

  @Override
  public Optional<Row> row(Tx tx, LocalID lidM) {
    return tx.handle()
        .createQuery("select * from payment_plan where lid_m = :lidM")
        .bind("lidM", lidM.octets().bytes())
        .map((row, context) -> row(row))
        .findOne();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        Standing.valueOf(row.getString("standing")),
        Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getInt("made"),
        row.getInt("tries"),
        Optional.ofNullable(row.getString("refused")));
  }
}
