package openset.set.data.card;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * The last month in which a card is good.
 *
 * <pre>
 * CardExpiry ::= NumericString (SIZE(6))    -- YYYYMM
 * </pre>
 */
public record CardExpiry(YearMonth month) {
  private static final Pattern FORM = Pattern.compile("[0-9]{6}");

  public static final Tagged<CardExpiry> TYPE =
      Asn1.NUMERIC_STRING.map("CardExpiry", CardExpiry::of, CardExpiry::digits);

  public CardExpiry {
    if (month.getYear() < 1 || month.getYear() > 9999) {
      throw new IllegalArgumentException("CardExpiry is not of the years 0001 to 9999");
    }
  }

  /** The expiry that {@code digits} spells as YYYYMM. */
  public static CardExpiry of(String digits) {
    if (!FORM.matcher(digits).matches()) throw new IllegalArgumentException("CardExpiry form");
    try {
      int number = Integer.parseInt(digits);
      return new CardExpiry(YearMonth.of(number / 100, number % 100));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("CardExpiry has no such month");
    }
  }

  /** YYYYMM. */
  public String digits() {
    return "%04d%02d".formatted(month.getYear(), month.getMonthValue());
  }

  /** The first moment at which the card is no longer good, in UTC. */
  public Instant end() {
    return month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** Whether the card is no longer good at {@code now}. */
  public boolean isPast(Instant now) {
    return !now.isBefore(end());
  }

  @Override
  public String toString() {
    return month.toString();
  }
}
