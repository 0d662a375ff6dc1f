package openset.set.treatment.cardholder;

import static openset.asn1.Field.field;

import java.util.Optional;
import openset.asn1.AsSent;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.Nonce;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.Salt;
import openset.set.data.TransIDs;
import openset.set.data.card.BackKeyData;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PANData;
import openset.set.data.card.PANToken;
import openset.set.data.order.HODInput;
import openset.set.data.order.OIData;
import openset.set.data.order.Offer;
import openset.set.data.payment.Inputs;
import openset.set.data.payment.PIData;
import openset.set.data.payment.PIDataUnsigned;
import openset.set.data.payment.PIDualSigned;
import openset.set.data.payment.PIHead;
import openset.set.data.payment.PITBS;
import openset.set.data.payment.PIUnsigned;
import openset.set.extension.CardChecks;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.message.PReq;
import openset.set.message.PReqDualSigned;
import openset.set.message.PReqUnsigned;
import openset.set.operator.DD;
import openset.set.operator.Detached;
import openset.set.operator.EX;
import openset.set.operator.EXH;
import openset.set.operator.L;
import openset.set.operator.Linked;
import openset.set.operator.Recipient;
import openset.set.operator.SO;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;
import openset.set.treatment.PaymentForms;

/**
 * Makes PReq, {@code spec/preq.md}: the order for the merchant, the payment for the gateway, and
 * one signature over the digests of both; or none, for a card without a certificate.
 */
public final class CreatePReq {
  private CreatePReq() {}

  /**
   * What the cardholder agreed to, to which the answer is held.
   *
   * <pre>
   * PReqAsked ::= SEQUENCE {
   *   transIDs        TransIDs,
   *   rrpid           RRPID,
   *   chall-C         Challenge,
   *   brandID         BrandID,
   *   purchAmt        CurrencyAmount,
   *   merchantID      MerchantID,
   *   merchantThumb   CertThumb,
   *   hOIData         DD{OIData},
   *   acqBackKey      BackKeyData }
   * </pre>
   */
  public record Asked(
      TransIDs transIDs,
      RRPID rrpid,
      Challenge challC,
      BrandID brandID,
      CurrencyAmount purchAmt,
      MerchantID merchantID,
      CertThumb merchantThumb,
      Detached<OIData> hOIData,
      BackKeyData acqBackKey) {
    public static final Tagged<Asked> TYPE =
        Sequence.sequence(
            "PReqAsked",
            field("transIDs", TransIDs.TYPE, Asked::transIDs),
            field("rrpid", RRPID.TYPE, Asked::rrpid),
            field("chall-C", Challenge.TYPE, Asked::challC),
            field("brandID", BrandID.TYPE, Asked::brandID),
            field("purchAmt", CurrencyAmount.TYPE, Asked::purchAmt),
            field("merchantID", MerchantID.TYPE, Asked::merchantID),
            field("merchantThumb", CertThumb.TYPE, Asked::merchantThumb),
            field("hOIData", Detached.type(OIData.CONTENT), Asked::hOIData),
            field("acqBackKey", BackKeyData.TYPE, Asked::acqBackKey),
            Asked::new);

    /** The same agreement, about which another request asked. */
    Asked answeredUnder(RRPID other, Challenge challenge) {
      return new Asked(
          transIDs,
          other,
          challenge,
          brandID,
          purchAmt,
          merchantID,
          merchantThumb,
          hOIData,
          acqBackKey);
    }
  }

  /** The request, and what its answer is held to. */
  public record Created(MessageWrapper wrapper, Asked asked) {}

  /** Both halves before they are sealed. */
  private record Halves(AsSent<OIData> oiData, PIHead head) {
    Linked<PIHead, OIData> link() {
      return L.of(head, OIData.CONTENT, oiData.der());
    }
  }

  /** A card, and what its issuer may check beside the signature. */
  private record Payer(PayingCard card, CardChecks checks) {
    CardSecret cardSecret() {
      return card instanceof Card certified ? certified.cardSecret() : CardSecret.NONE;
    }
  }

  /** Agrees to {@code offer} of a proved merchant, paid with {@code card}. */
  public static Created create(
      ProcessPInitRes.Proved proved, AsSent<Offer> offer, Card card, Means means)
      throws Refused {
    return create(proved, offer, card, CardChecks.NONE, means);
  }

  /**
   * The same.
   *
   * @param checks what the issuer is to check beside the signature
   */
  public static Created create(
      ProcessPInitRes.Proved proved,
      AsSent<Offer> offer,
      Card card,
      CardChecks checks,
      Means means)
      throws Refused {
    Halves halves = halves(proved, offer, new Payer(card, checks), means);
    // PReq-C-03: PANData with a new nonce.
    PANData pan =
        new PANData(card.pan(), card.expiry(), card.panSecret(), nonce(means));
    // PReq-C-04: one signature over both digests.
    AsSent<PIData> piData = AsSent.of(PIData.TYPE, new PIData(halves.head(), pan));
    PITBS tbs =
        new PITBS(DD.of(PIData.CONTENT, piData), DD.of(OIData.CONTENT, halves.oiData()));
    // PReq-C-05: the payment half is sealed to the gateway, linked to the order half.
    PIDualSigned payment =
        new PIDualSigned(
            SO.sign(Signatory.of(card.credential()), PITBS.CONTENT, tbs),
            EX.seal(
                Recipient.of(proved.gateway()),
                PaymentForms.PI_DUAL_SIGNED,
                halves.link(),
                pan,
                means.randomness()));
    // PReq-C-06: the order half goes in clear, linked to the payment half.
    PReqDualSigned request =
        new PReqDualSigned(payment, new Linked<>(halves.oiData(), tbs.hPIData()));
    return created(proved, halves, request, means);
  }

  /**
   * Orders {@code offer} of a proved merchant with a card that has no certificate: nothing is
   * signed, so nothing proves later that the cardholder agreed.
   *
   * @throws Refused CERT-19 where the gateway takes signed payments only, PReq-C-09 for a plan
   */
  public static Created unsigned(
      ProcessPInitRes.Proved proved,
      AsSent<Offer> offer,
      UncertifiedCard card,
      CardChecks checks,
      Means means)
      throws Refused {
    // CERT-19: only to a gateway whose certificate says that it takes this form.
    if (!proved.takesUnsigned()) throw new Refused(ErrorCode.signatureRequired, "CERT-19");
    // PReq-C-09: what is to be paid again and again is signed.
    if (offer.value().installRecurData().isPresent()) {
      throw new Refused(ErrorCode.signatureRequired, "PReq-C-09");
    }
    Halves halves = halves(proved, offer, new Payer(card, checks), means);
    // PReq-C-08: PANToken with a new nonce, sealed to the gateway and linked to the order half.
    PANToken pan = new PANToken(card.pan(), card.expiry(), nonce(means));
    PIUnsigned payment =
        new PIUnsigned(
            EXH.seal(
                Recipient.of(proved.gateway()),
                PaymentForms.PI_UNSIGNED,
                halves.link(),
                pan,
                means.randomness()));
    AsSent<PIDataUnsigned> piData =
        AsSent.of(PIDataUnsigned.TYPE, new PIDataUnsigned(halves.head(), pan));
    PReqUnsigned request =
        new PReqUnsigned(
            payment, L.of(halves.oiData(), PIDataUnsigned.CONTENT, piData.der()));
    return created(proved, halves, request, means);
  }

  private static Halves halves(
      ProcessPInitRes.Proved proved, AsSent<Offer> offer, Payer payer, Means means) {
    // PReq-C-01: OIData, with a new RRPID and a new salt.
    Salt odSalt = Salt.random(means.randomness());
    Detached<HODInput> hod =
        DD.ofValue(HODInput.CONTENT, offer.value().hodInput(odSalt));
    AsSent<OIData> oiData =
        AsSent.of(OIData.TYPE, oiData(proved, hod, odSalt, payer.card(), means));
    // PReq-C-02: PIHead, which names merchant and gateway, with a new key for the way back.
    BackKeyData back = BackKeyData.random(means.randomness());
    return new Halves(oiData, head(proved, hod, offer.value(), payer, back, means));
  }

  private static Nonce nonce(Means means) {
    return Nonce.of(means.randomness().bytes(Nonce.OCTETS));
  }

  private static OIData oiData(
      ProcessPInitRes.Proved proved,
      Detached<HODInput> hod,
      Salt odSalt,
      PayingCard card,
      Means means) {
    return new OIData(
        proved.transIDs(),
        RRPID.of(means.randomness().bytes(RRPID.OCTETS)),
        proved.challC(),
        hod,
        odSalt,
        proved.challM(),
        card.brandID(),
        card.bin(),
        Optional.empty(),
        Optional.empty(),
        proved.gatewayThumb(),
        proved.merchantThumb());
  }

  private static PIHead head(
      ProcessPInitRes.Proved proved,
      Detached<HODInput> hod,
      Offer offer,
      Payer payer,
      BackKeyData back,
      Means means) {
    return new PIHead(
        proved.transIDs(),
        new Inputs(hod, offer.total()),
        proved.merchantID(),
        offer.installRecurData(),
        payer.cardSecret().stain(proved.transIDs().xid()),
        new SWIdent(means.policy().swIdent()),
        Optional.of(back),
        // PReq-C-07: what the issuer may check is told to the gateway alone.
        payer.checks().extensions(),
        proved.gatewayThumb(),
        proved.merchantThumb());
  }

  private static Created created(
      ProcessPInitRes.Proved proved, Halves halves, PReq request, Means means) {
    OIData oiData = halves.oiData().value();
    Asked asked =
        new Asked(
            proved.transIDs(),
            oiData.rrpid(),
            oiData.challC(),
            oiData.brandID(),
            halves.head().inputs().purchAmt(),
            proved.merchantID(),
            proved.merchantThumb(),
            DD.of(OIData.CONTENT, halves.oiData()),
            halves.head().acqBackKeyData().orElseThrow());
    MessageHeader header =
        MessageHeader.of(
            means.now(),
            Optional.of(MessageIDs.of(proved.transIDs())),
            oiData.rrpid(),
            new SWIdent(means.policy().swIdent()));
    return new Created(MessageWrapper.of(header, request), asked);
  }
}
