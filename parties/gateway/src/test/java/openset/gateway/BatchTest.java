package openset.gateway;

import static openset.gateway.BatchClerk.about;
import static openset.gateway.BatchClerk.closing;
import static openset.gateway.BatchClerk.opening;
import static openset.gateway.BatchClerk.page;
import static openset.gateway.BatchClerk.purging;
import static openset.gateway.BatchClerk.reckoned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import openset.set.Refused;
import openset.set.data.BIN;
import openset.set.data.BrandAndBIN;
import openset.set.data.BrandID;
import openset.set.data.auth.CapToken;
import openset.set.data.batch.BAStatus;
import openset.set.data.batch.BatchAdminResData;
import openset.set.data.batch.BatchOperation;
import openset.set.data.batch.TransDetails;
import openset.set.data.batch.TransactionDetail;
import openset.set.data.batch.TransactionStatus;
import openset.set.data.batch.TransmissionStatus;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchTotals;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.data.sale.CloseStatus;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.merchant.CreateBatchAdminReq;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Batches of a merchant: what falls into them, how they are closed, and what a purge leaves. */
@Timeout(120)
@TestMethodOrder(MethodOrderer.Random.class)
final class BatchTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(1);
  private static final Bench BENCH = new Bench(BRAND);
  private static final TestMerchant MERCHANT = new TestMerchant(BRAND, BRAND.gateway);
  private static final BatchClerk CLERK = new BatchClerk(BENCH, MERCHANT);

  @AfterAll
  static void close() {
    BENCH.close();
  }

  /** An authorization that was approved, and the token for its captures. */
  private record Approved(TestMerchant.Asks asks, CapToken token) {}

  private static Approved approved(long minor) throws Exception {
    TestMerchant.Asks asks = MERCHANT.asks(CARD, minor);
    CapToken token =
        MERCHANT.reads(asks, BENCH.receive(asks.authReq())).capToken().orElseThrow();
    return new Approved(asks, token);
  }

  private static CapResPayload captures(Approved approved, long minor, Optional<BatchID> into)
      throws Exception {
    TestMerchant.Claims claims = MERCHANT.claims(approved.asks, approved.token, minor, into);
    return MERCHANT.reads(claims, BENCH.receive(claims.capReq()));
  }

  /** A batch of its own, opened by its merchant, with these captures. */
  private static long batch(long... minors) throws Exception {
    CreateBatchAdminReq.Wish wish =
        CreateBatchAdminReq.Wish.totals(Optional.empty())
            .doing(BatchOperation.open)
            .with(reckoned(0, 0));
    BatchAdminResData opened = CLERK.does(wish);
    assertThat(opened.bAStatus()).contains(BAStatus.success);
    for (long minor : minors) {
      CapResPayload payload =
          captures(approved(minor), minor, Optional.of(opened.batchID()));
      assertThat(payload.batchID()).contains(opened.batchID());
    }
    return opened.batchID().number();
  }

  private static BatchTotals totals(BatchAdminResData told) {
    return told.batchStatus().orElseThrow().batchDetails().batchTotals();
  }

  private static long rows(String sql) {
    return BENCH.database
        .transactions()
        .inTransaction(tx -> tx.handle().createQuery(sql).mapTo(Long.class).one());
  }

  @Test
  @Tag("CapRes-P-01")
  @Tag("Batch-04")
  void whoNamesNoBatchIsGivenOneAndEachItemItsNumber() throws Exception {
    CapResPayload one = captures(approved(1490), 1490, Optional.empty());
    CapResPayload two = captures(approved(700), 700, Optional.empty());
    assertThat(one.capCode()).isEqualTo(CapCode.success);
    assertThat(two.batchID()).isEqualTo(one.batchID());
    assertThat(two.batchSequenceNum().orElseThrow().number())
        .isEqualTo(one.batchSequenceNum().orElseThrow().number() + 1);
  }

  @Test
  @Tag("Batch-03")
  @Tag("Batch-04")
  void anItemFallsIntoTheBatchItNamesAndIntoNoneThatIsClosedOrUnknown() throws Exception {
    long id = batch(1490);
    Approved approved = approved(500);
    int booked = BENCH.acquirer.booked.size();
    assertThat(CLERK.does(closing(id)).bAStatus()).contains(BAStatus.success);
    assertThat(captures(approved, 500, Optional.of(new BatchID(id))).capCode())
        .isEqualTo(CapCode.batchClosed);
    assertThat(captures(approved, 500, Optional.of(new BatchID(987_654))).capCode())
        .isEqualTo(CapCode.batchUnknown);
    assertThat(BENCH.acquirer.booked).hasSize(booked);
    assertThat(captures(approved, 500, Optional.empty()).capCode()).isEqualTo(CapCode.success);
    assertThat(totals(CLERK.does(about(id))).transactionCountDebit()).isEqualTo(1);
  }

  @Test
  @Tag("Batch-01")
  @Tag("L17")
  void aNumberIsUsedOnceForEver() throws Exception {
    long id = batch();
    assertThat(CLERK.does(opening(id)).bAStatus()).contains(BAStatus.batchAlreadyOpen);
    CLERK.does(closing(id));
    assertThat(CLERK.does(opening(id)).bAStatus()).contains(BAStatus.batchIDUnavailable);
  }

  @Test
  @Tag("Batch-02")
  @Tag("L17")
  void yesterdaysItemsFallIntoNoBatchAgain() throws Exception {
    Approved approved = approved(1490);
    TestMerchant.Claims claims =
        MERCHANT.claims(approved.asks, approved.token, 1490, Optional.empty());
    byte[] first = BENCH.receive(claims.capReq());
    long items = rows("select count(*) from batch_item");
    CLERK.does(closing(MERCHANT.reads(claims, first).batchID().orElseThrow().number()));
    assertThat(BENCH.receive(claims.capReq())).isEqualTo(first);
    assertThat(rows("select count(*) from batch_item")).isEqualTo(items);
  }

  @Test
  @Tag("Batch-11")
  void aBatchClosedTwiceIsClosedOnceAndAnsweredTheSame() throws Exception {
    long id = batch(1490, 10);
    BatchAdminResData first = CLERK.does(closing(id));
    BatchAdminResData second = CLERK.does(closing(id));
    assertThat(first.batchStatus().orElseThrow().closedWhen().orElseThrow().closeStatus())
        .isEqualTo(CloseStatus.closedbyMerchant);
    assertThat(second.batchStatus()).isEqualTo(first.batchStatus());
    assertThat(second.bAStatus()).isEqualTo(first.bAStatus());
    assertThat(second.transmissionStatus())
        .contains(TransmissionStatus.completedSuccessfully);
  }

  @Test
  @Tag("P01")
  void theSameRequestSentAgainGetsTheSameOctets() throws Exception {
    BatchClerk.Asks asks = CLERK.asks(closing(batch(300)));
    byte[] first = BENCH.receive(asks.octets());
    assertThat(BENCH.receive(asks.octets())).isEqualTo(first);
  }

  @Test
  @Tag("Batch-09")
  void aReckoningThatIsNotOursIsToldOursAndClosesNothing() throws Exception {
    long id = batch(1490, 10);
    BatchAdminResData told = CLERK.does(closing(id).with(reckoned(2, 1499)));
    assertThat(told.bAStatus()).contains(BAStatus.totalsOutOfBalance);
    assertThat(totals(told)).isEqualTo(reckoned(2, 1500).batchDetails().batchTotals());
    assertThat(told.batchStatus().orElseThrow().closedWhen()).isEmpty();
    assertThat(CLERK.does(about(id).with(reckoned(1, 1500))).bAStatus())
        .contains(BAStatus.totalsOutOfBalance);
    assertThat(CLERK.does(closing(id).with(reckoned(2, 1500))).bAStatus())
        .contains(BAStatus.success);
  }

  @Test
  @Tag("Batch-12")
  void itemsComePageByPageAndEachOnce() throws Exception {
    long id = batch(100, 200, 300);
    TransDetails first = CLERK.does(about(id).with(page(0, 2, false))).transDetails().get();
    assertThat(first.transactionDetailSeq())
        .extracting(item -> item.transactionAmt().minor())
        .containsExactly(100L, 200L);
    TransDetails second =
        CLERK.does(about(id).with(page(first.nextStartingPoint(), 2, false)))
            .transDetails()
            .get();
    assertThat(second.transactionDetailSeq())
        .extracting(item -> item.transactionAmt().minor())
        .containsExactly(300L);
    assertThat(second.nextStartingPoint()).isZero();
    assertThat(CLERK.does(about(id).with(page(4, 2, false))).bAStatus())
        .contains(BAStatus.unknownStartingPoint);
  }

  /** A batch with one item that was booked and one that the acquirer would not book. */
  private static long withFailure() throws Exception {
    long id = batch(1490);
    Approved approved = approved(500);
    BENCH.acquirer.manner = TestAcquirer.saying("12");
    CapResPayload failed = captures(approved, 500, Optional.of(new BatchID(id)));
    BENCH.acquirer.manner = TestAcquirer::work;
    assertThat(failed.capCode()).isNotEqualTo(CapCode.success);
    assertThat(failed.capAmt().isPositive()).isFalse();
    return id;
  }

  @Test
  @Tag("Batch-10")
  @Tag("L16")
  void aPurgeTakesNothingThatWasBookedAndIsTakenBackUntilTheBatchCloses() throws Exception {
    long id = withFailure();
    List<TransactionDetail> errors = errors(id);
    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst().transactionStatus())
        .contains(TransactionStatus.unspecifiedFailure);
    assertThat(totals(CLERK.does(purging(id))).transactionTotalAmtDebit().minor())
        .isEqualTo(1490);
    assertThat(errors(id)).isEmpty();
    assertThat(CLERK.does(about(id).restoring()).bAStatus()).contains(BAStatus.success);
    assertThat(errors(id)).hasSize(1);
    CLERK.does(closing(id));
    assertThat(CLERK.does(purging(id)).bAStatus()).contains(BAStatus.unknownBatchID);
    assertThat(CLERK.does(about(id).restoring()).bAStatus()).contains(BAStatus.unknownBatchID);
    assertThat(errors(id)).hasSize(1);
    assertThat(CLERK.does(about(id)).transmissionStatus())
        .contains(TransmissionStatus.completedWithItemErrors);
  }

  private static List<TransactionDetail> errors(long id) throws Exception {
    return CLERK.does(about(id).with(page(0, 9, true)))
        .transDetails()
        .orElseThrow()
        .transactionDetailSeq();
  }

  @Test
  @Tag("L16")
  void whoDidWhatWithABatchIsWrittenDown() throws Exception {
    long id = withFailure();
    CLERK.does(purging(id));
    String serial = BRAND.merchantSigning.certificate().serialNumber().toString(16);
    assertThat(
            rows(
                "select count(*) from administration_log where what = 'purge' and outcome ="
                    + " 'success' and merchant = 'M-0001' and batch_id = " + id
                    + " and signer = '" + serial + "'"))
        .isEqualTo(1);
  }

  @Test
  @Tag("Batch-05")
  @Tag("Batch-06")
  @Tag("Batch-07")
  @Tag("Batch-08")
  void whatIsNotThereOrNotOursIsNamed() throws Exception {
    CreateBatchAdminReq.Wish open = opening(70_001);
    assertThat(CLERK.does(open.of(BatchClerk.brand("Meridian"))).bAStatus())
        .contains(BAStatus.brandNotSupported);
    BrandAndBIN foreign =
        new BrandAndBIN(new BrandID(Brand.NAME), Optional.of(new BIN("411111")));
    assertThat(CLERK.does(open.of(List.of(foreign))).bAStatus())
        .contains(BAStatus.unknownBIN);
    assertThat(CLERK.does(about(70_002)).bAStatus()).contains(BAStatus.unknownBatchID);
    assertThat(CLERK.does(about(70_003).doing(BatchOperation.open)).bAStatus())
        .contains(BAStatus.unspecifiedFailure);
    assertThat(CLERK.does(open.of(BatchClerk.brand(Brand.NAME))).bAStatus())
        .contains(BAStatus.success);
  }

  @Test
  @Tag("Batch-04")
  void anItemBookedAfterItsBatchWasClosedFallsIntoAnother() throws Exception {
    long id = batch();
    Approved approved = approved(500);
    BENCH.acquirer.manner =
        (acquirer, message) -> {
          closes(id);
          return acquirer.work(message);
        };
    CapResPayload payload = captures(approved, 500, Optional.of(new BatchID(id)));
    BENCH.acquirer.manner = TestAcquirer::work;
    assertThat(payload.capCode()).isEqualTo(CapCode.success);
    assertThat(payload.batchID().orElseThrow().number()).isNotEqualTo(id);
    assertThat(totals(CLERK.does(about(id))).transactionCountDebit()).isZero();
  }

  private static void closes(long id) {
    try {
      CLERK.does(closing(id));
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }
}
