package openset.gateway.authorization;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import openset.set.data.CurrencyAmount;
import openset.set.treatment.gateway.ProcessAuthReq;

/**
 * What an acquirer allows its merchants.
 *
 * @param standIn within which limits the gateway approves by itself where the issuer cannot be
 *     asked; empty where it never does
 * @param life for how long an authorization is good whose end the issuer does not say
 */
public record Rules(
    ProcessAuthReq.Allowed allowed, Optional<StandInLimits> standIn, Duration life) {
  /** How long an authorization is good where nobody says otherwise. */
  public static final Duration LIFE = Duration.ofDays(7);

  /** Nothing special. */
  public static final Rules PLAIN =
      new Rules(ProcessAuthReq.Allowed.PLAIN, Optional.empty());

  /** The same with the usual life. */
  public Rules(ProcessAuthReq.Allowed allowed, Optional<StandInLimits> standIn) {
    this(allowed, standIn, LIFE);
  }

  /** The end of what is approved now, to the second. */
  Instant end(Instant now) {
    return now.plus(life).truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * How far the gateway goes without the issuer. Another currency is never approved.
   *
   * @param perPurchase the most for one authorization
   * @param perCardAndDay the most for all of one card on one day of UTC
   */
  public record StandInLimits(CurrencyAmount perPurchase, CurrencyAmount perCardAndDay) {
    /** Whether so much more is within. */
    boolean allow(CurrencyAmount amount, long today) {
      return amount.sameCurrency(perPurchase)
          && amount.sameCurrency(perCardAndDay)
          && !amount.exceeds(perPurchase)
          && today + amount.minor() <= perCardAndDay.minor();
    }
  }
}
