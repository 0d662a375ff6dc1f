package openset.issuer.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Dispute.Stage;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Conversion;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.SettlementAdvice.Totals;
import openset.issuer.Bank;
import openset.issuer.IssuerConfig;
import openset.issuer.desk.DisputeDesk;
import openset.issuer.desk.DisputeDesk.Acted;
import openset.issuer.desk.DisputeDesk.Intake;
import openset.issuer.desk.DisputeDesk.Wish;
import openset.issuer.desk.DisputeView;
import openset.issuer.dispute.EvidenceVerdict.Finding;
import openset.issuer.dispute.EvidenceVerdict.Proposal;
import openset.issuer.host.Lines;
import openset.issuer.opening.Opening.AccountOpened;
import openset.issuer.product.Allowed;
import openset.issuer.product.Product;
import openset.issuer.product.RateCard;
import openset.issuer.store.Books;
import openset.ledger.AccountCode;
import openset.ledger.Ledger;
import openset.ledger.LedgerRefused;
import openset.ledger.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Disputes from the holder's word to their end, over real links. */
class DisputeTest {
  private static final int USD = 840;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static House house;
  private static Bank bank;
  private static Lines lines;

  private AccountOpened card;
  private AuthorizationRequest request;
  private String approval;
  private ClearingItem capture;

  @BeforeAll
  static void start() {
    house = new House();
    EvidenceVerifier verifier =
        (bundle, dispute) ->
            new EvidenceVerdict(
                Proposal.MERCHANT,
                List.of(
                    new Finding(true, "signed " + bundle.length, "已签署 " + bundle.length),
                    new Finding(false, "not sent", "")));
    bank = new Bank(new IssuerConfig.Disputes(Optional.of(house.at()), verifier));
    lines = new Lines(bank);
  }

  @AfterAll
  static void stop() {
    lines.close();
    bank.close();
    house.close();
  }

  @BeforeEach
  void posted() {
    house.nextCycle();
    house.says(ResponseCode.APPROVED);
    card = bank.opened(100_000);
    request = lines.asks(card, 4_000);
    approval = lines.approve(request);
    capture = Lines.capture(lines.presents(request, approval, 4_000));
    assertThat(lines.present(capture, "c-post")).isEqualTo("00");
  }

  @Test
  @Tag("HL-95")
  @Tag("HL-97")
  void theHolderHasTheMoneyOnceAndTheAcquirerPaysIt() {
    String number = opened(4_000);
    assertThat(owed()).isZero();
    assertThat(open(1).acted()).isEqualTo(Acted.TWICE);
    assertThat(desk().askEvidence(number, "ann")).isEqualTo(Acted.DONE);
    assertThat(desk().chargeBack(number, "ann")).isEqualTo(Acted.DONE);
    assertThat(desk().chargeBack(number, "ann")).isEqualTo(Acted.NOT_NOW);
    awaitSuspense(number, 0);
    ClearingItem said = house.heard(number).getFirst();
    assertThat(said.kind()).isEqualTo(Kind.CHARGEBACK);
    assertThat(said.advice().approval()).isEqualTo(capture.advice().approval());
    assertThat(said.earlier()).contains(capture.advice().purchase().key());
    assertThat(said.dispute().orElseThrow().reason()).isEqualTo("NRCV");
    assertThat(said.advice().amount().minor()).isEqualTo(4_000);
    bank.pass(Duration.ofDays(30));
    desk().sweep();
    assertThat(view(number).dispute().standing().outcome()).isEmpty();
    bank.pass(Duration.ofDays(1));
    desk().sweep();
    assertThat(view(number).dispute().standing().outcome()).contains(Outcome.HOLDER);
    assertThat(owed()).isZero();
    assertThat(represent(number, Stage.FIRST, 4_000)).isEqualTo("12");
    assertThat(lines.present(lines.credits(request, approval, 1), "c-post")).isEqualTo("13");
    bank.checkSums();
  }

  @Test
  @Tag("HL-96")
  void aRepresentmentThatIsAcceptedTakesTheCreditBack() {
    String number = chargedBack(4_000);
    assertThat(represent(number, Stage.FIRST, 4_001)).isEqualTo("13");
    assertThat(represent(number, Stage.ARBITRATION, 4_000)).isEqualTo("12");
    assertThat(represent("D0", Stage.FIRST, 4_000)).isEqualTo("25");
    assertThat(represent(number, Stage.FIRST, 3_000)).isEqualTo("00");
    assertThat(owed()).isZero();
    assertThat(view(number).dispute().standing().suspenseMinor()).isEqualTo(3_000);
    assertThat(desk().accept(number, "ann")).isEqualTo(Acted.DONE);
    assertThat(owed()).isEqualTo(3_000);
    assertThat(desk().accept(number, "ann")).isEqualTo(Acted.NOT_NOW);
    assertThat(view(number).dispute().standing().outcome()).contains(Outcome.MERCHANT);
    assertThat(view(number).steps())
        .extracting(DisputeStep::state)
        .containsExactly(
            DisputeState.OPENED,
            DisputeState.CHARGED_BACK,
            DisputeState.CHARGED_BACK,
            DisputeState.REPRESENTED,
            DisputeState.ACCEPTED,
            DisputeState.CLOSED);
    bank.checkSums();
  }

  @Test
  @Tag("HL-98")
  void whoDidNotSignIsBelievedWhateverTheMerchantHandsIn() {
    Product open =
        new Product(
            "open",
            "Without signature",
            new Product.Limits(new Money(Bank.EUR, 1), new Money(Bank.EUR, 100_000)),
            RateCard.usual(Bank.EUR),
            new Allowed(Set.of(), Set.of(), true));
    bank.issuer().products().put(open, "ann");
    bank.issuer()
        .products()
        .change(card.account(), "open", new Money(Bank.EUR, 100_000), "ann");
    request = Lines.ofNobody(lines.asks(card, 2_000));
    approval = lines.approve(request);
    ClearingItem signed = capture;
    capture = Lines.capture(lines.presents(request, approval, 2_000));
    assertThat(lines.present(capture, "c-post")).isEqualTo("00");
    String denied = opened(2_000, DisputeReason.NOT_AUTHORIZED);
    assertThat(view(denied).steps().getFirst().note())
        .isEqualTo(DisputeNote.NOBODY_SIGNED.text());
    desk().attach(denied, new byte[] {1}, "ann");
    EvidenceVerdict said = view(denied).evidence().getFirst().verdict();
    assertThat(said.proposal()).isEqualTo(Proposal.HOLDER);
    assertThat(said.findings())
        .containsExactly(
            new Finding(true, "signed 1", "已签署 1"),
            new Finding(false, "not sent", ""),
            EvidenceVerdict.NOT_AGREED);
    capture = signed;
    String other = opened(4_000, DisputeReason.NOT_AUTHORIZED);
    assertThat(view(other).steps().getFirst().note()).isEmpty();
    desk().attach(other, new byte[] {1}, "ann");
    assertThat(view(other).evidence().getFirst().verdict().proposal())
        .isEqualTo(Proposal.MERCHANT);
  }

  @Test
  @Tag("HL-97")
  void arbitrationEndsByTheRulingOrByTheCalendar() {
    String lost = chargedBack(4_000);
    represent(lost, Stage.FIRST, 4_000);
    assertThat(desk().arbitrate(lost, "ann")).isEqualTo(Acted.DONE);
    awaitSuspense(lost, 0);
    assertThat(represent(lost, Stage.ARBITRATION, 4_000)).isEqualTo("00");
    assertThat(view(lost).dispute().standing().outcome()).contains(Outcome.MERCHANT);
    assertThat(owed()).isEqualTo(4_000);
    posted();
    String won = chargedBack(4_000);
    represent(won, Stage.FIRST, 4_000);
    desk().arbitrate(won, "ann");
    awaitSuspense(won, 0);
    bank.pass(Duration.ofDays(41));
    desk().sweep();
    assertThat(view(won).dispute().standing().outcome()).contains(Outcome.HOLDER);
    assertThat(owed()).isZero();
    bank.checkSums();
  }

  @Test
  @Tag("S06")
  void aCreditOfTheMerchantEndsWhatItSettles() {
    String number = opened(3_000);
    assertThat(lines.present(lines.credits(request, approval, 1_000), "c-post")).isEqualTo("00");
    assertThat(view(number).dispute().standing().state()).isEqualTo(DisputeState.OPENED);
    assertThat(owed()).isZero();
    assertThat(lines.present(lines.credits(request, approval, 1), "c-post")).isEqualTo("00");
    assertThat(view(number).dispute().standing().outcome()).contains(Outcome.CREDITED);
    assertThat(owed()).isEqualTo(2_999);
    assertThat(open(3_000).acted()).isEqualTo(Acted.TOO_MUCH);
    assertThat(open(2_999).acted()).isEqualTo(Acted.DONE);
    assertThat(owed()).isZero();
  }

  @Test
  @Tag("S06")
  @Tag("HL-96")
  void nothingIsGivenBackThatIsBeingChargedBack() {
    String number = opened(4_000);
    house.says(ResponseCode.IN_PROGRESS);
    desk().chargeBack(number, "ann");
    await(() -> !house.heard(number).isEmpty());
    assertThat(lines.present(lines.credits(request, approval, 1), "c-post")).isEqualTo("13");
    assertThat(lines.present(lines.takesBack(capture), "c-post")).isEqualTo("13");
    // It may be answered before we know that the chargeback was taken.
    assertThat(represent(number, Stage.FIRST, 4_000)).isEqualTo("09");
    house.says(ResponseCode.APPROVED);
    bank.pass(Duration.ofMinutes(2));
    awaitSuspense(number, 0);
    long keys =
        house.heard(number).stream()
            .map(item -> item.advice().purchase().key())
            .distinct()
            .count();
    assertThat(keys).isEqualTo(1);
    assertThat(represent(number, Stage.FIRST, 4_000)).isEqualTo("00");
  }

  @Test
  @Tag("HL-97")
  void aRefusedChargebackIsForPeople() {
    house.says(ResponseCode.INVALID_AMOUNT);
    String number = opened(4_000);
    desk().chargeBack(number, "ann");
    await(() -> view(number).dispute().standing().state() == DisputeState.REFUSED);
    assertThat(desk().close(number, Outcome.HOLDER, "ann")).isEqualTo(Acted.NOT_NOW);
    assertThat(desk().close(number, Outcome.BANK, "ann")).isEqualTo(Acted.DONE);
    assertThat(owed()).isZero();
    assertThat(balance(Books.loss(Bank.EUR))).isEqualTo(4_000);
    bank.checkSums();
  }

  @Test
  @Tag("HL-95")
  void takesInWhatIsTheHoldersOwnAndInTimeOnly() {
    AccountOpened other = bank.opened(1_000);
    assertThat(desk().open(other.account(), wish(4_000), "zoe").acted())
        .isEqualTo(Acted.UNKNOWN);
    Wish none = new Wish("presentment/1/00", 1, DisputeReason.NOT_RECEIVED, "");
    assertThat(desk().open(card.account(), none, "zoe").acted()).isEqualTo(Acted.UNKNOWN);
    assertThat(open(4_001).acted()).isEqualTo(Acted.TOO_MUCH);
    assertThat(open(0).acted()).isEqualTo(Acted.TOO_MUCH);
    String withdrawn = opened(4_000);
    assertThat(desk().close(withdrawn, Outcome.WITHDRAWN, "zoe")).isEqualTo(Acted.DONE);
    assertThat(owed()).isEqualTo(4_000);
    assertThat(desk().chargeBack(withdrawn, "ann")).isEqualTo(Acted.NOT_NOW);
    bank.pass(Duration.ofDays(121));
    assertThat(open(4_000).acted()).isEqualTo(Acted.TOO_LATE);
    assertThat(desk().askEvidence("D0", "ann")).isEqualTo(Acted.UNKNOWN);
  }

  @Test
  @Tag("HL-61")
  void chargebacksAreSettledAsMoneyThatComes() {
    String number = chargedBack(4_000);
    represent(number, Stage.FIRST, 1_000);
    long credits = sum("CHARGEBACK");
    long debits = sum("REPRESENTMENT");
    Totals own = new Totals(count("CHARGEBACK"), count("REPRESENTMENT"), credits, debits);
    assertThat(lines.settle(lines.settles(house.cycle(), own))).isEqualTo("00");
    bank.checkSums();
  }

  @Test
  void evidenceIsKeptSealedWithWhatItProves() {
    String number = opened(4_000);
    assertThat(desk().attach(number, new byte[] {1, 2, 3}, "ann")).isEqualTo(Acted.DONE);
    Evidence evidence = view(number).evidence().getFirst();
    assertThat(evidence.verdict().proposal()).isEqualTo(Proposal.MERCHANT);
    assertThat(evidence.verdict().findings())
        .containsExactly(
            new Finding(true, "signed 3", "已签署 3"), new Finding(false, "not sent", ""));
    assertThat(evidence.name()).hasSize(64);
    assertThat(view(number).dispute().claim().story()).isEqualTo("nothing came");
    String note = view(number).steps().getLast().note();
    assertThat(note).contains("MERCHANT");
    assertThat(DisputeNote.read(note)).contains(DisputeNote.EVIDENCE);
    assertThat(DisputeNote.EVIDENCE.more(note)).isEqualTo("MERCHANT");
  }

  @Test
  @Tag("HL-123")
  void aPurchaseInAnotherCurrencyIsChargedBackInThatAndAtItsRate() {
    bank.product(new Money(USD, 1_000_000));
    bank.rate(Bank.EUR, USD, "1.0843");
    card =
        (AccountOpened)
            bank.issuer().opening().open(bank.applicationFor(new Money(USD, 100_000)));
    request = lines.asks(card, 4_000);
    approval = lines.approve(request);
    capture = Lines.capture(lines.presents(request, approval, 4_000));
    assertThat(lines.present(capture, "c-abroad")).isEqualTo("00");
    assertThat(owed()).isEqualTo(4_337);
    bank.rate(Bank.EUR, USD, "1.2");
    String all = chargedBack(4_337);
    ClearingItem said = house.heard(all).getFirst();
    assertThat(said.advice().amount()).isEqualTo(new Amount(4_000, Bank.EUR));
    assertThat(said.conversion())
        .contains(new Conversion(new BigDecimal("1.0843"), new Amount(4_337, USD)));
    assertThat(represent(all, Stage.FIRST, 4_001)).isEqualTo("13");
    assertThat(represent(all, Stage.FIRST, 4_000)).isEqualTo("00");
    assertThat(view(all).dispute().standing().suspenseMinor()).isEqualTo(4_337);
    assertThat(desk().arbitrate(all, "ann")).isEqualTo(Acted.DONE);
    awaitSuspense(all, 0);
    assertThat(house.heard(all).getLast().advice().amount())
        .isEqualTo(new Amount(4_000, Bank.EUR));
    assertThat(represent(all, Stage.ARBITRATION, 4_000)).isEqualTo("00");
    assertThat(owed()).isEqualTo(4_337);
    bank.checkSums();
  }

  private static DisputeDesk desk() {
    return bank.issuer().disputes();
  }

  private String opened(long minor) {
    Intake intake = open(minor);
    assertThat(intake.acted()).isEqualTo(Acted.DONE);
    return intake.number().orElseThrow();
  }

  private String opened(long minor, DisputeReason reason) {
    Wish wish = new Wish(wish(minor).line(), minor, reason, "");
    Intake intake = desk().open(card.account(), wish, "zoe");
    assertThat(intake.acted()).isEqualTo(Acted.DONE);
    return intake.number().orElseThrow();
  }

  private String chargedBack(long minor) {
    String number = opened(minor);
    assertThat(desk().chargeBack(number, "ann")).isEqualTo(Acted.DONE);
    awaitSuspense(number, 0);
    return number;
  }

  private Intake open(long minor) {
    return desk().open(card.account(), wish(minor), "zoe");
  }

  private Wish wish(long minor) {
    String line = "presentment/" + Bank.ACQUIRER + "/" + capture.advice().purchase().key().hex();
    return new Wish(line, minor, DisputeReason.NOT_RECEIVED, "nothing came");
  }

  private String represent(String number, Stage stage, long minor) {
    FinancialAdvice advice = lines.presents(request, approval, minor);
    FinancialAdvice own =
        new FinancialAdvice(
            advice.trace(),
            advice.amount(),
            advice.acceptor(),
            advice.approval(),
            Purchase.of(Lines.fresh(), request.purchase().xid()),
            advice.issuer());
    ClearingItem.Dispute tags = new ClearingItem.Dispute(number, "NRCV", stage);
    ClearingItem item =
        ClearingItem.disputed(
            Kind.REPRESENTMENT, own, capture.advice().purchase().key(), tags);
    return lines.present(item, house.cycle());
  }

  private static DisputeView view(String number) {
    return desk().view(number).orElseThrow();
  }

  private long owed() {
    return bank.issuer().accounts().account(card.account()).orElseThrow().money().balance()
        .minorUnits();
  }

  private static void awaitSuspense(String number, long minor) {
    await(() -> view(number).dispute().standing().suspenseMinor() == minor);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError("did not come to pass");
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private static long count(String kind) {
    return number("select count(*) from presentment where cycle = ? and kind = ?", kind);
  }

  private static long sum(String kind) {
    return number(
        "select coalesce(sum(minor), 0)::bigint from presentment where response = '00' and"
            + " cycle = ? and kind = ?",
        kind);
  }

  private static long number(String query, String kind) {
    return bank.database()
        .transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .select(query, house.cycle(), kind)
                    .mapTo(Long.class)
                    .one());
  }

  private static long balance(AccountCode account) {
    try {
      return bank.database()
          .transactions()
          .inTransaction(tx -> Ledger.in(tx, bank.clock().instant()).balance(account))
          .minorUnits();
    } catch (LedgerRefused e) {
      throw new IllegalStateException(e);
    }
  }
}
