package openset.pages;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import openset.ledger.Money;
import openset.set.data.CurrencyAmount;

/** Amounts, numbers and times as a language writes them. */
public final class Figures {
  private Figures() {}

  /** An amount with its currency's sign: {@code €1,234.50}. */
  public static String money(CurrencyAmount amount, Language language) {
    BigDecimal major = BigDecimal.valueOf(amount.minor(), amount.currency().digits());
    return money(major, amount.currency().letters(), language);
  }

  /** An amount, with a minus before it where it is less than nothing: {@code −€1,234.50}. */
  public static String money(Money money, Language language) {
    BigDecimal major = BigDecimal.valueOf(money.minorUnits(), money.exponent());
    String amount = money(major.abs(), money.currencyCode(), language);
    return money.isNegative() ? "\u2212" + amount : amount;
  }

  private static String money(BigDecimal major, String letters, Language language) {
    NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
    format.setCurrency(Currency.getInstance(letters));
    format.setMinimumFractionDigits(major.scale());
    format.setMaximumFractionDigits(major.scale());
    return format.format(major);
  }

  /** A whole number: {@code 1,234}. */
  public static String count(long number, Language language) {
    return NumberFormat.getIntegerInstance(language.locale()).format(number);
  }

  /** Hundredths of a per cent as per cent: {@code 7%}, {@code 5.5%}. */
  public static String percent(int basisPoints, Language language) {
    NumberFormat format = NumberFormat.getPercentInstance(language.locale());
    format.setMaximumFractionDigits(2);
    return format.format(BigDecimal.valueOf(basisPoints, 4));
  }

  /** A day in UTC: {@code 28 November 2026}. */
  public static String day(Instant at, Language language) {
    return day(LocalDate.ofInstant(at, ZoneOffset.UTC), language);
  }

  /** A day: {@code 28 November 2026}. */
  public static String day(LocalDate day, Language language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .format(day);
  }

  /** A day as the axis of a chart has room for it: {@code 28 Nov}. */
  public static String shortDay(LocalDate day, Language language) {
    return DateTimeFormatter.ofLocalizedPattern("MMMd")
        .withLocale(language.locale())
        .format(day);
  }

  /** A month: {@code November 2026}. */
  public static String month(YearMonth month, Language language) {
    return DateTimeFormatter.ofLocalizedPattern("yMMMM")
        .withLocale(language.locale())
        .format(month);
  }

  /** A day and a time in UTC to the minute: {@code 28 November 2026, 13:05 UTC}. */
  public static String moment(Instant at, Language language) {
    String time = DateTimeFormatter.ofPattern("HH:mm").format(at.atOffset(ZoneOffset.UTC));
    String between = new Words(", ", " ").in(language);
    return day(at, language) + between + time + " UTC";
  }

  /** A time of day in UTC to the second: {@code 13:05:42}. */
  public static String clock(Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm:ss").format(at.atOffset(ZoneOffset.UTC));
  }

  /** A time for {@code datetime} attributes (RFC 3339), to the second. */
  public static String machine(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
