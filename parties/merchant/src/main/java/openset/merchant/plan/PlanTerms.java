package openset.merchant.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.Recurring;

/** How something on the shelves is paid, where it is not paid at once. */
public sealed interface PlanTerms {
  /** How {@link #of} tells instalments: {@code 3x30}. */
  Pattern INSTALMENTS = Pattern.compile("([0-9]{1,3})x([0-9]{1,3})");

  /** How {@link #of} tells recurring payments: {@code 30/360}. */
  Pattern RECURRING = Pattern.compile("([0-9]{1,3})/([0-9]{1,4})");

  /**
   * The price in parts.
   *
   * @param count of all payments, 2 to 999
   * @param days between two of them, 1 to 366
   */
  record Instalments(int count, int days) implements PlanTerms {
    @Override
    public InstallRecurData from(Instant order) {
      return InstallRecurData.instalments(count, days);
    }

    @Override
    public String toString() {
      return count + "x" + days;
    }
  }

  /**
   * The price again and again.
   *
   * @param days between two payments, 1 to 366
   * @param length days from the order to the end
   */
  record Subscription(int days, int length) implements PlanTerms {
    @Override
    public InstallRecurData from(Instant order) {
      return InstallRecurData.recurring(
          new Recurring(days, order.plus(Duration.ofDays(length))));
    }

    @Override
    public String toString() {
      return days + "/" + length;
    }
  }

  /** What the cardholder is asked to sign where it orders then. */
  InstallRecurData from(Instant order);

  /**
   * The terms written so; empty where nothing is.
   *
   * @throws IllegalArgumentException where they cannot be read
   */
  static Optional<PlanTerms> of(String text) {
    if (text.isEmpty()) return Optional.empty();
    Matcher instalments = INSTALMENTS.matcher(text);
    Matcher recurring = RECURRING.matcher(text);
    PlanTerms terms;
    if (instalments.matches()) {
      terms = new Instalments(number(instalments, 1), number(instalments, 2));
    } else if (recurring.matches()) {
      terms = new Subscription(number(recurring, 1), number(recurring, 2));
    } else {
      throw new IllegalArgumentException("no plan: " + text);
    }
    // The bounds are those of what is signed.
    terms.from(Instant.EPOCH).days().filter(days -> days <= 366).orElseThrow(
        () -> new IllegalArgumentException("no plan: " + text));
    return Optional.of(terms);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
