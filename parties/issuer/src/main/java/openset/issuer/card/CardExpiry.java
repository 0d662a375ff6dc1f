package openset.issuer.card;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * The month through whose last day a card is good.
 *
 * @param month that month, in the years 2000 to 2099
 */
public record CardExpiry(YearMonth month) {
  /** Refuses other centuries, which the two-digit year of DE14 could not carry. */
  public CardExpiry {
    if (month.getYear() < 2000 || month.getYear() > 2099) {
      throw new IllegalArgumentException("a card expires between 2000 and 2099");
    }
  }

  /** Reads {@code YYYYMM}, as SET writes it. */
  public static Optional<CardExpiry> parse(String text) {
    if (text.length() != 6 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CardExpiry(
              YearMonth.of(
                  Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(4)))));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Reads {@code YYMM}, as ISO 8583 DE14 writes it; the century is 20. */
  public static Optional<CardExpiry> parseShort(String text) {
    return text.length() == 4 ? parse("20" + text) : Optional.empty();
  }

  /** Whether the card is no longer good on that day. */
  public boolean isPast(LocalDate today) {
    return YearMonth.from(today).isAfter(month);
  }

  /** {@code YYYYMM}. */
  public String text() {
    return String.format(Locale.ROOT, "%04d%02d", month.getYear(), month.getMonthValue());
  }

  /** {@code YYMM}, as DE14. */
  public String shortText() {
    return text().substring(2);
  }

  @Override
  public String toString() {
    return text();
  }
}
