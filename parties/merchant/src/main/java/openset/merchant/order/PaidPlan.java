package openset.merchant.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.merchant.plan.Plans;
import openset.merchant.plan.Schedule;
import openset.merchant.sale.Held;
import openset.merchant.sale.Sale;
import openset.set.data.CurrencyAmount;

/**
 * The plan by which an order is paid, and its payments.
 *
 * @param standing {@code offered} before it is begun, else a name of {@link Plans.Standing}
 * @param payments that were given, the oldest first
 * @param next the payment that follows; empty where none does
 * @param due when the next payment is asked for by itself; empty where none is
 * @param refused what the gateway said last, where a payment was not given
 */
public record PaidPlan(
    Schedule schedule,
    String standing,
    List<Payment> payments,
    Optional<Schedule.Payment> next,
    Optional<Instant> due,
    int tries,
    Optional<String> refused) {
  /**
   * A payment that was given.
   *
   * @param number from 1
   * @param amount held, captured or not
   * @param captured of that
   */
  public record Payment(
      int number, CurrencyAmount amount, Instant at, CurrencyAmount captured, String approval) {
    private static Payment of(int number, Held held) {
      Sale.Approval approval = held.approval();
      return new Payment(
          number,
          held.authAmt(),
          approval.at(),
          held.captured(),
          approval.approvalCode());
    }
  }

  /** A plan with a copy of the list. */
  public PaidPlan {
    payments = List.copyOf(payments);
  }

  /** A plan as the sale and the tables have it. */
  public static PaidPlan of(Schedule schedule, Optional<Sale> sale, Optional<Plans.Row> row) {
    List<Payment> payments = new ArrayList<>();
    Optional<Schedule.Payment> next = Optional.empty();
    if (sale.orElse(null) instanceof Sale.Authorized authorized) {
      for (Held held : authorized.authorizations()) {
        payments.add(Payment.of(payments.size() + 1, held));
      }
      next = authorized.next(schedule);
    }
    return new PaidPlan(
        schedule,
        row.map(one -> one.standing().name()).orElse("offered"),
        payments,
        next,
        row.flatMap(Plans.Row::due),
        row.map(Plans.Row::tries).orElse(0),
        row.flatMap(Plans.Row::refused));
  }
}
