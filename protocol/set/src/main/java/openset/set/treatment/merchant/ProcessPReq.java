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
import openset.set.message.PReqUnsigned;
import openset.set.operator.DD;
import openset.set.operator.Detached;
import openset.set.operator.Expected;
import openset.set.operator.SO;
import openset.set.operator.Verified;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/**
 * Proves the order half of a purchase, {@code spec/preq.md}. The payment half is carried, unopened.
 * Of the unsigned form nothing is proved but that it is about our offer; the gateway compares the
 * digests.
 */
public final class ProcessPReq {
  private ProcessPReq() {}

  /** What came of it. */
  public sealed interface Outcome {
    /** Exactly this order for exactly this amount was agreed to, or sent unsigned. */
    record Accepted(AcceptedOrder order) implements Outcome {}

    /** It is another order or amount than ours: PRes says orderRejected. */
    record Rejected(OIData oiData, Optional<CertThumb> cardholder, String rule)
        implements Outcome {}
  }

  /**
   * Checks {@code request} against what was opened and offered.
   *
   * @throws Refused signatureRequired where nobody signed and that is not taken; a signature that
   *     does not hold is refused as such, wherever
   */
  public static Outcome process(
      MessageWrapper wrapper, PReq request, Known known, Means means) throws Refused {
    // PReq-M-01: the wrapper is fresh.
    WrapperCheck.fresh(wrapper, means);
    // PReq-M-02: the dual signature is there, or its absence is allowed; never passed over.
    return switch (request) {
      case PReqDualSigned dual -> signed(wrapper, dual, known, means);
      case PReqUnsigned bare when known.unsigned() -> unsigned(wrapper, bare, known);
      case PReqUnsigned _ -> throw new Refused(ErrorCode.signatureRequired, "PReq-M-02");
    };
  }

  private static Outcome signed(
      MessageWrapper wrapper, PReqDualSigned dual, Known known, Means means) throws Refused {
    AsSent<OIData> sent = dual.oiDualSigned().value();
    identifiers(wrapper, sent.value(), known.sale());
    // PReq-M-07: one dual signature over both digests, by a cardholder of the brand.
    PITBS tbs = new PITBS(dual.oiDualSigned().link(), DD.of(OIData.CONTENT, sent));
    Verified<PITBS> signed =
        SO.verify(dual.piDualSigned().piSignature(), PITBS.CONTENT, tbs, expected(known, means));
    CertThumb cardholder = CertThumb.of(signed.signer().certificate());
    // PReq-M-08: an XID belongs to the cardholder who first ordered with it.
    if (known.earlier().filter(thumb -> !thumb.equals(cardholder)).isPresent()) {
      throw new Refused(ErrorCode.unknownXID, "PReq-M-08");
    }
    return order(sent, dual.piDualSigned(), Optional.of(cardholder), known);
  }

  private static Outcome unsigned(MessageWrapper wrapper, PReqUnsigned bare, Known known)
      throws Refused {
    AsSent<OIData> sent = bare.oiUnsigned().value();
    identifiers(wrapper, sent.value(), known.sale());
    // PReq-M-08: an XID that was ordered with under a signature is never ordered with without.
    if (known.earlier().isPresent()) throw new Refused(ErrorCode.unknownXID, "PReq-M-08");
    return order(sent, bare.piUnsigned(), Optional.empty(), known);
  }

  private static Outcome order(
      AsSent<OIData> sent, PI pi, Optional<CertThumb> cardholder, Known known) {
    OIData oiData = sent.value();
    // PReq-M-09: HOD is the digest of our own offer and price.
    Detached<HODInput> hod2 =
        DD.ofValue(HODInput.CONTENT, known.offer().hodInput(oiData.odSalt()));
    if (!hod2.equals(oiData.hod())) {
      return new Outcome.Rejected(oiData, cardholder, "PReq-M-09");
    }
    return new Outcome.Accepted(
        new AcceptedOrder(
            oiData.transIDs(),
            oiData.rrpid(),
            oiData.challC(),
            oiData.brandID(),
            known.offer().total(),
            new AcceptedOrder.Proof(
                DD.of(OIData.CONTENT, sent), hod2, AsSent.of(PI.TYPE, pi), cardholder)));
  }

  /**
   * What the merchant holds the cardholder to.
   *
   * @param earlier the certificate that an earlier PReq of this XID was signed with
   * @param unsigned whether the gateway's certificate and the merchant's practice both allow a PReq
   *     that nobody signed
   */
  public record Known(
      OpenedSale sale, Offer offer, Optional<CertThumb> earlier, boolean unsigned) {
    /** Only what is signed is taken. */
    public Known(OpenedSale sale, Offer offer, Optional<CertThumb> earlier) {
      this(sale, offer, earlier, false);
    }
  }

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
