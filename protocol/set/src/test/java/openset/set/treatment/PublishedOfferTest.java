package openset.set.treatment;

import static openset.set.treatment.PurchaseWorld.NOW;
import static openset.set.treatment.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.crypto.Suite;
import openset.pki.SigningCredential;
import openset.pki.Trust;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.XID;
import openset.set.data.order.OIData;
import openset.set.data.order.Offer;
import openset.set.data.order.PublishedOffer;
import openset.set.message.MessageWrapper;
import openset.set.message.PReq;
import openset.set.message.PReqDualSigned;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.operator.Signed;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.set.treatment.cardholder.ProcessPublishedOffer;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.OpenedSale;
import openset.set.treatment.merchant.ProcessPReq;
import openset.set.treatment.merchant.Publication;
import openset.set.treatment.merchant.PublishOffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An offer that the merchant published, and a purchase without PInit. */
final class PublishedOfferTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final PurchaseWorld WORLD = HONEST.world;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Publication PUBLISHED = published(NOW.plus(WEEK));
  private static final ProcessPublishedOffer.Of MINE =
      ProcessPublishedOffer.Of.fresh(
          LocalID.ofText("wallet-1"),
          WORLD.card.brandID(),
          new Language("en"),
          HONEST.means);

  private static Publication published(Instant until) {
    return PublishOffer.publish(Purchase.OFFER, HONEST.asMerchant(), until, HONEST.means);
  }

  private static ProcessPInitRes.Proved proved(
      Signed<PublishedOffer> published, AsSent<Offer> offer, Means means) throws Refused {
    return ProcessPublishedOffer.process(published, MINE, offer, means);
  }

  private static ProcessPInitRes.Proved proved(Signed<PublishedOffer> published)
      throws Refused {
    return proved(published, Purchase.OFFER, HONEST.means);
  }

  private static Means at(Instant now) {
    Means means = HONEST.means;
    return new Means(now, means.randomness(), means.trust(), means.keys(), means.policy());
  }

  private static MessageWrapper ordered() throws Refused {
    ProcessPInitRes.Proved proved = proved(PUBLISHED.signed());
    return CreatePReq.create(proved, Purchase.OFFER, WORLD.card, HONEST.means).wrapper();
  }

  private static OIData oiData(MessageWrapper wrapper) {
    return ((PReq) wrapper.message()).oiData().value();
  }

  private static PublishOffer.Known known(Optional<Publication> publication, boolean seen) {
    return new PublishOffer.Known(
        publication,
        seen,
        CertThumb.of(WORLD.merchantSigning.certificate()),
        WORLD.gateway().thumb());
  }

  private static OpenedSale opened(OIData oiData, PublishOffer.Known known, Instant now)
      throws Refused {
    return PublishOffer.open(oiData, known, at(now));
  }

  /** What was published, signed by the merchant again with other content. */
  private static Signed<PublishedOffer> signed(SigningCredential by, PublishedOffer data) {
    Signatory signatory =
        Signatory.of(by)
            .enclosing(WORLD.gateway().certificates())
            .enclosingCrls(WORLD.trust().crls());
    return S.sign(signatory, PublishedOffer.CONTENT, data);
  }

  private static Signed<PublishedOffer> changed(String path, Object value) {
    return signed(WORLD.merchantSigning, Altered.at(PUBLISHED.offer(), path, value));
  }

  @Test
  @Tag("PubOffer-M-01")
  @Tag("PubOffer-C-05")
  @Tag("PReq-M-04")
  void isPaidWithoutPInitByAWalletThatKnowsNothingButTheRoot() throws Refused {
    ProcessPInitRes.Proved proved =
        proved(PUBLISHED.signed(), Purchase.OFFER, WORLD.means(WORLD.rootOnly()));
    assertThat(proved.challM()).isEmpty();
    assertThat(proved.challC()).isEqualTo(MINE.challC());
    assertThat(proved.transIDs().xid()).isEqualTo(MINE.xid());
    assertThat(proved.transIDs().lidM()).contains(Purchase.OFFER.value().lidM());
    MessageWrapper pReq =
        CreatePReq.create(proved, Purchase.OFFER, WORLD.card, HONEST.means).wrapper();
    OpenedSale sale = opened(oiData(pReq), known(Optional.of(PUBLISHED), false), NOW);
    assertThat(OpenedSale.TYPE.decode(OpenedSale.TYPE.encode(sale))).isEqualTo(sale);
    ProcessPReq.Known known =
        new ProcessPReq.Known(sale, Purchase.OFFER.value(), Optional.empty());
    ProcessPReq.Outcome.Accepted accepted =
        (ProcessPReq.Outcome.Accepted)
            ProcessPReq.process(pReq, (PReq) pReq.message(), known, HONEST.means);
    MessageWrapper authReq =
        CreateAuthReq.create(accepted.order(), WORLD.asMerchant(), HONEST.means).wrapper();
    assertThat(HONEST.receivers().authReq(authReq))
        .isInstanceOf(ProcessAuthReq.Outcome.Agreed.class);
  }

  @Test
  @Tag("PubOffer-C-05")
  void everyPurchaseHasItsOwnXidAndChallenge() {
    ProcessPublishedOffer.Of other =
        ProcessPublishedOffer.Of.fresh(
            MINE.lidC(), MINE.brandID(), MINE.language(), HONEST.means);
    assertThat(other.xid()).isNotEqualTo(MINE.xid());
    assertThat(other.challC()).isNotEqualTo(MINE.challC());
  }

  @Test
  @Tag("PubOffer-C-01")
  void onlyAMerchantOfTheBrandPublishes() {
    Brand other = WORLD.otherBrand();
    SigningCredential stranger =
        other.merchant(Suite.CLASSICAL, "M-0001", "999001").signing();
    refused(
        ErrorCode.invalidCertificate,
        "CERT-28",
        () ->
            proved(
                signed(stranger, PUBLISHED.offer()),
                Purchase.OFFER,
                WORLD.means(WORLD.trusting(other))));
    refused("CERT-28", () -> proved(signed(WORLD.gatewaySigning, PUBLISHED.offer())));
    refused("CERT-28", () -> proved(signed(WORLD.card.credential(), PUBLISHED.offer())));
    Trust revoked = WORLD.trust(WORLD.merchantSigning.certificate());
    refused(
        ErrorCode.revokedCertificate,
        "CERT-27",
        () -> proved(PUBLISHED.signed(), Purchase.OFFER, WORLD.means(revoked)));
  }

  @Test
  @Tag("PubOffer-C-02")
  void anotherOfferOrBrandThanWasPublishedIsRefused() {
    refused(
        ErrorCode.unspecifiedFailure,
        "PubOffer-C-02",
        () -> proved(PUBLISHED.signed(), PurchaseWorld.offer(1), HONEST.means));
    refused("PubOffer-C-02", () -> proved(changed("brandID", new BrandID("Meridian"))));
  }

  @Test
  @Tag("PubOffer-C-03")
  void onlyInItsTimeAnOfferIsGood() throws Refused {
    Signed<PublishedOffer> published = published(NOW.plusSeconds(60)).signed();
    assertThat(proved(published, Purchase.OFFER, at(NOW.plusSeconds(59)))).isNotNull();
    refused(
        ErrorCode.messageTooOld,
        "PubOffer-C-03",
        () -> proved(published, Purchase.OFFER, at(NOW.plusSeconds(60))));
    Instant later = NOW.plus(HONEST.means.policy().clockSkewMax()).plusSeconds(1);
    refused("PubOffer-C-03", () -> proved(changed("notBefore", later)));
  }

  @Test
  @Tag("PubOffer-C-04")
  void theGatewayThatIsNamedIsProved() {
    CertThumb unknown = CertThumb.of(WORLD.merchantOpening.certificate());
    refused("PInitRes-C-06", () -> proved(changed("peThumb", unknown)));
    CertThumb merchant = CertThumb.of(WORLD.merchantSigning.certificate());
    refused("CERT-28", () -> proved(changed("peThumb", merchant)));
  }

  @Test
  @Tag("PubOffer-M-03")
  void whatWasNotPublishedCannotBeOrdered() throws Refused {
    OIData oiData = oiData(ordered());
    refused(
        ErrorCode.unknownXID,
        "PubOffer-M-03",
        () -> opened(oiData, known(Optional.empty(), false), NOW));
  }

  @Test
  @Tag("PubOffer-M-04")
  void anOfferCannotBeOrderedAfterItsEnd() throws Refused {
    OIData oiData = oiData(ordered());
    PublishOffer.Known known = known(Optional.of(published(NOW.plusSeconds(30))), false);
    assertThat(opened(oiData, known, NOW.plusSeconds(29))).isNotNull();
    refused(
        ErrorCode.unknownXID,
        "PubOffer-M-04",
        () -> opened(oiData, known, NOW.plusSeconds(30)));
  }

  @Test
  @Tag("PubOffer-M-05")
  void anXidIsGoodOnce() throws Refused {
    OIData oiData = oiData(ordered());
    refused(
        ErrorCode.unknownXID,
        "PubOffer-M-05",
        () -> opened(oiData, known(Optional.of(PUBLISHED), true), NOW));
  }

  @Test
  @Tag("PubOffer-M-06")
  void whoPublishedUnderAnotherCertificateIsToldThatItIsOver() throws Refused {
    OIData oiData = oiData(ordered());
    Brand.Pair renewed = WORLD.brand.merchant(Suite.CLASSICAL, "M-0001", "999001");
    PublishOffer.Known known =
        new PublishOffer.Known(
            Optional.of(PUBLISHED),
            false,
            CertThumb.of(renewed.signing().certificate()),
            WORLD.gateway().thumb());
    refused(ErrorCode.expiredCertificate, "PubOffer-M-06", () -> opened(oiData, known, NOW));
    PublishOffer.Known otherGateway =
        new PublishOffer.Known(
            Optional.of(PUBLISHED),
            false,
            PUBLISHED.merchantThumb(),
            CertThumb.of(renewed.opening().certificate()));
    refused("PubOffer-M-06", () -> opened(oiData, otherGateway, NOW));
  }

  @Test
  @Tag("PubOffer-M-07")
  void thePurchaseIsDatedNow() throws Refused {
    OIData oiData = oiData(ordered());
    PublishOffer.Known known = known(Optional.of(PUBLISHED), false);
    Duration old = HONEST.means.policy().messageAgeMax().plusSeconds(1);
    refused(ErrorCode.messageTooOld, "W-03", () -> opened(oiData, known, NOW.plus(old)));
    refused(ErrorCode.messageTooNew, "W-03", () -> opened(oiData, known, NOW.minus(old)));
  }

  @Test
  @Tag("PReq-M-04")
  @Tag("PubOffer-M-03")
  void aChallengeOfTheMerchantCannotBeInvented() throws Refused {
    MessageWrapper wrapper = ordered();
    OpenedSale sale =
        opened(oiData(wrapper), known(Optional.of(PUBLISHED), false), NOW);
    OpenedSale asked =
        Altered.at(sale, "challM", Optional.of(Challenge.random(PurchaseWorld.RANDOM)));
    ProcessPReq.Known known =
        new ProcessPReq.Known(asked, Purchase.OFFER.value(), Optional.empty());
    refused(
        ErrorCode.challengeMismatch,
        "PReq-M-04",
        () ->
            ProcessPReq.process(
                wrapper, (PReqDualSigned) wrapper.message(), known, HONEST.means));
    OpenedSale other = Altered.at(sale, "transIDs.xid", XID.random(PurchaseWorld.RANDOM));
    ProcessPReq.Known otherKnown =
        new ProcessPReq.Known(other, Purchase.OFFER.value(), Optional.empty());
    refused(
        "PReq-M-03",
        () -> ProcessPReq.process(wrapper, (PReq) wrapper.message(), otherKnown, HONEST.means));
  }
}
