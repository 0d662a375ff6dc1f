package openset.gateway.authorization;

import java.util.Optional;
import openset.set.data.CurrencyAmount;
import openset.set.treatment.gateway.ProcessAuthReq;

/**
 * What an acquirer allows its merchants, and within which limits the gateway approves by itself
 * where the issuer cannot be asked; empty where it never does.
 */
public record Rules(ProcessAuthReq.Allowed allowed, Optional<StandInLimits> standIn) {
  /** Nothing special. */
  public static final Rules PLAIN =
      new Rules(ProcessAuthReq.Allowed.PLAIN, Optional.empty());

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
