package openset.gateway;

import static openset.set.treatment.CapRevOrCred.CAP_REV;
import static openset.set.treatment.CapRevOrCred.CRED;
import static openset.set.treatment.CapRevOrCred.CRED_REV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import openset.gateway.authorization.Authorization;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.ClearingItem;
import openset.set.ErrorCode;
import openset.set.data.RRPID;
import openset.set.data.credit.CapRevOrCredResPayload;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.cardholder.Card;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captured money goes back once, and never more than was captured, whatever is asked when. */
@Timeout(120)
final class CreditTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(1);

  private final Bench bench = new Bench(BRAND);
  private final TestMerchant merchant = new TestMerchant(BRAND, BRAND.gateway);
  private final Ledgers ledgers = new Ledgers(bench, merchant);

  @AfterEach
  void close() {
    bench.close();
  }

  private Authorization.Approved standing(Ledgers.Paid paid) {
    return bench.standing(paid.asks().xid(), Authorization.Approved.class);
  }

  private static CapRevOrCredCode code(CapRevOrCredResPayload payload) {
    return payload.capRevOrCredCode();
  }

  private ClearingItem last() throws Exception {
    return ClearingItem.of(bench.acquirer.received.getLast());
  }

  @Test
  @Tag("CRvRes-P-01")
  void aPartAndTheRestAreGivenBackUnderTheirOwnKeys() throws Exception {
    Ledgers.Paid paid = ledgers.paid(CARD, 1490);
    ledgers.captures(paid, 1490);
    Ledgers.Wants part = ledgers.credit(paid, 490);
    assertThat(ledgers.asks(part).capRevOrCredActualAmt())
        .isEqualTo(TestMerchant.euros(490));
    assertThat(last().kind()).isEqualTo(ClearingItem.Kind.CREDIT);
    assertThat(last().advice().amount().minor()).isEqualTo(490);
    assertThat(last().advice().purchase().key().bytes())
        .isEqualTo(part.rrpid().octets().bytes());
    assertThat(bench.acquirer.received.getLast().has(2)).isFalse();
    assertThat(code(ledgers.asks(ledgers.credit(paid, 1001))))
        .isEqualTo(CapRevOrCredCode.originalProcessed);
    assertThat(code(ledgers.asks(ledgers.credit(paid, 1000))))
        .isEqualTo(CapRevOrCredCode.success);
    assertThat(standing(paid).credited().minor()).isEqualTo(1490);
    assertThat(bench.acquirer.received(Mti.ADVICE)).isEqualTo(3);
  }

  @Test
  @Tag("L09")
  void nothingIsGivenBackOfWhatWasNotCaptured() throws Exception {
    Ledgers.Paid paid = ledgers.paid(CARD, 1490);
    assertThat(code(ledgers.asks(ledgers.credit(paid, 1))))
        .isEqualTo(CapRevOrCredCode.originalNotFound);
    Ledgers.Paid other = ledgers.paid(CARD, 990);
    ledgers.captures(other, 990);
    Ledgers.Paid mixed = new Ledgers.Paid(paid.asks(), other.token());
    assertThat(code(ledgers.asks(ledgers.credit(mixed, 1))))
        .isEqualTo(CapRevOrCredCode.invalidCapToken);
    assertThat(bench.acquirer.received(Mti.ADVICE)).isEqualTo(1);
  }

  @Test
  @Tag("CapRevReq-P-01")
  void aCaptureIsTakenBackAndMayBeCapturedAgain() throws Exception {
    Ledgers.Paid paid = ledgers.paid(CARD, 1490);
    RRPID first = ledgers.captures(paid, 1000);
    ledgers.captures(paid, 490);
    assertThat(code(ledgers.asks(ledgers.takesBack(CAP_REV, paid, 1000, first))))
        .isEqualTo(CapRevOrCredCode.success);
    assertThat(last().kind()).isEqualTo(ClearingItem.Kind.CAPTURE_REVERSAL);
    assertThat(last().earlier().orElseThrow().bytes()).isEqualTo(first.octets().bytes());
    assertThat(standing(paid).captured().minor()).isEqualTo(490);
    assertThat(code(ledgers.asks(ledgers.takesBack(CAP_REV, paid, 1000, first))))
        .isEqualTo(CapRevOrCredCode.originalProcessed);
    ledgers.captures(paid, 1000);
    assertThat(standing(paid).captured().minor()).isEqualTo(1490);
  }

  @Test
  @Tag("CredRevReq-P-01")
  void aCreditIsTakenBackAndMayBeGivenAgain() throws Exception {
    Ledgers.Paid paid = ledgers.paid(CARD, 1490);
    ledgers.captures(paid, 1490);
    Ledgers.Wants credit = ledgers.credit(paid, 1490);
    ledgers.asks(credit);
    Ledgers.Wants reversal = ledgers.takesBack(CRED_REV, paid, 1490, credit.rrpid());
    assertThat(code(ledgers.asks(reversal))).isEqualTo(CapRevOrCredCode.success);
    assertThat(last().kind()).isEqualTo(ClearingItem.Kind.CREDIT_REVERSAL);
    assertThat(last().earlier().orElseThrow().bytes())
        .isEqualTo(credit.rrpid().octets().bytes());
    assertThat(code(ledgers.asks(ledgers.takesBack(CRED_REV, paid, 1490, reversal.rrpid()))))
        .as("a reversal of a reversal")
        .isEqualTo(CapRevOrCredCode.originalNotFound);
    assertThat(code(ledgers.asks(ledgers.credit(paid, 1490))))
        .isEqualTo(CapRevOrCredCode.success);
  }

  @ParameterizedTest
  @EnumSource(CapRevOrCred.class)
  @Tag("CRvRes-P-02")
  @Tag("P01")
  void theSameRequestGetsTheSameOctetsAndIsBookedOnce(CapRevOrCred kind) throws Exception {
    Ledgers.Paid paid = ledgers.paid(CARD, 1490);
    RRPID capture = ledgers.captures(paid, 1490);
    Ledgers.Wants wants = wants(kind, paid, capture);
    byte[] first = bench.receive(wants.octets());
    int asked = bench.acquirer.received.size();
    assertThat(bench.receive(wants.octets())).isEqualTo(first);
    assertThat(bench.acquirer.received).hasSize(asked);
    assertThat(code(ledgers.reads(wants, first).getFirst()))
        .isEqualTo(CapRevOrCredCode.success);
  }

  private Ledgers.Wants wants(CapRevOrCred kind, Ledgers.Paid paid, RRPID capture)
      throws Exception {
    return switch (kind) {
      case CAP_REV -> ledgers.takesBack(CAP_REV, paid, 1490, capture);
      case CRED -> ledgers.credit(paid, 1490);
      case CRED_REV -> {
        Ledgers.Wants credit = ledgers.credit(paid, 490);
        ledgers.asks(credit);
        yield ledgers.takesBack(CRED_REV, paid, 490, credit.rrpid());
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "94, duplicateRequest", "25, originalNotFound", "12, originalNotFound",
    "13, originalProcessed", "57, unspecifiedFailure", "77, unspecifiedFailure"
  })
  void whatTheAcquirerWillNotBookIsNotGivenBack(String said, CapRevOrCredCode word)
      throws Exception {
    Ledgers.Paid paid = ledgers.paid(CARD, 1490);
    ledgers.captures(paid, 1490);
    bench.acquirer.manner = TestAcquirer.saying(said);
    assertThat(code(ledgers.asks(ledgers.credit(paid, 1490)))).isEqualTo(word);
    assertThat(standing(paid).credited().isPositive()).isFalse();
    bench.acquirer.manner = TestAcquirer::work;
    assertThat(code(ledgers.asks(ledgers.credit(paid, 1490))))
        .isEqualTo(CapRevOrCredCode.success);
  }

  @Test
  @Tag("CRvRes-P-02")
  void aCreditThatIsNotDecidedIsAskedAgainUnderTheSameKey() throws Exception {
    Ledgers.Paid paid = ledgers.paid(CARD, 1490);
    ledgers.captures(paid, 1490);
    AtomicInteger asked = new AtomicInteger();
    bench.acquirer.manner =
        (acquirer, request) -> {
          IsoMessage answer = acquirer.work(request);
          return asked.incrementAndGet() < 3 ? request.answer("09") : answer;
        };
    assertThat(code(ledgers.asks(ledgers.credit(paid, 1490))))
        .isEqualTo(CapRevOrCredCode.success);
    assertThat(asked).hasValue(3);
    assertThat(bench.acquirer.credited()).isEqualTo(1490);
  }

  @Test
  @Tag("CRvReq-P-08")
  void oneThingOfAnAuthorizationAtATime() throws Exception {
    Ledgers.Paid paid = ledgers.paid(CARD, 1490);
    ledgers.captures(paid, 700);
    bench.acquirer.manner = TestAcquirer.slowOn(Mti.ADVICE);
    Ledgers.Wants credit = ledgers.credit(paid, 700);
    Thread waiting = Thread.startVirtualThread(() -> bench.receive(credit.octets()));
    Bench.until(() -> bench.acquirer.received(Mti.ADVICE) == 2);
    assertThat(merchant.refusal(bench.receive(ledgers.credit(paid, 1).octets())))
        .isEqualTo(ErrorCode.unspecifiedFailure);
    TestMerchant.Claims capture = merchant.claims(paid.asks(), paid.token(), 1);
    assertThat(merchant.refusal(bench.receive(capture.capReq())))
        .isEqualTo(ErrorCode.unspecifiedFailure);
    bench.acquirer.manner = TestAcquirer::work;
    bench.acquirer.slow.countDown();
    waiting.join();
    Bench.until(() -> standing(paid).credited().minor() == 700);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  @Tag("F02")
  void inWhicheverStepItDiesACreditIsBookedOnce(int step) throws Exception {
    Ledgers.Paid paid = ledgers.paid(CARD, 1490);
    ledgers.captures(paid, 1490);
    Ledgers.Wants credit = ledgers.credit(paid, 1000);
    dies(step, credit.octets());
    assertThat(code(ledgers.asks(credit))).isEqualTo(CapRevOrCredCode.success);
    assertThat(bench.acquirer.credited()).isEqualTo(1000);
    assertThat(standing(paid).credited().minor()).isEqualTo(1000);
  }

  private void dies(int step, byte[] wrapper) {
    bench.lives.set(step);
    assertThatThrownBy(() -> bench.receive(wrapper)).isInstanceOf(Bench.Death.class);
    bench.lives.set(0);
    bench.restart();
  }

  private List<Ledgers.Paid> three() throws Exception {
    return List.of(
        ledgers.paid(CARD, 1000), ledgers.paid(CARD, 700), ledgers.paid(CARD, 1000));
  }

  @Test
  @Tag("CapReq-P-09")
  @Tag("CapReq-M-02")
  void severalPurchasesAreCapturedByOneRequestEachDecidedByItself() throws Exception {
    List<Ledgers.Paid> paid = three();
    TestMerchant.Claims claims = ledgers.claims(paid, 1000);
    byte[] answer = bench.receive(claims.capReq());
    assertThat(ledgers.reads(claims, answer).stream().map(CapResPayload::capCode))
        .containsExactly(CapCode.success, CapCode.invalidAuthData, CapCode.success);
    assertThat(bench.receive(claims.capReq())).isEqualTo(answer);
    assertThat(bench.acquirer.booked.values()).containsExactly(1000L, 1000L);
    assertThat(standing(paid.getFirst()).captured().minor()).isEqualTo(1000);
    assertThat(standing(paid.get(1)).captured().isPositive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  @Tag("CapReq-P-09")
  @Tag("F02")
  void inWhicheverStepItDiesEachOfSeveralIsBookedOnce(int step) throws Exception {
    List<Ledgers.Paid> paid = three();
    TestMerchant.Claims claims = ledgers.claims(paid, 700);
    dies(step, claims.capReq());
    assertThat(
            ledgers.reads(claims, bench.receive(claims.capReq())).stream()
                .map(CapResPayload::capCode))
        .containsOnly(CapCode.success);
    assertThat(bench.acquirer.booked.values()).containsExactly(700L, 700L, 700L);
  }

  @Test
  @Tag("CRvReq-M-02")
  void severalPurchasesAreRefundedByOneRequestAndTakenBackOneByOne() throws Exception {
    List<Ledgers.Paid> paid = three();
    TestMerchant.Claims claims = ledgers.claims(paid, 700);
    bench.receive(claims.capReq());
    Ledgers.Wants credits =
        ledgers.wants(
            CRED,
            paid.stream().map(one -> ledgers.back(one, 700, Optional.empty())).toList());
    byte[] answer = bench.receive(credits.octets());
    assertThat(ledgers.reads(credits, answer).stream().map(CreditTest::code))
        .containsOnly(CapRevOrCredCode.success);
    assertThat(bench.acquirer.credited()).isEqualTo(2100);
    Ledgers.Wants one =
        ledgers.takesBack(CRED_REV, paid.get(1), 700, credits.rrpid());
    assertThat(code(ledgers.asks(one))).isEqualTo(CapRevOrCredCode.success);
    Ledgers.Wants capture =
        ledgers.takesBack(
            CAP_REV, paid.get(1), 700, claims.created().capRRTags().rrpid());
    assertThat(code(ledgers.asks(capture))).isEqualTo(CapRevOrCredCode.success);
    assertThat(standing(paid.get(1)).captured().isPositive()).isFalse();
    assertThat(standing(paid.getFirst()).credited().minor()).isEqualTo(700);
    assertThat(bench.acquirer.credited()).isEqualTo(1400);
  }

  @Test
  @Tag("CapReq-P-03")
  @Tag("CRvReq-P-04")
  void aHeaderThatNamesOnePurchaseGoesWithOneItem() throws Exception {
    List<Ledgers.Paid> paid = three();
    Ledgers.Wants credits =
        ledgers.wants(
            CRED,
            paid.stream().map(one -> ledgers.back(one, 1, Optional.empty())).toList());
    MessageWrapper named =
        MessageWrapper.of(
            MessageHeader.of(
                credits.created().wrapper().messageHeader().date(),
                Optional.of(
                    MessageIDs.of(
                        paid.getFirst().asks().order().transIDs())),
                credits.rrpid(),
                credits.created().wrapper().messageHeader().swIdent()),
            credits.created().wrapper().message());
    assertThat(merchant.refusal(bench.receive(MessageWrapper.TYPE.encode(named))))
        .isEqualTo(ErrorCode.wrapperMsgMismatch);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @Tag("L01")
  @Tag("L09")
  void inAnyOrderCreditedStaysWithinCapturedAndCapturedWithinAuthorized(long seed)
      throws Exception {
    Random random = new Random(seed);
    Ledgers.Paid paid = ledgers.paid(CARD, 1000);
    List<RRPID> captures = new ArrayList<>();
    List<Long> amounts = new ArrayList<>();
    List<RRPID> credits = new ArrayList<>();
    List<Long> given = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      long minor = 1 + random.nextInt(600);
      switch (random.nextInt(4)) {
        case 0 -> {
          TestMerchant.Claims claims = merchant.claims(paid.asks(), paid.token(), minor);
          merchant.reads(claims, bench.receive(claims.capReq()));
          captures.add(claims.created().capRRTags().rrpid());
          amounts.add(minor);
        }
        case 1 -> {
          Ledgers.Wants credit = ledgers.credit(paid, minor);
          ledgers.asks(credit);
          credits.add(credit.rrpid());
          given.add(minor);
        }
        case 2 -> {
          if (captures.isEmpty()) continue;
          int one = random.nextInt(captures.size());
          ledgers.asks(
              ledgers.takesBack(CAP_REV, paid, amounts.get(one), captures.get(one)));
        }
        default -> {
          if (credits.isEmpty()) continue;
          int one = random.nextInt(credits.size());
          ledgers.asks(ledgers.takesBack(CRED_REV, paid, given.get(one), credits.get(one)));
        }
      }
      Authorization.Approved now = standing(paid);
      assertThat(now.captured().exceeds(now.authAmt())).isFalse();
      assertThat(now.credited().exceeds(now.captured())).isFalse();
      assertThat(bench.acquirer.captured()).isEqualTo(now.captured().minor());
      assertThat(bench.acquirer.credited()).isEqualTo(now.credited().minor());
    }
  }
}
