package openset.issuer.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import openset.issuer.product.RateCard;
import openset.ledger.Money;

/**
 * What an account's holder owes for one calendar month, in UTC.
 *
 * @param period the month
 * @param opening owed when it began; below zero the bank owes
 * @param closing owed when it ended
 * @param minimum to be paid at least
 * @param due the last day for that
 */
public record Bill(
    YearMonth period, Money opening, Money closing, Money minimum, LocalDate due) {

  /** The bill for a month under these rates. */
  public static Bill of(YearMonth period, Money opening, Money closing, RateCard rates) {
    return new Bill(
        period,
        opening,
        closing,
        rates.minimum(closing),
        period.atEndOfMonth().plusDays(rates.dueDays()));
  }

  /** When a month begins. */
  public static Instant begin(YearMonth period) {
    return period.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** When a month is over: the first instant of the next. */
  public static Instant end(YearMonth period) {
    return begin(period.plusMonths(1));
  }

  /** The month before the one of an instant: the last that is over. */
  public static YearMonth lastOver(Instant now) {
    return YearMonth.from(now.atZone(ZoneOffset.UTC)).minusMonths(1);
  }
}
