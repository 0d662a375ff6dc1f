package openset.gateway;

import java.util.List;
import java.util.Optional;
import openset.set.Refused;
import openset.set.data.BrandAndBIN;
import openset.set.data.BrandID;
import openset.set.data.MerchantID;
import openset.set.data.batch.BatchAdminResData;
import openset.set.data.batch.BatchOperation;
import openset.set.data.batch.ReturnTransactionDetail;
import openset.set.data.sale.BatchDetails;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchStatus;
import openset.set.data.sale.BatchTotals;
import openset.set.message.BatchAdminRes;
import openset.set.message.MessageWrapper;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.CreateBatchAdminReq;
import openset.set.treatment.merchant.ProcessBatchAdminRes;

/** A merchant's clerk for batches, by the treatments of the merchant. */
record BatchClerk(Bench bench, TestMerchant merchant) {
  /** A request, and what its answer is held to. */
  record Asks(CreateBatchAdminReq.Created created) {
    byte[] octets() {
      return MessageWrapper.TYPE.encode(created.wrapper());
    }
  }

  Asks asks(CreateBatchAdminReq.Wish wish) throws Refused {
    CreateAuthReq.With with =
        new CreateAuthReq.With(
            merchant.brand().merchantSigning,
            merchant.brand().merchantOpening.certificate(),
            merchant.brand().known(merchant.gateway()),
            new MerchantID("M-0001"),
            "5942");
    return new Asks(CreateBatchAdminReq.create(wish, with, merchant.means()));
  }

  BatchAdminResData reads(Asks asks, byte[] answer) throws Refused {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(answer);
    return ProcessBatchAdminRes.process(
        wrapper,
        (BatchAdminRes) wrapper.message(),
        new ProcessBatchAdminRes.Asked(
            asks.created().batchAdminRRTags(),
            asks.created().wish(),
            new BrandID(Brand.NAME),
            merchant.brand().merchantOpening),
        merchant.means());
  }

  BatchAdminResData does(CreateBatchAdminReq.Wish wish) throws Refused {
    Asks asks = asks(wish);
    return reads(asks, bench.receive(asks.octets()));
  }

  static CreateBatchAdminReq.Wish about(long id) {
    return CreateBatchAdminReq.Wish.totals(Optional.of(new BatchID(id)));
  }

  static CreateBatchAdminReq.Wish opening(long id) {
    return about(id).doing(BatchOperation.open).with(reckoned(0, 0));
  }

  static CreateBatchAdminReq.Wish closing(long id) {
    return about(id).doing(BatchOperation.close);
  }

  static CreateBatchAdminReq.Wish purging(long id) {
    return about(id).doing(BatchOperation.purge);
  }

  /** So many captures of so much together. */
  static BatchStatus reckoned(int count, long minor) {
    BatchTotals totals =
        new BatchTotals(
            0, TestMerchant.euros(0), count, TestMerchant.euros(minor), Optional.empty());
    return new BatchStatus(
        java.time.Instant.parse("2026-06-01T12:00:00Z"),
        Optional.empty(),
        new BatchDetails(totals, Optional.empty()),
        Optional.empty());
  }

  static ReturnTransactionDetail page(int from, int most, boolean errors) {
    return new ReturnTransactionDetail(from, most, errors, Optional.empty());
  }

  static List<BrandAndBIN> brand(String name) {
    return List.of(BrandAndBIN.of(new BrandID(name)));
  }
}
