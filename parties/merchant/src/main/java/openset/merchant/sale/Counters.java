package openset.merchant.sale;

import openset.merchant.settlement.Settlements;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.treatment.Means;

/** The brands a merchant takes. */
@FunctionalInterface
public interface Counters {
  /**
   * The counter for a brand.
   *
   * @throws Refused PInitReq-M-06 where the merchant has no credentials for it, or no gateway that
   *     is proved now
   */
  Counter of(BrandID brandID, Means means) throws Refused;

  /** What the acquirers of its brands say that they settled. */
  default Settlements settlements() {
    return Settlements.NONE;
  }
}
