package openset.http.merchant;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.http.merchant.ShopJson.Amount;
import openset.merchant.order.PaidPlan;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.Recurring;

/** Plans of payment as JSON; described in {@code openapi.json}. */
public final class PlanJson {
  private PlanJson() {}

  /**
   * How an order shall be paid that is not paid at once: in instalments, or again and again.
   *
   * @param everyDays least number of days between two payments, 1 to 366
   * @param instalments into how many parts the total is divided, 2 to 999
   * @param until no payment after this: the total is paid again and again until then
   */
  public record NewPlan(
      int everyDays, Optional<Integer> instalments, Optional<String> until) {
    /**
     * What the cardholder is asked to sign.
     *
     * @throws IllegalArgumentException where it is neither, both, or outside its bounds
     */
    InstallRecurData leave() {
      boolean days = everyDays >= 1 && everyDays <= 366;
      if (!days || instalments.isPresent() == until.isPresent()) {
        throw new IllegalArgumentException("plan");
      }
      return instalments
          .map(count -> InstallRecurData.instalments(count, everyDays))
          .orElseGet(() -> InstallRecurData.recurring(new Recurring(everyDays, end())));
    }

    private Instant end() {
      try {
        return Instant.parse(until.orElseThrow()).truncatedTo(ChronoUnit.SECONDS);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("plan", e);
      }
    }
  }

  /**
   * The plan of an order.
   *
   * @param standing {@code offered}, {@code waiting}, {@code asking}, {@code finished}, {@code
   *     stopped} or {@code ended}
   * @param payments that were given, and the one that follows
   * @param askedAt when the next payment is asked for by itself
   * @param tries how often the next payment was asked for and not given
   * @param refused what the gateway said last, where a payment was not given
   */
  public record Plan(
      String standing,
      int everyDays,
      Optional<Integer> instalments,
      Optional<String> until,
      List<Payment> payments,
      Optional<String> askedAt,
      int tries,
      Optional<String> refused) {
    static Plan of(PaidPlan plan) {
      List<Payment> payments = new ArrayList<>();
      plan.payments().forEach(payment -> payments.add(Payment.of(payment)));
      plan.next()
          .map(
              next ->
                  new Payment(
                      next.number(),
                      Amount.of(next.amount()),
                      "due",
                      next.due().toString(),
                      Optional.empty(),
                      Optional.empty()))
          .ifPresent(payments::add);
      return new Plan(
          plan.standing(),
          plan.schedule().days(),
          plan.schedule().count(),
          plan.schedule().until().map(Instant::toString),
          payments,
          plan.due().map(Instant::toString),
          plan.tries(),
          plan.refused());
    }
  }

  /**
   * A payment of a plan.
   *
   * @param number from 1
   * @param standing {@code due}, {@code held} or {@code captured}
   * @param at when it was given, or is due
   */
  public record Payment(
      int number,
      Amount amount,
      String standing,
      String at,
      Optional<Amount> captured,
      Optional<String> approvalCode) {
    private static Payment of(PaidPlan.Payment payment) {
      return new Payment(
          payment.number(),
          Amount.of(payment.amount()),
          payment.amount().exceeds(payment.captured()) ? "held" : "captured",
          payment.at().toString(),
          Optional.of(Amount.of(payment.captured())),
          Optional.of(payment.approval()));
    }
  }

  /**
   * A payment that is asked for now.
   *
   * @param amount minor units, where another is meant than the plan has
   */
  public record NewPayment(Optional<Long> amount) {}
}
