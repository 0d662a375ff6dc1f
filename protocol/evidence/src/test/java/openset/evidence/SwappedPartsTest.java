package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import openset.asn1.AsSent;
import openset.evidence.verdict.Cause;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Status;
import openset.evidence.verdict.Verify;
import openset.pki.SigningCredential;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.Digest;
import openset.set.data.capture.CapResData;
import openset.set.data.capture.CapResItem;
import openset.set.data.order.Offer;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.outcome.Receipt;
import openset.set.data.sale.CapResPayload;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parts that are true by themselves and do not belong together: each is found and named. */
final class SwappedPartsTest {
  private static Market market;
  private static Bought bought;
  private static Bought other;
  private static Judge judge;

  @BeforeAll
  static void buy() throws Exception {
    market = new Market();
    bought = new Bought(market, 3);
    other = new Bought(market, 4);
    judge = new Judge(bought);
  }

  private static EvidenceVerdict verify(EvidenceBundle bundle) {
    return judge.verify(bundle);
  }

  private static void fails(EvidenceBundle bundle, Kind kind, Cause cause) {
    judge.fails(bundle, kind, cause);
  }

  private static void failsAlone(EvidenceBundle bundle, Kind kind, Cause cause) {
    judge.failsAlone(bundle, kind, cause);
  }

  private static EvidenceBundle with(EvidenceOrder order) {
    EvidenceBundle true_ = bought.merchants();
    return new EvidenceBundle(
        order, true_.agreement(), true_.pInitRes(), true_.words(), true_.lists());
  }

  private static EvidenceBundle with(UnaryOperator<List<Word>> change) {
    return with(bought.merchants(), change);
  }

  private static EvidenceBundle with(EvidenceBundle of, UnaryOperator<List<Word>> change) {
    List<Word> words = change.apply(new ArrayList<>(of.words()));
    return new EvidenceBundle(of.order(), of.agreement(), of.pInitRes(), words, of.lists());
  }

  private static UnaryOperator<List<Word>> more(Word word) {
    return words -> {
      words.add(word);
      return words;
    };
  }

  private static UnaryOperator<List<Word>> without(Class<? extends Word> kind) {
    return words -> words.stream().filter(word -> !kind.isInstance(word)).toList();
  }

  @Test
  @Tag("EVID-20")
  void anotherOrder() {
    failsOrder(with(other.merchants().order()));
  }

  /** The order is named by both digests, and nothing else. */
  private static void failsOrder(EvidenceBundle bundle) {
    fails(bundle, Kind.ORDER, Cause.OTHER_ORDER);
    fails(bundle, Kind.OFFER_CONTENT, Cause.OTHER_ORDER);
    assertThat(verify(bundle).findings()).filteredOn(Finding::fails)
        .extracting(Finding::kind).containsOnly(Kind.ORDER, Kind.OFFER_CONTENT);
  }

  @Test
  @Tag("EVID-20")
  void anotherAmount() {
    Offer offer = bought.offer.value();
    CurrencyAmount less = CurrencyAmount.of("EUR", 90);
    Offer cheaper =
        new Offer(
            offer.lidM(),
            offer.date(),
            offer.brandIDs(),
            offer.lines(),
            offer.tax(),
            less,
            offer.total().minus(CurrencyAmount.of("EUR", 400)),
            offer.delivery(),
            offer.installRecurData());
    failsOrder(with(new EvidenceOrder.Whole(AsSent.of(Offer.TYPE, cheaper))));
  }

  @Test
  @Tag("EVID-21")
  void aLineOfAnotherOrder() {
    EvidenceOrder.Part ours = (EvidenceOrder.Part) bought.merchants().showing(List.of(2)).order();
    EvidenceOrder theirs = other.merchants().showing(List.of(2)).order();
    EvidenceOrder.Part mixed = new EvidenceOrder.Part(ours.hodInput(), theirs.lines());
    failsAlone(with(mixed), Kind.LINE, Cause.OTHER_ORDER);
  }

  @Test
  @Tag("EVID-21")
  void theProofOfALineMovedToAnother() {
    EvidenceOrder.Part ours =
        (EvidenceOrder.Part) bought.merchants().showing(List.of(1, 2)).order();
    List<Digest> first = ours.lines().get(0).auditPath();
    List<Digest> second = ours.lines().get(1).auditPath();
    EvidenceOrder.Part moved =
        new EvidenceOrder.Part(
            ours.hodInput(),
            List.of(
                new EvidenceOrder.ShownLine(ours.lines().get(0).line(), second),
                new EvidenceOrder.ShownLine(ours.lines().get(1).line(), first)));
    failsAlone(with(moved), Kind.LINE, Cause.OTHER_ORDER);
  }

  @Test
  @Tag("EVID-22")
  void theOfferOfAnotherPurchase() {
    EvidenceBundle ours = bought.merchants();
    EvidenceBundle mixed =
        new EvidenceBundle(
            ours.order(),
            ours.agreement(),
            other.merchants().pInitRes(),
            ours.words(),
            ours.lists());
    failsAlone(mixed, Kind.OFFER, Cause.OTHER_PURCHASE);
  }

  @Test
  @Tag("EVID-25")
  void theSignatureOfAnotherPurchase() {
    EvidenceBundle ours = bought.merchants();
    Agreement mine = ours.agreement();
    Agreement theirs = other.merchants().agreement();
    List<Agreement> mixed =
        List.of(
            new Agreement(mine.oiData(), mine.hPIData(), theirs.piSignature()),
            new Agreement(mine.oiData(), theirs.hPIData(), mine.piSignature()));
    for (Agreement one : mixed) {
      failsAlone(
          new EvidenceBundle(ours.order(), one, ours.pInitRes(), ours.words(), ours.lists()),
          Kind.AGREEMENT,
          Cause.SIGNATURE);
    }
  }

  @Test
  @Tag("EVID-30")
  @Tag("EVID-32")
  void theGatewaysWordsOfAnotherPurchase() {
    failsAlone(
        with(words -> swapped(words, Word.AuthRes.class)),
        Kind.AUTHORIZATION,
        Cause.OTHER_PURCHASE);
    failsAlone(
        with(words -> swapped(words, Word.CapRes.class)), Kind.CAPTURE, Cause.OTHER_PURCHASE);
    failsAlone(
        with(words -> swapped(words, Word.PRes.class)),
        Kind.MERCHANT_ANSWER,
        Cause.OTHER_PURCHASE);
    failsAlone(
        with(words -> swapped(words, Word.Stated.class)), Kind.SHIPMENT, Cause.OTHER_PURCHASE);
  }

  private static List<Word> swapped(List<Word> words, Class<? extends Word> kind) {
    Word theirs =
        other.merchants().words().stream().filter(kind::isInstance).findFirst().orElseThrow();
    return words.stream().map(word -> kind.isInstance(word) ? theirs : word).toList();
  }

  private static Word.Receipt receipt(SigningCredential by, UnaryOperator<Receipt> change) {
    Word.Receipt true_ =
        bought.cardholders().words().stream()
            .filter(Word.Receipt.class::isInstance)
            .map(Word.Receipt.class::cast)
            .findFirst()
            .orElseThrow();
    AcqCardCodeMsg said = Dates.content(true_.signed(), AcqCardCodeMsg.TYPE);
    AcqCardCodeMsg now =
        new AcqCardCodeMsg(
            said.acqCardCode(), said.acqCardMsgData(), change.apply(said.receipt()));
    return new Word.Receipt(S.sign(Signatory.of(by), AcqCardCodeMsg.CONTENT, now));
  }

  private static void receiptFails(UnaryOperator<Receipt> change, Cause cause) {
    Word.Receipt changed = receipt(market.gateway.signing(), change);
    failsAlone(
        with(bought.cardholders(), words -> List.of(changed)), Kind.RECEIPT, cause);
  }

  @Test
  @Tag("EVID-31")
  void aReceiptOfSomethingElse() {
    Receipt theirs = theirReceipt();
    receiptFails(_ -> theirs, Cause.OTHER_PURCHASE);
    receiptFails(
        r ->
            new Receipt(
                r.xid(), r.merchantID(), theirs.merchantThumb(), r.authAmt(), r.authCode(),
                r.date(), theirs.hOIData()),
        Cause.OTHER_ORDER);
    receiptFails(
        r ->
            new Receipt(
                r.xid(),
                r.merchantID(),
                CertThumb.of(
                    market.otherMerchant.signing().certificate()),
                r.authAmt(), r.authCode(), r.date(), r.hOIData()),
        Cause.OTHER_MERCHANT);
    receiptFails(
        r ->
            new Receipt(
                r.xid(), r.merchantID(), r.merchantThumb(),
                r.authAmt().plus(CurrencyAmount.of("EUR", 1)),
                r.authCode(), r.date(), r.hOIData()),
        Cause.TOO_MUCH);
  }

  private static Receipt theirReceipt() {
    return other.cardholders().words().stream()
        .filter(Word.Receipt.class::isInstance)
        .map(word -> Dates.content(((Word.Receipt) word).signed(), AcqCardCodeMsg.TYPE))
        .map(AcqCardCodeMsg::receipt)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("EVID-36")
  void anotherGatewaysWord() {
    Word.Receipt theirs = receipt(market.otherGateway.signing(), UnaryOperator.identity());
    failsAlone(
        with(bought.cardholders(), words -> List.of(theirs)),
        Kind.RECEIPT,
        Cause.OTHER_GATEWAY);
    Word.Receipt merchants = receipt(market.merchant.signing(), UnaryOperator.identity());
    failsAlone(
        with(bought.cardholders(), words -> List.of(merchants)),
        Kind.RECEIPT,
        Cause.OTHER_SIGNER);
  }

  @Test
  @Tag("EVID-28")
  void datesThatContradictEachOther() {
    Word.Receipt early =
        receipt(
            market.gateway.signing(), r -> dated(r, Market.NOW.minus(Duration.ofMinutes(4))));
    fails(with(bought.cardholders(), words -> List.of(early)), Kind.TIME, Cause.OTHER_TIME);
    Word.Receipt ahead =
        receipt(market.gateway.signing(), r -> dated(r, bought.end().plus(Duration.ofDays(1))));
    fails(with(bought.cardholders(), words -> List.of(ahead)), Kind.RECEIPT, Cause.OTHER_TIME);
    EvidenceVerdict before =
        Verify.verify(
            bought.merchants(),
            market.root.certificate(),
            Market.NOW.minus(Duration.ofDays(1)));
    assertThat(before.of(Kind.TIME)).extracting(Finding::cause)
        .containsExactly(Cause.OTHER_TIME);
  }

  private static Receipt dated(Receipt r, Instant date) {
    return new Receipt(
        r.xid(), r.merchantID(), r.merchantThumb(), r.authAmt(), r.authCode(), date, r.hOIData());
  }

  @Test
  @Tag("EVID-28")
  void withoutTheGatewayTheTimeRestsOnTwo() {
    EvidenceVerdict verdict = verify(with(without(Word.AuthRes.class)));
    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.of(Kind.TIME)).extracting(Finding::status)
        .containsExactly(Status.NOT_PROVED);
    assertThat(verdict.of(Kind.AUTHORIZATION)).extracting(Finding::cause)
        .containsExactly(Cause.ABSENT);
  }

  private static CapResItem item(CapResItem item, CurrencyAmount amount) {
    CapResPayload payload = item.capResPayload();
    return new CapResItem(
        item.transIDs(),
        item.authRRPID(),
        new CapResPayload(
            payload.capCode(),
            amount,
            payload.batchID(),
            payload.batchSequenceNum(),
            payload.cRsPayExtensions()));
  }

  private static Word.CapRes captured(CurrencyAmount amount) {
    Word.CapRes true_ =
        bought.merchants().words().stream()
            .filter(Word.CapRes.class::isInstance)
            .map(Word.CapRes.class::cast)
            .findFirst()
            .orElseThrow();
    CapResData said = Dates.content(true_.signed(), CapResData.TYPE);
    CapResData now =
        new CapResData(
            said.capRRTags(),
            said.brandCRLIdentifier(),
            said.peThumb(),
            said.batchStatusSeq(),
            List.of(item(said.capResItemSeq().getFirst(), amount)),
            said.cRsExtensions());
    return new Word.CapRes(
        S.sign(Signatory.of(market.gateway.signing()), CapResData.CONTENT, now));
  }

  @Test
  @Tag("EVID-32")
  @Tag("EVID-37")
  void moreCapturedThanApproved() {
    CurrencyAmount all = bought.offer.value().total();
    failsAlone(
        with(more(captured(CurrencyAmount.of("EUR", 1)))), Kind.CAPTURE, Cause.TOO_MUCH);
    failsAlone(
        with(more(captured(all.plus(CurrencyAmount.of("EUR", 1))))),
        Kind.CAPTURE,
        Cause.TOO_MUCH);
  }

  @Test
  @Tag("EVID-04")
  @Tag("EVID-35")
  void claimsThatTheMerchantCannotMake() {
    Word lines = bought.stated(new Claim.Shipment(List.of(4), Market.NOW, ""));
    failsAlone(with(more(lines)), Kind.SHIPMENT, Cause.OTHER_ORDER);
    Claim claim =
        new Claim(bought.xid(), Market.NOW, new Claim.Shipment(List.of(1), Market.NOW, ""));
    Word others =
        new Word.Stated(
            S.sign(Signatory.of(market.otherMerchant.signing()), Claim.CONTENT, claim));
    failsAlone(with(more(others)), Kind.SHIPMENT, Cause.OTHER_MERCHANT);
    Claim later = new Claim(bought.xid(), bought.end().plus(Duration.ofDays(1)), claim.what());
    Word ahead =
        new Word.Stated(
            S.sign(Signatory.of(market.merchant.signing()), Claim.CONTENT, later));
    failsAlone(with(more(ahead)), Kind.SHIPMENT, Cause.OTHER_TIME);
  }

  @Test
  @Tag("EVID-35")
  void aSettlementIsTheMerchantsOwnClaim() {
    Word paid =
        bought.stated(
            new Claim.Settlement(CurrencyAmount.of("EUR", 6400), Market.NOW, "F-1"));
    EvidenceVerdict verdict = verify(with(more(paid)));
    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.of(Kind.SETTLEMENT).getFirst().words().en())
        .contains("EUR 64.00", "its own claim");
  }

  @Test
  @Tag("EVID-02")
  void anOfferInAFileBesideIsCompared() {
    EvidenceBundle ours = bought.merchants().showing(List.of(1));
    assertThat(Verify.orderFile(ours, bought.offer, "order.der").status())
        .isEqualTo(Status.PROVED);
    assertThat(Verify.orderFile(ours, other.offer, "order.der").fails()).isTrue();
    assertThat(Verify.lineAbsent(3).fails()).isTrue();
  }
}
