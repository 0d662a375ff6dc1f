package openset.merchant.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.Offer;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.InstallRecurInd;

/**
 * The payments of an order as its plan has them, {@code spec/authtoken.md} Plan-01 and Plan-02.
 *
 * @param leave what the cardholder signs
 * @param total of the order
 */
public record Schedule(InstallRecurData leave, CurrencyAmount total) {
  /** Between payments of which the plan does not say how far apart they are. */
  private static final int MONTHLY = 28;

  /** The schedule of an order; empty where it is paid at once. */
  public static Optional<Schedule> of(Offer offer) {
    return offer.installRecurData().map(leave -> new Schedule(leave, offer.total()));
  }

  /**
   * What has been paid.
   *
   * @param count how many payments were given
   * @param together what they hold or captured together
   * @param last when the last was given
   */
  public record Paid(int count, CurrencyAmount together, Instant last) {}

  /**
   * A payment.
   *
   * @param number from 1
   */
  public record Payment(int number, CurrencyAmount amount, Instant due) {}

  /** How many payments there are; empty where there is only a last day. */
  public Optional<Integer> count() {
    return leave.installRecurInd() instanceof InstallRecurInd.InstallTotalTrans(int count)
        ? Optional.of(count)
        : Optional.empty();
  }

  /** The last day; empty where there is a number of payments. */
  public Optional<Instant> until() {
    return leave.installRecurInd() instanceof InstallRecurInd.AsRecurring(var recurring)
        ? Optional.of(recurring.recurringExpiry())
        : Optional.empty();
  }

  /** Days between two payments. */
  public int days() {
    return leave.days().orElse(MONTHLY);
  }

  /** What is asked for at the order. */
  public CurrencyAmount first() {
    return amount(new Paid(0, CurrencyAmount.zero(total.currency()), Instant.EPOCH));
  }

  /** The payment that follows; empty where that was all. */
  public Optional<Payment> next(Paid paid) {
    Instant due = paid.last().plus(Duration.ofDays(days()));
    boolean over =
        count().filter(most -> paid.count() >= most).isPresent()
            || until().filter(due::isAfter).isPresent();
    CurrencyAmount amount = amount(paid);
    return over || !amount.isPositive()
        ? Optional.empty()
        : Optional.of(new Payment(paid.count() + 1, amount, due));
  }

  /**
   * What is asked for after that: the whole total where it recurs; else what is left in equal
   * parts, what does not divide with the first. After the last part it is another such part, which
   * is for the gateway to refuse.
   */
  public CurrencyAmount amount(Paid paid) {
    if (count().isEmpty()) return total;
    int left = count().get() - paid.count();
    if (left < 1) return new CurrencyAmount(total.currency(), total.minor() / count().get());
    long open = total.minor() - paid.together().minor();
    return new CurrencyAmount(total.currency(), open - open / left * (left - 1));
  }

  /** What of shipped goods may be captured: never more than is held. */
  public CurrencyAmount worth(CurrencyAmount shipped, Paid paid) {
    CurrencyAmount all = count().isPresent() ? shipped : shipped.times(paid.count());
    return all.exceeds(paid.together()) ? paid.together() : all;
  }
}
