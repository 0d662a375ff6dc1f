package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import openset.asn1.AsSent;
import openset.evidence.EvidenceBundle;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Verify;
import openset.merchant.publication.Publications;
import openset.merchant.sale.Sale;
import openset.merchant.shop.PlacedOrder;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.order.Offer;
import openset.set.data.sale.AuthCode;
import openset.set.message.MessageWrapper;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.set.treatment.cardholder.ProcessPRes;
import openset.set.treatment.cardholder.ProcessPublishedOffer;
import openset.set.treatment.merchant.Publication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders that are paid without PInit: their offers were signed when they were published. */
@Timeout(120)
final class PublicationTest {
  private static final Shopfront SHOPFRONT = new Shopfront(new Brand());
  private static final Duration WEEK = Duration.ofDays(7);

  private final Wallet wallet = SHOPFRONT.wallet(1);

  @AfterAll
  static void close() {
    SHOPFRONT.close();
  }

  private static Publication published(PlacedOrder order) throws Refused {
    return published(order, Instant.now().plus(WEEK));
  }

  private static Publication published(PlacedOrder order, Instant until) throws Refused {
    return SHOPFRONT.merchant().publications().publish(order.lidM(), until).getFirst();
  }

  private static ProcessPublishedOffer.Of fresh(Wallet wallet) {
    return ProcessPublishedOffer.Of.fresh(
        LocalID.ofText("wallet-1"), wallet.card().brandID(), new Language("en"), wallet.means());
  }

  private static Wallet.Agreed agrees(
      Wallet wallet,
      Publication publication,
      PlacedOrder order,
      ProcessPublishedOffer.Of of)
      throws Refused {
    ProcessPInitRes.Proved proved =
        ProcessPublishedOffer.process(
            publication.signed(), of, order.offer(), wallet.means());
    return wallet.agrees(proved, order.offer());
  }

  private Wallet.Agreed agrees(Publication publication, PlacedOrder order) throws Refused {
    return agrees(wallet, publication, order, fresh(wallet));
  }

  private ErrorCode refused(Wallet.Agreed agreed) throws Refused {
    return wallet.refusal(SHOPFRONT.receive(agreed.pReq()));
  }

  private static void isNotPublished(PlacedOrder order, Instant until) {
    assertThat(catchThrowable(() -> published(order, until)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo("PubOffer-M-02"));
  }

  @Test
  @Tag("PubOffer-M-01")
  @Tag("PubOffer-M-03")
  @Tag("EVID-29")
  void whatWasPublishedIsPaidInOneMessageAndProved() throws Exception {
    PlacedOrder order = SHOPFRONT.order("bk-101");
    Publication publication = published(order);
    assertThat(SHOPFRONT.merchant().sale(order.lidM())).isEmpty();
    Wallet.Agreed agreed = agrees(publication, order);
    byte[] answer = SHOPFRONT.receive(agreed.pReq());
    assertThat(wallet.reads(agreed, answer)).isInstanceOf(ProcessPRes.Outcome.Confirmed.class);
    assertThat(SHOPFRONT.authorized(order).authAmt()).isEqualTo(order.offer().value().total());
    assertThat(SHOPFRONT.receive(agreed.pReq())).isEqualTo(answer);
    EvidenceBundle bundle =
        SHOPFRONT.merchant().evidence().of(order, List.of()).orElseThrow();
    assertThat(bundle.published()).contains(EvidenceBundle.of(bundle.der()).published().get());
    EvidenceVerdict verdict =
        Verify.verify(
            bundle.der(),
            wallet.means().trust().roots().iterator().next(),
            Instant.now().plusSeconds(60));
    assertThat(verdict.findings()).filteredOn(Finding::fails).isEmpty();
    assertThat(verdict.of(Kind.OFFER).getFirst().words().en()).contains("published this offer");
    assertThat(verdict.proves(Kind.AGREEMENT)).isTrue();
  }

  @Test
  @Tag("PubOffer-M-02")
  void anOrderWaitsAsLongAsItIsPublishedAndNotForEver() throws Exception {
    PlacedOrder order = SHOPFRONT.order("bk-101");
    Instant now = Instant.now();
    isNotPublished(order, now.minusSeconds(1));
    isNotPublished(order, now.plus(Publications.LONGEST).plusSeconds(60));
    Publication publication = published(order, now.plus(WEEK));
    assertThat(SHOPFRONT.merchant().shop().order(order.lidM()).expiresAt())
        .contains(publication.offer().notAfter());
    assertThat(SHOPFRONT.merchant().publications().of(order.lidM()))
        .extracting(Publication::offer)
        .containsExactly(publication.offer());
    SHOPFRONT.receive(agrees(publication, order).pReq());
    isNotPublished(order, now.plus(WEEK));
  }

  @Test
  @Tag("PubOffer-M-03")
  @Tag("PReq-M-10")
  void anUnknownXidIsRefusedWhereNothingWasPublished() throws Exception {
    PlacedOrder other = SHOPFRONT.order("bk-101");
    Wallet.Agreed agreed = agrees(published(other), other);
    SHOPFRONT
        .database
        .transactions()
        .perform(
            tx ->
                tx.handle()
                    .createUpdate("delete from publication where lid_m = :lidM")
                    .bind("lidM", other.lidM().octets().bytes())
                    .execute());
    assertThat(refused(agreed)).isEqualTo(ErrorCode.unknownXID);
    assertThat(SHOPFRONT.merchant().sale(other.lidM())).isEmpty();
  }

  @Test
  @Tag("PubOffer-M-05")
  @Tag("P04")
  void anXidIsGoodForOneOrderAndOnce() throws Exception {
    PlacedOrder first = SHOPFRONT.order("bk-101");
    PlacedOrder second = SHOPFRONT.order("bk-102");
    ProcessPublishedOffer.Of of = fresh(wallet);
    Wallet.Agreed declined = agrees(wallet, published(first), first, of);
    SHOPFRONT.gateway.decision = AuthCode.declined;
    SHOPFRONT.receive(declined.pReq());
    SHOPFRONT.gateway.decision = AuthCode.approved;
    assertThat(SHOPFRONT.sale(first)).isInstanceOf(Sale.Declined.class);
    int asked = SHOPFRONT.gateway.authorizations().size();
    Publication other = published(second);
    assertThat(refused(agrees(wallet, other, second, of))).isEqualTo(ErrorCode.unknownXID);
    assertThat(refused(agrees(wallet, published(first), first, of)))
        .isEqualTo(ErrorCode.unknownXID);
    assertThat(SHOPFRONT.gateway.authorizations()).hasSize(asked);
    SHOPFRONT.receive(agrees(published(first), first).pReq());
    assertThat(SHOPFRONT.authorized(first).authAmt()).isEqualTo(first.offer().value().total());
  }

  @Test
  @Tag("PReq-M-10")
  void anOrderThatIsPaidIsNotPaidAgain() throws Exception {
    PlacedOrder order = SHOPFRONT.order("bk-101");
    Publication publication = published(order);
    Wallet.Agreed late = agrees(SHOPFRONT.wallet(2), publication, order, fresh(wallet));
    SHOPFRONT.receive(agrees(publication, order).pReq());
    assertThat(refused(late)).isEqualTo(ErrorCode.unknownXID);
    byte[] init = MessageWrapper.TYPE.encode(wallet.pInitReq(order.lidM()).wrapper());
    assertThat(wallet.refusal(SHOPFRONT.receive(init))).isEqualTo(ErrorCode.unknownLID);
  }

  @Test
  @Tag("PubOffer-M-04")
  @Tag("PReq-M-11")
  void anOfferThatIsOverIsRefused() throws Exception {
    PlacedOrder order = SHOPFRONT.order("bk-101");
    Wallet.Agreed agreed = agrees(published(order), order);
    SHOPFRONT.passes(Duration.ofDays(8), order);
    assertThat(refused(agreed)).isEqualTo(ErrorCode.unknownLID);
    SHOPFRONT.merchant().shop().expire();
    isNotPublished(order, Instant.now().plus(WEEK));
  }

  @Test
  @Tag("PReq-M-09")
  @Tag("PReq-M-08")
  @Tag("P05")
  void anotherPriceIsRejectedAndMayBeMendedUnderTheSameXidByTheSameCardholder()
      throws Exception {
    PlacedOrder order = SHOPFRONT.order("bk-101");
    Publication publication = published(order);
    ProcessPublishedOffer.Of of = fresh(wallet);
    ProcessPInitRes.Proved proved =
        ProcessPublishedOffer.process(
            publication.signed(), of, order.offer(), wallet.means());
    AsSent<Offer> cheaper = SHOPFRONT.order("bk-102").offer();
    SHOPFRONT.receive(wallet.agrees(proved, cheaper).pReq());
    assertThat(SHOPFRONT.sale(order)).isInstanceOf(Sale.Rejected.class);
    Wallet other = SHOPFRONT.wallet(2);
    assertThat(refused(other.agrees(proved, order.offer()))).isEqualTo(ErrorCode.unknownXID);
    SHOPFRONT.receive(wallet.agrees(proved, order.offer()).pReq());
    assertThat(SHOPFRONT.authorized(order).authAmt()).isEqualTo(order.offer().value().total());
  }

  @Test
  @Tag("PubOffer-M-03")
  void anOfferOfAnotherMerchantIsNotOurs() throws Exception {
    PlacedOrder order = SHOPFRONT.order("bk-101");
    published(order);
    try (Shopfront rival = new Shopfront(new Brand())) {
      Wallet stranger = rival.wallet(1);
      PlacedOrder theirs = rival.order("bk-101");
      Publication publication =
          rival
              .merchant()
              .publications()
              .publish(theirs.lidM(), Instant.now().plus(WEEK))
              .getFirst();
      Wallet.Agreed agreed = agrees(stranger, publication, theirs, fresh(stranger));
      byte[] answer = SHOPFRONT.receive(agreed.pReq());
      assertThat(wallet.refusal(answer)).isEqualTo(ErrorCode.unknownXID);
    }
  }
}
