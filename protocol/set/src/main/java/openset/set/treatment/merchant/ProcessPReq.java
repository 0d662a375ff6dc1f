package openset.set.treatment.merchant;

import java.util.Optional;
import openset.asn1.AsSent;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.order.HODInput;
import openset.set.data.order.OIData;
import openset.set.data.order.Offer;
import openset.set.data.payment.PI;
import openset.set.data.payment.PITBS;
import openset.set.message.MessageWrapper;
import openset.set.message.PReq;
import openset.set.message.PReqDualSigned;
import openset.set.operator.DD;
import openset.set.operator.Detached;
import openset.set.operator.Expected;
import openset.set.operator.SO;
import openset.set.operator.Verified;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/**
 * Proves the order half of a purchase, {@code spec/preq.md}. The payment half is carried, unopened.
 */
public final class ProcessPReq {
  private ProcessPReq() {}

  /** What came of it. */
  public sealed interface Outcome {
    /** The cardholder agreed to exactly this order for exactly this amount. */
    record Accepted(AcceptedOrder order) implements Outcome {}

    /** The cardholder agreed to another order or amount: PRes says orderRejected. */
    record Rejected(OIData oiData, CertThumb cardholder, String rule) implements Outcome {}
  }

  /**
   * Checks {@code request} against what was opened and offered.
   *
   * @param earlier the certificate that an earlier PReq of this XID was signed with
   */
  public static Outcome process(
      MessageWrapper wrapper, PReq request, Known known, Means means) throws Refused {
    // PReq-M-01: the wrapper is fresh.
    WrapperCheck.fresh(wrapper, means);
    // PReq-M-02: the dual signature is there; its absence is never passed over in silence.
    if (!(request instanceof PReqDualSigned dual)) {
      throw new Refused(ErrorCode.signatureRequired, "PReq-M-02");
    }
    AsSent<OIData> sent = dual.oiDualSigned().value();
    OIData oiData = sent.value();
    identifiers(wrapper, oiData, known.sale());
    // PReq-M-07: one dual signature over both digests, by a cardholder of the brand.
    PITBS tbs = new PITBS(dual.oiDualSigned().link(), DD.of(OIData.CONTENT, sent));
    Verified<PITBS> signed =
        SO.verify(dual.piDualSigned().piSignature(), PITBS.CONTENT, tbs, expected(known, means));
    CertThumb cardholder = CertThumb.of(signed.signer().certificate());
    // PReq-M-08: an XID belongs to the cardholder who first ordered with it.
    if (known.earlier().filter(thumb -> !thumb.equals(cardholder)).isPresent()) {
      throw new Refused(ErrorCode.unknownXID, "PReq-M-08");
    }
    // PReq-M-09: HOD is the digest of our own offer and price.
    Detached<HODInput> hod2 =
        DD.ofValue(HODInput.CONTENT, known.offer().hodInput(oiData.odSalt()));
    if (!hod2.equals(oiData.hod())) {
      return new Outcome.Rejected(oiData, cardholder, "PReq-M-09");
    }
    PI pi = dual.piDualSigned();
    return new Outcome.Accepted(
        new AcceptedOrder(
            oiData.transIDs(),
            oiData.rrpid(),
            oiData.challC(),
            oiData.brandID(),
            known.offer().total(),
            new AcceptedOrder.Proof(
                tbs.hOIData(), hod2, AsSent.of(PI.TYPE, pi), cardholder)));
  }

  /** What the merchant holds the cardholder to. */
  public record Known(OpenedSale sale, Offer offer, Optional<CertThumb> earlier) {}

  private static void identifiers(MessageWrapper wrapper, OIData oiData, OpenedSale sale)
      throws Refused {
    // PReq-M-03: identifiers outside are those inside, and those of PInitRes.
    WrapperCheck.sameRRPID(wrapper, oiData.rrpid());
    WrapperCheck.sameIDs(wrapper, oiData.transIDs());
    if (!oiData.transIDs().equals(sale.transIDs())) {
      throw new Refused(ErrorCode.unknownXID, "PReq-M-03");
    }
    // PReq-M-04: both challenges are those of PInitRes; without PInit there is none of ours.
    boolean challenges =
        oiData.challC().equals(sale.challC()) && oiData.challM().equals(sale.challM());
    if (!challenges) throw new Refused(ErrorCode.challengeMismatch, "PReq-M-04");
    // PReq-M-05: brand and BIN are those the gateway was chosen for.
    if (!oiData.brandID().equals(sale.brandID()) || !oiData.bin().equals(sale.bin())) {
      throw new Refused(ErrorCode.wrapperMsgMismatch, "PReq-M-05");
    }
    // PReq-M-06: the cardholder means this merchant and the gateway it was shown.
    boolean named =
        oiData.gatewayThumb().equals(sale.peThumb())
            && oiData.merchantThumb().equals(sale.merchantThumb());
    if (!named) throw new Refused(ErrorCode.invalidCertificate, "PReq-M-06");
    WrapperCheck.extensions(oiData.oiExtensions());
  }

  private static Expected expected(Known known, Means means) {
    Required card =
        Required.of(CertificateType.CARD, KeyUse.SIGN, known.sale().brandID().name());
    return Expected.of(card, means.trust(), means.now());
  }
}
