package openset.set.treatment.cardholder;

import static openset.set.treatment.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.Trust;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.Digest;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.Thumbs;
import openset.set.data.order.Offer;
import openset.set.message.MessageWrapper;
import openset.set.operator.DD;
import openset.set.operator.Signatory;
import openset.set.treatment.Altered;
import openset.set.treatment.Brand;
import openset.set.treatment.ForgedOrder;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the wallet refuses of a PInitRes that a merchant properly signed. */
final class ProcessPInitResTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final PurchaseWorld WORLD = HONEST.world;
  private static final ForgedOrder FORGED = ForgedOrder.honest();

  private static void refuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> HONEST.receivers().pInitRes(wrapper));
  }

  private static Signatory signatory(Brand.Pair pair) {
    return Signatory.of(pair.signing()).enclosing(WORLD.gateway().certificates());
  }

  @Test
  void provesWhatWasSignedAnew() throws Refused {
    assertThat(HONEST.receivers().pInitRes(FORGED.pInitRes(FORGED.offering)))
        .isEqualTo(HONEST.proved);
  }

  @Test
  @Tag("PInitRes-C-01")
  void anAnswerThatIsOldOrToAnotherRequestIsRefused() {
    MessageWrapper wrapper = HONEST.pInitRes.wrapper();
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(
            wrapper, "messageHeader.date", PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
    RRPID other = RRPID.random(PurchaseWorld.RANDOM);
    refuses(ErrorCode.unknownRRPID, "W-05", FORGED.pInitRes("data.rrpid", other));
  }

  @Test
  @Tag("PInitRes-C-02")
  void onlyAMerchantOfTheBrandSpeaks() {
    Brand other = WORLD.otherBrand();
    Signatory stranger =
        signatory(other.merchant(Suite.CLASSICAL, "M-0001", "999001"))
            .enclosingCrls(other.crls());
    refuses(ErrorCode.invalidCertificate, "CERT-28", FORGED.pInitRes("signer", stranger));
    Signatory gateway =
        Signatory.of(WORLD.gatewaySigning).enclosing(WORLD.gateway().certificates());
    refuses(ErrorCode.invalidCertificate, "CERT-28", FORGED.pInitRes("signer", gateway));
    Signatory cardholder =
        Signatory.of(WORLD.card.credential()).enclosing(WORLD.gateway().certificates());
    refuses(ErrorCode.invalidCertificate, "CERT-28", FORGED.pInitRes("signer", cardholder));
  }

  @Test
  @Tag("PInitRes-C-02")
  void aMerchantWhoIsRevokedByAnEnclosedCrlIsRefused() {
    Trust revoked = WORLD.trust(WORLD.merchantSigning.certificate());
    Signatory honestOfItself = FORGED.offering.signer().enclosingCrls(revoked.crls());
    MessageWrapper wrapper = FORGED.pInitRes("signer", honestOfItself);
    refuses(ErrorCode.revokedCertificate, "CERT-27", wrapper);
    refused(
        ErrorCode.revokedCertificate,
        "CERT-27",
        () -> HONEST.receivers(WORLD.rootOnly()).pInitRes(wrapper));
  }

  @Test
  @Tag("PInitRes-C-03")
  @Tag("P23")
  void rrpidAndLabelsInsideAreOurs() {
    RRPID other = RRPID.random(PurchaseWorld.RANDOM);
    MessageWrapper answered =
        Altered.at(
            FORGED.pInitRes("data.rrpid", other),
            "messageHeader.rrpid",
            Optional.of(HONEST.pInitReq.asked().rrpid()));
    refuses(ErrorCode.unknownRRPID, "PInitRes-C-03", answered);
    LocalID label = LocalID.ofText("another");
    refuses(
        ErrorCode.unknownLID, "PInitRes-C-03", FORGED.pInitRes("data.transIDs.lidC", label));
    refuses(
        ErrorCode.unknownLID,
        "PInitRes-C-03",
        FORGED.pInitRes("data.transIDs.lidM", Optional.of(label)));
    refuses(
        ErrorCode.unknownLID,
        "PInitRes-C-03",
        FORGED.pInitRes("data.transIDs.lidM", Optional.empty()));
  }

  @Test
  @Tag("PInitRes-C-03")
  @Tag("K09")
  void thumbsThatWeNeverSentAreRefused() {
    Thumbs held =
        new Thumbs(
            List.of(new Digest(WORLD.merchantSigning.certificate().thumb())),
            List.of(),
            List.of());
    refuses(
        ErrorCode.thumbsMismatch,
        "PInitRes-C-03",
        FORGED.pInitRes("data.thumbs", Optional.of(held)));
  }

  @Test
  @Tag("PInitRes-C-04")
  void anotherChallengeThanOursIsAnOldAnswer() {
    Challenge other = Challenge.random(PurchaseWorld.RANDOM);
    refuses(
        ErrorCode.challengeMismatch, "PInitRes-C-04", FORGED.pInitRes("data.challC", other));
  }

  @Test
  @Tag("PInitRes-C-05")
  @Tag("P11")
  @Tag("ORD-01")
  void anotherOfferThanTheOneShownIsRefused() {
    AsSent<Offer> dearer = PurchaseWorld.offer(1491);
    refuses(
        ErrorCode.unspecifiedFailure,
        "PInitRes-C-05",
        FORGED.pInitRes("data.offerDigest", DD.of(Offer.CONTENT, dearer)));
    AsSent<Offer> samePrice = PurchaseWorld.offer(1490);
    refuses(
        ErrorCode.unspecifiedFailure,
        "PInitRes-C-05",
        FORGED.pInitRes("data.offerDigest", DD.of(Offer.CONTENT, samePrice)));
  }

  @Test
  @Tag("PInitRes-C-06")
  void aGatewayWhoseCertificateDidNotComeAlongIsRefused() {
    Brand.Pair other = WORLD.brand.gateway(Suite.CLASSICAL, 2);
    refuses(
        ErrorCode.missingCertificate,
        "PInitRes-C-06",
        FORGED.pInitRes("data.peThumb", CertThumb.of(other.opening().certificate())));
  }

  private static MessageWrapper naming(Certificate gateway, List<Certificate> enclosed) {
    ForgedOrder.Offering named =
        Altered.at(FORGED.offering, "data.peThumb", CertThumb.of(gateway));
    return FORGED.pInitRes(
        Altered.at(named, "signer", FORGED.offering.signer().enclosing(enclosed)));
  }

  @Test
  @Tag("PInitRes-C-07")
  @Tag("P15")
  @Tag("K08")
  void aMerchantsOwnCertificateIsNoGateways() {
    Certificate own = WORLD.merchantOpening.certificate();
    refuses(ErrorCode.invalidCertificate, "CERT-28", naming(own, List.of(own)));
    Certificate signs = WORLD.gatewaySigning.certificate();
    refuses(ErrorCode.invalidCertificate, "CERT-28", naming(signs, List.of(signs)));
  }

  @Test
  @Tag("PInitRes-C-07")
  @Tag("P16")
  void aGatewayOfAnotherBrandIsRefused() {
    Brand meridian = WORLD.otherBrand();
    Certificate gateway =
        meridian.gateway(Suite.CLASSICAL, 1).opening().certificate();
    List<Certificate> enclosed = new ArrayList<>(meridian.certificates());
    enclosed.add(gateway);
    ForgedOrder.Offering named =
        Altered.at(FORGED.offering, "data.peThumb", CertThumb.of(gateway));
    Signatory signer =
        FORGED.offering.signer().enclosing(enclosed).enclosingCrls(meridian.crls());
    refuses(
        ErrorCode.invalidCertificate,
        "CERT-28",
        FORGED.pInitRes(Altered.at(named, "signer", signer)));
  }

  @Test
  @Tag("PInitRes-C-07")
  @Tag("C17")
  void aCrlThatTheBrandNamesAndNobodySendsIsMissed() throws Refused {
    List<CertificateList> all = WORLD.brand.crls();
    MessageWrapper listed =
        FORGED.pInitRes("data.brandCRLIdentifier", Optional.of(WORLD.brand.identifier(all)));
    assertThat(HONEST.receivers().pInitRes(listed)).isEqualTo(HONEST.proved);
    List<CertificateList> newer = WORLD.brand.crls(WORLD.merchantOpening.certificate());
    MessageWrapper suppressed =
        FORGED.pInitRes("data.brandCRLIdentifier", Optional.of(WORLD.brand.identifier(newer)));
    refuses(ErrorCode.invalidCertificate, "CRL-08", suppressed);
  }
}
