package openset.set.treatment;

import openset.asn1.AsSent;
import openset.pki.CertificateType;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.card.PANData;
import openset.set.data.order.OIData;
import openset.set.data.outcome.PResData;
import openset.set.data.payment.PIData;
import openset.set.data.payment.PIDualSigned;
import openset.set.data.payment.PIHead;
import openset.set.data.payment.PITBS;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitRes;
import openset.set.message.PInitResData;
import openset.set.message.PRes;
import openset.set.message.PReqDualSigned;
import openset.set.operator.DD;
import openset.set.operator.EX;
import openset.set.operator.L;
import openset.set.operator.Linked;
import openset.set.operator.Opened;
import openset.set.operator.Recipient;
import openset.set.operator.S;
import openset.set.operator.SO;
import openset.set.operator.Signatory;

/**
 * Merchants and cardholders with good keys who break one rule: what an honest one sent is opened,
 * altered at one path ({@link Altered}), and signed and sealed anew, so that only the rule that the
 * change breaks can refuse it. The header always says what is inside.
 */
public final class ForgedOrder {
  public final Offering offering;
  public final Halves halves;
  public final Telling telling;

  /** PInitRes before it is signed. */
  public record Offering(PInitResData data, Signatory signer) {}

  /** Both halves of PReq before they are signed and sealed. */
  public record Halves(
      OIData oi, PIHead head, PANData pan, SigningCredential signer, Recipient to) {}

  /** PRes before it is signed. */
  public record Telling(PResData data, SigningCredential signer) {}

  /** From the purchase that all look at. */
  public static ForgedOrder honest() {
    try {
      return new ForgedOrder(Purchase.honest());
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  /** Opens what {@code purchase} sent, with the keys of those it was sent to. */
  public ForgedOrder(Purchase purchase) throws Refused {
    PurchaseWorld world = purchase.world;
    PInitRes pInitRes = (PInitRes) purchase.pInitRes.wrapper().message();
    offering =
        new Offering(
            S.verify(
                    pInitRes.signed(),
                    PInitResData.CONTENT,
                    Resent.expected(world, CertificateType.MER))
                .value(),
            Signatory.of(world.merchantSigning)
                .enclosing(world.gateway().certificates())
                .enclosingCrls(world.trust().crls()));
    PReqDualSigned pReq = (PReqDualSigned) purchase.pReq.wrapper().message();
    Opened<Linked<PIHead, OIData>, PANData> half =
        EX.open(
            world.gatewayOpening, pReq.piDualSigned().exPIData(), PaymentForms.PI_DUAL_SIGNED);
    halves =
        new Halves(
            pReq.oiDualSigned().value().value(),
            half.value().value(),
            half.extra(),
            world.card.credential(),
            Recipient.self(world.gatewayOpening));
    PRes pRes = (PRes) purchase.pRes.message();
    telling =
        new Telling(
            S.verify(
                    pRes.signed(),
                    PResData.CONTENT,
                    Resent.expected(world, CertificateType.MER))
                .value(),
            world.merchantSigning);
  }

  /** PInitRes with {@code value} at {@code path}. */
  public MessageWrapper pInitRes(String path, Object value) {
    return pInitRes(Altered.at(offering, path, value));
  }

  /** PInitRes of {@code offering}. */
  public MessageWrapper pInitRes(Offering offering) {
    PInitResData data = offering.data();
    PInitRes message = new PInitRes(S.sign(offering.signer(), PInitResData.CONTENT, data));
    return Resent.wrap(data.transIDs(), data.rrpid(), message);
  }

  /** PReq with {@code value} at {@code path}. */
  public MessageWrapper pReq(String path, Object value) {
    return pReq(Altered.at(halves, path, value));
  }

  /** PReq of {@code halves}. */
  public MessageWrapper pReq(Halves halves) {
    return Resent.wrap(halves.oi().transIDs(), halves.oi().rrpid(), dualSigned(halves));
  }

  /** The payment half of {@code halves} with {@code value} at {@code path}. */
  public PIDualSigned payment(String path, Object value) {
    return dualSigned(Altered.at(halves, path, value)).piDualSigned();
  }

  /** {@code halves} under one dual signature. */
  public PReqDualSigned dualSigned(Halves halves) {
    AsSent<OIData> oi = AsSent.of(OIData.TYPE, halves.oi());
    PIData piData = new PIData(halves.head(), halves.pan());
    PITBS tbs =
        new PITBS(DD.ofValue(PIData.CONTENT, piData), DD.of(OIData.CONTENT, oi));
    PIDualSigned payment =
        new PIDualSigned(
            SO.sign(Signatory.of(halves.signer()), PITBS.CONTENT, tbs),
            EX.seal(
                halves.to(),
                PaymentForms.PI_DUAL_SIGNED,
                L.of(halves.head(), OIData.CONTENT, oi.der()),
                halves.pan(),
                PurchaseWorld.RANDOM));
    return new PReqDualSigned(payment, new Linked<>(oi, tbs.hPIData()));
  }

  /** PRes with {@code value} at {@code path}. */
  public MessageWrapper pRes(String path, Object value) {
    Telling told = Altered.at(telling, path, value);
    PRes message =
        new PRes(S.sign(Signatory.of(told.signer()), PResData.CONTENT, told.data()));
    return Resent.wrap(told.data().transIDs(), told.data().rrpid(), message);
  }

  /** PRes that says {@code value} at {@code path} of its only payload. */
  public MessageWrapper payload(String path, Object value) {
    return pRes("data.pResPayloadSeq.0." + path, value);
  }
}
