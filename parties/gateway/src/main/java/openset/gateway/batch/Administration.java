package openset.gateway.batch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.set.data.BrandAndBIN;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.batch.BAStatus;
import openset.set.data.batch.BatchAdminReqData;
import openset.set.data.batch.BatchOperation;
import openset.set.data.batch.ReturnTransactionDetail;
import openset.set.data.batch.TransDetails;
import openset.set.data.batch.TransactionDetail;
import openset.set.data.batch.TransmissionStatus;
import openset.set.data.sale.BatchDetails;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchStatus;
import openset.set.data.sale.CloseStatus;
import openset.set.data.sale.ClosedWhen;
import openset.set.treatment.gateway.CreateBatchAdminRes.Told;
import openset.set.treatment.gateway.ProcessBatchAdminReq;

/** What one request does to a merchant's batch, and how the batch stands then. */
record Administration(Batches batches, Account account, Served served, Instant now) {
  /** Items in one answer at most. */
  static final int PAGE = 100;

  Told act(ProcessBatchAdminReq.Request request) {
    BatchAdminReqData data = request.data();
    List<BrandAndBIN> brands = data.brandAndBINSeq().orElse(List.of());
    // Batch-05: each brand is one that we serve, and each BIN.
    for (BrandAndBIN brand : brands) {
      BAStatus why = status(brand);
      if (why != BAStatus.success) return Told.not(number(data), why);
    }
    if (data.batchOperation().equals(Optional.of(BatchOperation.open))) {
      return open(data, brands.stream().map(one -> one.brandID().name()).toList());
    }
    Optional<Batch> found =
        data.batchID().isPresent()
            ? batches.shelf().batch(account, data.batchID().get())
            : batches.shelf().latest(account);
    // Batch-06: the batch is there.
    if (found.isEmpty()) return Told.not(number(data), BAStatus.unknownBatchID);
    Batch batch = found.get();
    // Batch-07: what a batch does not take cannot be asked of it.
    if (!brands.stream().allMatch(brand -> batch.takes(brand.brandID()))) {
      return Told.not(batch.batchID(), BAStatus.brandBatchMismatch);
    }
    return data.batchOperation().equals(Optional.of(BatchOperation.purge))
        ? purge(batch, brands, request)
        : look(batch, data);
  }

  private static BatchID number(BatchAdminReqData data) {
    return data.batchID().orElse(new BatchID(0));
  }

  private BAStatus status(BrandAndBIN brand) {
    return switch (served.of(brand)) {
      case success -> BAStatus.success;
      case unknownBIN -> BAStatus.unknownBIN;
      case brandNotSupported -> BAStatus.brandNotSupported;
      case unspecifiedFailure -> BAStatus.unspecifiedFailure;
    };
  }

  /** Batch-01: a number is used once by a merchant, for ever. */
  private Told open(BatchAdminReqData data, List<String> brands) {
    Optional<Batch> used = data.batchID().flatMap(id -> batches.shelf().batch(account, id));
    if (used.isPresent()) {
      BAStatus why =
          used.get().isOpen() ? BAStatus.batchAlreadyOpen : BAStatus.batchIDUnavailable;
      return Told.not(used.get().batchID(), why);
    }
    // Batch-08: whoever opens a batch says in which currency, with totals of nothing.
    Optional<CurrencyCode> currency =
        data.batchStatus()
            .map(status -> status.batchDetails().batchTotals())
            .map(totals -> totals.transactionTotalAmtDebit())
            .filter(amount -> !amount.isPositive())
            .map(CurrencyAmount::currency);
    boolean zero = data.batchID().filter(id -> id.number() == 0).isPresent();
    if (currency.isEmpty() || zero) {
      return Told.not(number(data), BAStatus.unspecifiedFailure);
    }
    BatchID id =
        data.batchID().orElseGet(() -> new BatchID(batches.shelf().lastID(account) + 1));
    Batch batch = Batch.open(account, id, currency.get(), brands, now);
    batches.change(new Batches.Change.Open(batch));
    BatchDetails nothing =
        new BatchDetails(Reckoning.nothing(currency.get()), Optional.empty());
    return new Told(
        id,
        BAStatus.success,
        Optional.of(status(batch, nothing)),
        Optional.of(TransmissionStatus.pending),
        Optional.empty());
  }

  /** Batch-10: only what was not booked, only while the batch is open, and only until it closes. */
  private Told purge(
      Batch batch, List<BrandAndBIN> brands, ProcessBatchAdminReq.Request request) {
    if (!batch.isOpen()) return Told.not(batch.batchID(), BAStatus.unknownBatchID);
    List<String> names = brands.stream().map(brand -> brand.brandID().name()).toList();
    batches.change(
        request.restores()
            ? new Batches.Change.Restore(batch, names)
            : new Batches.Change.Purge(batch, names, now));
    return new Told(
        batch.batchID(),
        BAStatus.success,
        Optional.of(status(batch, batches.shelf().totals(batch))),
        Optional.of(transmission(batch)),
        Optional.empty());
  }

  /** Looks, compares, and closes where that is wanted. */
  private Told look(Batch batch, BatchAdminReqData data) {
    boolean closes = data.batchOperation().equals(Optional.of(BatchOperation.close));
    // Batch-11: closed twice is closed once; the second answer is the first.
    if (closes && !batch.isOpen()) return told(batch, BAStatus.success, data);
    // Batch-09: the merchant's own reckoning is ours, or the difference is told and nothing done.
    Optional<BatchDetails> own = data.batchStatus().map(BatchStatus::batchDetails);
    if (own.isPresent() && !Reckoning.same(own.get(), batches.shelf().totals(batch))) {
      return told(batch, BAStatus.totalsOutOfBalance, data);
    }
    if (!closes) return told(batch, BAStatus.success, data);
    ClosedWhen when = new ClosedWhen(CloseStatus.closedbyMerchant, now);
    batches.change(new Batches.Change.Close(batch, when));
    return told(batch.closed(when), BAStatus.success, data);
  }

  private Told told(Batch batch, BAStatus outcome, BatchAdminReqData data) {
    Optional<TransDetails> details = Optional.empty();
    if (data.returnTransactionDetail().isPresent()) {
      ReturnTransactionDetail which = data.returnTransactionDetail().get();
      // Batch-12: a page begins at the beginning, or at an item of the batch.
      if (which.startingPoint() > batch.last()) {
        return Told.not(batch.batchID(), BAStatus.unknownStartingPoint);
      }
      details = Optional.of(page(batch, which));
    }
    // What a merchant reckons wrongly it is told, wanted or not.
    boolean summary =
        data.returnBatchSummaryInd() || outcome == BAStatus.totalsOutOfBalance;
    return new Told(
        batch.batchID(),
        outcome,
        summary
            ? Optional.of(status(batch, batches.shelf().totals(batch)))
            : Optional.empty(),
        Optional.of(transmission(batch)),
        details);
  }

  private static BatchStatus status(Batch batch, BatchDetails totals) {
    return new BatchStatus(batch.openedAt(), batch.closed(), totals, Optional.empty());
  }

  /** Items go to the acquirer as they are captured: of a closed batch all are there. */
  private TransmissionStatus transmission(Batch batch) {
    if (batch.isOpen()) {
      return batch.last() == 0 ? TransmissionStatus.pending : TransmissionStatus.inProgress;
    }
    return batches.shelf().failed(batch) == 0
        ? TransmissionStatus.completedSuccessfully
        : TransmissionStatus.completedWithItemErrors;
  }

  private TransDetails page(Batch batch, ReturnTransactionDetail which) {
    int most = Math.min(which.maximumItems(), PAGE);
    ReturnTransactionDetail capped =
        new ReturnTransactionDetail(
            which.startingPoint(), most, which.errorsOnlyInd(), which.brandID());
    List<TransactionDetail> found = batches.shelf().items(batch, capped);
    if (found.size() <= most) return new TransDetails(0, found);
    return new TransDetails(
        found.get(most).batchSequenceNum().number(), found.subList(0, most));
  }
}
