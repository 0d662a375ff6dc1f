package openset.set.treatment.gateway;

import static openset.set.treatment.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import openset.asn1.AsSent;
import openset.crypto.Suite;
import openset.pki.issue.CertificatePlan;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.Salt;
import openset.set.data.TransIDs;
import openset.set.data.XID;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PAN;
import openset.set.data.card.PANToken;
import openset.set.data.order.OIData;
import openset.set.data.payment.PIDualSigned;
import openset.set.data.payment.PIHead;
import openset.set.data.payment.PIUnsigned;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.InstallRecurInd;
import openset.set.message.AuthReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.EX;
import openset.set.operator.EXH;
import openset.set.operator.L;
import openset.set.operator.Recipient;
import openset.set.treatment.Altered;
import openset.set.treatment.Brand;
import openset.set.treatment.ForgedAuthorization;
import openset.set.treatment.ForgedOrder;
import openset.set.treatment.PaymentForms;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.Receivers;
import openset.set.treatment.gateway.ProcessAuthReq.Allowed;
import openset.set.treatment.gateway.ProcessAuthReq.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Payment halves that no cardholder signed, at a gateway that may take them. */
final class UnsignedHalfTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final PurchaseWorld WORLD = HONEST.world;
  private static final ForgedOrder ORDER = ForgedOrder.honest();
  private static final ForgedAuthorization FORGED = ForgedAuthorization.honest();
  private static final Brand.Pair OPEN =
      WORLD.brand.gateway(Suite.CLASSICAL, 3, CertificatePlan.Terms.of(false));
  private static final Allowed WAIVED =
      new Allowed(true, 0, Set.of(PurchaseWorld.MERCHANT_ID));
  private static final String PAYLOAD = "data.authReqItem.authReqPayload.";

  /** An unsigned half before it is sealed. */
  public record Half(OIData oi, PIHead head, PANToken account, Recipient to) {
    static Half honest() {
      PIHead signed = ORDER.halves.head();
      PIHead named =
          Altered.at(signed, "gatewayThumb", CertThumb.of(OPEN.opening().certificate()));
      PIHead head =
          Altered.at(
              named, "transStain", CardSecret.NONE.stain(signed.transIDs().xid()));
      PANToken account =
          new PANToken(
              ORDER.halves.pan().pan(),
              ORDER.halves.pan().cardExpiry(),
              ORDER.halves.pan().exNonce());
      return new Half(ORDER.halves.oi(), head, account, forGateway(OPEN));
    }

    PIUnsigned with(String path, Object value) {
      return Altered.at(this, path, value).sealed();
    }

    PIUnsigned sealed() {
      AsSent<OIData> sent = AsSent.of(OIData.TYPE, oi);
      return new PIUnsigned(
          EXH.seal(
              to,
              PaymentForms.PI_UNSIGNED,
              L.of(head, OIData.CONTENT, sent.der()),
              account,
              PurchaseWorld.RANDOM));
    }
  }

  private static ForgedAuthorization.Asking asking(PIUnsigned half) {
    ForgedAuthorization.Asking asking = Altered.at(FORGED.asking, "pi", half);
    return Altered.at(asking, "to", forGateway(OPEN));
  }

  private static Recipient forGateway(Brand.Pair gateway) {
    try {
      return Recipient.self(gateway.opening());
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  private static Outcome taken(ForgedAuthorization.Asking asking, Allowed allowed)
      throws Refused {
    MessageWrapper came = Receivers.sent(FORGED.authReq(asking));
    ProcessAuthReq.Given given =
        new ProcessAuthReq.Given(Optional.empty(), acquirer -> allowed);
    return ProcessAuthReq.process(
        came, (AuthReq) came.message(), OPEN.opening(), given, HONEST.means);
  }

  private static void answers(
      AuthCode code, String rule, ForgedAuthorization.Asking asking, Allowed allowed)
      throws Refused {
    assertThat(taken(asking, allowed))
        .isInstanceOfSatisfying(
            Outcome.NotAgreed.class,
            not -> {
              assertThat(not.rule()).isEqualTo(rule);
              assertThat(not.authCode()).isEqualTo(code);
            });
  }

  private static void answers(AuthCode code, String rule, PIUnsigned half) throws Refused {
    answers(code, rule, asking(half), WAIVED);
  }

  @Test
  @Tag("AuthReq-P-05")
  void whereCertificateAndAcquirerWaiveTheSignatureTheIssuerIsAskedAboutAnUnprovedHolder()
      throws Refused {
    Outcome outcome = taken(asking(Half.honest().sealed()), WAIVED);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Agreed.class,
            agreed -> {
              assertThat(agreed.account().authenticated()).isEmpty();
              assertThat(agreed.account().pan()).isEqualTo(HONEST.agreed.account().pan());
              assertThat(agreed.consent().hOIData())
                  .isEqualTo(HONEST.agreed.consent().hOIData());
              assertThat(agreed.toString())
                  .doesNotContain(agreed.account().pan().digits());
            });
  }

  @Test
  @Tag("AuthReq-P-05")
  @Tag("P18")
  void anAcquirerThatDoesNotNameTheMerchantWantsTheSignature() throws Refused {
    ForgedAuthorization.Asking asking = asking(Half.honest().sealed());
    answers(AuthCode.signatureRequired, "AuthReq-P-05", asking, Allowed.PLAIN);
    Allowed another = new Allowed(true, 0, Set.of(new MerchantID("M-0002")));
    answers(AuthCode.signatureRequired, "AuthReq-P-05", asking, another);
  }

  @Test
  @Tag("AuthReq-P-05")
  @Tag("P18")
  void aGatewayWhoseCertificateRequiresTheSignatureWantsItWhateverTheAcquirerSays()
      throws Refused {
    PIHead head =
        Altered.at(
            Half.honest().head(),
            "gatewayThumb",
            CertThumb.of(WORLD.gatewayOpening.certificate()));
    Half half =
        new Half(
            ORDER.halves.oi(),
            head,
            Half.honest().account(),
            Recipient.self(WORLD.gatewayOpening));
    MessageWrapper came = Receivers.sent(FORGED.authReq("pi", half.sealed()));
    ProcessAuthReq.Given given =
        new ProcessAuthReq.Given(Optional.empty(), acquirer -> WAIVED);
    assertThat(
            ProcessAuthReq.process(
                came, (AuthReq) came.message(), WORLD.gatewayOpening, given, HONEST.means))
        .isInstanceOfSatisfying(
            Outcome.NotAgreed.class,
            not -> {
              assertThat(not.rule()).isEqualTo("AuthReq-P-05");
              assertThat(not.authCode()).isEqualTo(AuthCode.signatureRequired);
            });
  }

  @Test
  @Tag("AuthReq-P-06")
  void theMerchantsOwnDigestsComeWithAnUnsignedHalfToo() throws Refused {
    ForgedAuthorization.Asking without =
        Altered.at(
            asking(Half.honest().sealed()),
            "data.authReqItem.checkDigests",
            Optional.empty());
    answers(AuthCode.invalidTransaction, "AuthReq-P-06", without, WAIVED);
  }

  @Test
  @Tag("AuthReq-P-07")
  void itIsCapturedAtOnceOnlyWhereTheAcquirerAllowsThat() throws Refused {
    ForgedAuthorization.Asking atOnce =
        Altered.at(asking(Half.honest().sealed()), "data.captureNow", true);
    answers(
        AuthCode.captureNotSupported,
        "AuthReq-P-07",
        atOnce,
        new Allowed(false, 0, Set.of(PurchaseWorld.MERCHANT_ID)));
    assertThat(taken(atOnce, WAIVED)).isInstanceOf(Outcome.Agreed.class);
  }

  @Test
  @Tag("AuthReq-P-08")
  @Tag("P18")
  void aHalfOfTheOtherKindIsNotRead() {
    PIUnsigned signedInside =
        new PIUnsigned(
            new EXH<>(
                EX.seal(
                        forGateway(OPEN),
                        PaymentForms.PI_DUAL_SIGNED,
                        L.of(
                            Half.honest().head(),
                            OIData.CONTENT,
                            AsSent.of(OIData.TYPE, ORDER.halves.oi()).der()),
                        ORDER.halves.pan(),
                        PurchaseWorld.RANDOM)
                    .cms()));
    refused(
        ErrorCode.decodingFailure, "OP-35", () -> taken(asking(signedInside), WAIVED));
    PIDualSigned honest = (PIDualSigned) FORGED.asking.pi();
    PIDualSigned unsignedInside =
        new PIDualSigned(
            honest.piSignature(),
            new EX<>(Half.honest().sealed().exhPIData().cms()));
    ForgedAuthorization.Asking signed =
        Altered.at(asking(Half.honest().sealed()), "pi", unsignedInside);
    refused(ErrorCode.decodingFailure, "OP-35", () -> taken(signed, WAIVED));
  }

  @Test
  @Tag("AuthReq-P-08")
  void aHalfThatIsSealedToAnotherGatewayIsNotRead() {
    refused(
        ErrorCode.decodingFailure,
        "OP-35",
        () ->
            taken(
                asking(Half.honest().with("to", Recipient.self(WORLD.gatewayOpening))),
                WAIVED));
  }

  @Test
  @Tag("AuthReq-P-10")
  void aHalfThatIsLinkedToAnotherOrderIsNotAgreed() throws Refused {
    OIData other =
        Altered.at(ORDER.halves.oi(), "odSalt", Salt.random(PurchaseWorld.RANDOM));
    answers(AuthCode.piAuthMismatch, "AuthReq-P-10", Half.honest().with("oi", other));
  }

  @Test
  @Tag("AuthReq-P-11")
  void aHalfOfAnotherPurchaseIsNotAgreed() throws Refused {
    TransIDs other =
        Altered.at(
            Half.honest().head().transIDs(), "xid", XID.random(PurchaseWorld.RANDOM));
    answers(AuthCode.piAuthMismatch, "AuthReq-P-11", Half.honest().with("head.transIDs", other));
  }

  @Test
  @Tag("AuthReq-P-12")
  void aHalfForAnotherMerchantOrGatewayIsNotAgreed() throws Refused {
    CertThumb gateway = CertThumb.of(WORLD.gatewayOpening.certificate());
    answers(
        AuthCode.piAuthMismatch,
        "AuthReq-P-12",
        Half.honest().with("head.gatewayThumb", gateway));
    answers(
        AuthCode.piAuthMismatch,
        "AuthReq-P-12",
        Half.honest().with("head.merchantID", new MerchantID("M-0002")));
  }

  @Test
  @Tag("AuthReq-P-13")
  void moreThanTheHalfSaysIsNotAgreed() throws Refused {
    ForgedAuthorization.Asking more =
        Altered.at(
            asking(Half.honest().sealed()),
            PAYLOAD + "authReqAmt",
            HONEST.order.purchAmt().plus(CurrencyAmount.of("EUR", 1)));
    answers(AuthCode.amountError, "AuthReq-P-13", more, WAIVED);
  }

  @Test
  @Tag("AuthReq-P-19")
  void nothingFollowsFromWhatNobodySigned() throws Refused {
    Optional<InstallRecurData> three =
        Optional.of(
            new InstallRecurData(
                new InstallRecurInd.InstallTotalTrans(3), Optional.empty()));
    PIUnsigned half = Half.honest().with("head.installRecurData", three);
    answers(
        AuthCode.signatureRequired,
        "AuthReq-P-19",
        Altered.at(asking(half), PAYLOAD + "installRecurData", three),
        WAIVED);
    answers(
        AuthCode.signatureRequired,
        "AuthReq-P-19",
        Altered.at(
            asking(Half.honest().sealed()), PAYLOAD + "subsequentAuthInd", true),
        WAIVED);
    answers(AuthCode.installRecurMismatch, "AuthReq-P-16", half);
  }

  @Test
  @Tag("AuthReq-P-20")
  @Tag("P18")
  void whoHasACardSecretHasACertificateAndSigns() throws Refused {
    answers(
        AuthCode.signatureRequired,
        "AuthReq-P-20",
        Half.honest().with("head.transStain", ORDER.halves.head().transStain()));
  }

  @Test
  @Tag("ACC-02")
  void theAccountNumberIsNotInTheOctetsTheMerchantCarries() {
    PAN pan = ORDER.halves.pan().pan();
    byte[] octets = PIUnsigned.TYPE.encode(Half.honest().sealed());
    assertThat(new String(octets, StandardCharsets.ISO_8859_1))
        .doesNotContain(pan.digits())
        .doesNotContain(pan.digits().substring(6, 15));
  }
}
