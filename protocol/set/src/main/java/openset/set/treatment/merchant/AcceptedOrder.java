package openset.set.treatment.merchant;

import java.util.Optional;
import openset.asn1.AsSent;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;
import openset.set.data.order.HODInput;
import openset.set.data.order.OIData;
import openset.set.data.payment.PI;
import openset.set.operator.Detached;

/**
 * An order that a cardholder is proved to have agreed to; or that came unsigned, where that is
 * taken, and which then nobody is proved to have agreed to.
 *
 * @param rrpid of PReq, which PRes answers
 * @param purchAmt the total agreed to
 */
public record AcceptedOrder(
    TransIDs transIDs,
    RRPID rrpid,
    Challenge challC,
    BrandID brandID,
    CurrencyAmount purchAmt,
    Proof proof) {
  /**
   * What the gateway will compare.
   *
   * @param hOIData digest of the order half as it was sent
   * @param hod2 digest of our own order
   * @param pi the payment half, unopened
   * @param cardholder the signer's certificate; empty where nobody signed
   */
  public record Proof(
      Detached<OIData> hOIData,
      Detached<HODInput> hod2,
      AsSent<PI> pi,
      Optional<CertThumb> cardholder) {}
}
