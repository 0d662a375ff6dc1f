package openset.issuer.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import openset.iso8583.host.ResponseCode;
import openset.ledger.Money;

/** When a purchase breaks a rule of spending. */
public sealed interface Condition {
  /** Whether the purchase breaks it, after what was approved lately. */
  boolean brokenBy(Spending spending, Recent recent);

  /** What it forbids, in words. */
  String words();

  /** What the network is told when it declines. */
  ResponseCode code();

  /** How far back it looks. */
  default Duration window() {
    return Duration.ZERO;
  }

  /** One purchase of more than an amount; other currencies are none of its business. */
  record Ceiling(Money most) implements Condition {
    @Override
    public boolean brokenBy(Spending spending, Recent recent) {
      return spending.amount().currency() == most.currency()
          && spending.amount().minor() > most.minorUnits();
    }

    @Override
    public String words() {
      return "one purchase of more than " + most;
    }

    @Override
    public ResponseCode code() {
      return ResponseCode.AMOUNT_BEYOND_RULE;
    }
  }

  /** More than so many purchases within a time, this one counted. */
  record Count(int most, Duration window) implements Condition {
    /** Refuses a count of less than nothing and a window that is none. */
    public Count {
      positive(window);
      if (most < 0) throw new IllegalArgumentException("a count is 0 or more");
    }

    @Override
    public boolean brokenBy(Spending spending, Recent recent) {
      return recent.count(since(spending, window)) + 1 > most;
    }

    @Override
    public String words() {
      return "more than " + most + " purchases within " + time(window);
    }

    @Override
    public ResponseCode code() {
      return ResponseCode.COUNT_BEYOND_RULE;
    }
  }

  /** Purchases of more than an amount together within a time, this one counted. */
  record Sum(Money most, Duration window) implements Condition {
    /** Refuses a window that is none. */
    public Sum {
      positive(window);
    }

    @Override
    public boolean brokenBy(Spending spending, Recent recent) {
      if (spending.amount().currency() != most.currency()) return false;
      long before = recent.minor(since(spending, window), most.currency());
      return Math.addExact(before, spending.amount().minor()) > most.minorUnits();
    }

    @Override
    public String words() {
      return "purchases of more than " + most + " within " + time(window);
    }

    @Override
    public ResponseCode code() {
      return ResponseCode.AMOUNT_BEYOND_RULE;
    }
  }

  /** A merchant category that is not allowed, or that is forbidden. */
  record Categories(boolean allowed, Set<String> codes) implements Condition {
    /** Refuses what is no category code. */
    public Categories {
      codes = Set.copyOf(codes);
      listed(codes, "[0-9]{4}");
    }

    @Override
    public boolean brokenBy(Spending spending, Recent recent) {
      return codes.contains(spending.category()) != allowed;
    }

    @Override
    public String words() {
      return (allowed ? "merchant categories other than " : "merchant categories ")
          + String.join(", ", new TreeSet<>(codes));
    }

    @Override
    public ResponseCode code() {
      return ResponseCode.NOT_PERMITTED;
    }
  }

  /** A country that is not allowed, or that is forbidden. One that is not known is not allowed. */
  record Countries(boolean allowed, Set<String> codes) implements Condition {
    /** Refuses what is no country code. */
    public Countries {
      codes = Set.copyOf(codes);
      listed(codes, "[A-Z]{2}");
    }

    @Override
    public boolean brokenBy(Spending spending, Recent recent) {
      return spending.country().map(codes::contains).orElse(false) != allowed;
    }

    @Override
    public String words() {
      return (allowed ? "countries other than " : "countries ")
          + String.join(", ", new TreeSet<>(codes));
    }

    @Override
    public ResponseCode code() {
      return ResponseCode.NOT_PERMITTED;
    }
  }

  /** A payment that stands alone, recurs or is an instalment: not allowed, or forbidden. */
  record InSeries(boolean allowed, Set<Series> kinds) implements Condition {
    /** Refuses no kinds at all. */
    public InSeries {
      kinds = Set.copyOf(kinds);
      if (kinds.isEmpty()) throw new IllegalArgumentException("a list of kinds of payments");
    }

    @Override
    public boolean brokenBy(Spending spending, Recent recent) {
      return kinds.contains(spending.series()) != allowed;
    }

    @Override
    public String words() {
      return (allowed ? "payments other than " : "payments that are ")
          + kinds.stream().sorted().map(InSeries::word).collect(Collectors.joining(", "));
    }

    private static String word(Series kind) {
      return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public ResponseCode code() {
      return ResponseCode.NOT_PERMITTED;
    }
  }

  private static Instant since(Spending spending, Duration window) {
    return spending.at().minus(window);
  }

  private static void positive(Duration window) {
    if (!window.isPositive()) throw new IllegalArgumentException("a window is a time");
  }

  private static void listed(Set<String> codes, String form) {
    if (codes.isEmpty() || !codes.stream().allMatch(code -> code.matches(form))) {
      throw new IllegalArgumentException("a list of codes " + form);
    }
  }

  private static String time(Duration window) {
    if (window.toSeconds() % 86_400 == 0) return window.toDays() + " days";
    if (window.toSeconds() % 3_600 == 0) return window.toHours() + " hours";
    return window.toSeconds() % 60 == 0
        ? window.toMinutes() + " minutes"
        : window.toSeconds() + " seconds";
  }
}
