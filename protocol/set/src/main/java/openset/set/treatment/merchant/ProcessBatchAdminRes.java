package openset.set.treatment.merchant;

import java.util.List;
import java.util.Optional;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.OpeningCredential;
import openset.pki.Required;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.batch.BAStatus;
import openset.set.data.batch.BatchAdminResData;
import openset.set.data.batch.ReturnTransactionDetail;
import openset.set.data.batch.TransDetails;
import openset.set.data.batch.TransactionDetail;
import openset.set.data.sale.BatchStatus;
import openset.set.data.sale.BatchTotals;
import openset.set.data.sale.BrandBatchDetails;
import openset.set.data.sale.RRTags;
import openset.set.message.BatchAdminRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.Expected;
import openset.set.operator.Verified;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/** What the merchant checks of BatchAdminRes, {@code spec/batch.md}. */
public final class ProcessBatchAdminRes {
  private ProcessBatchAdminRes() {}

  /** What was asked. */
  public record Asked(
      RRTags batchAdminRRTags,
      CreateBatchAdminReq.Wish wish,
      BrandID brandID,
      OpeningCredential opening) {}

  /** The gateway's word on the batch. */
  public static BatchAdminResData process(
      MessageWrapper wrapper, BatchAdminRes answer, Asked asked, Means means) throws Refused {
    // BatchAdminRes-M-01: the wrapper is fresh and answers our request.
    WrapperCheck.fresh(wrapper, means);
    WrapperCheck.sameRRPID(wrapper, asked.batchAdminRRTags().rrpid());
    // BatchAdminRes-M-02: signed by a gateway of the brand and sealed to us.
    Required gateway =
        Required.of(CertificateType.PGWY, KeyUse.SIGN, asked.brandID().name());
    Verified<BatchAdminResData> opened =
        Enc.open(
            asked.opening(),
            answer.enc(),
            Forms.BATCH_ADMIN_RES,
            Expected.of(gateway, means.trust(), means.now()));
    BatchAdminResData data = opened.value();
    extensions(data);
    // BatchAdminRes-M-03: it names our request, and the batch where we named one.
    if (!data.batchAdminTags().equals(asked.batchAdminRRTags())) {
      throw new Refused(ErrorCode.unknownRRPID, "BatchAdminRes-M-03");
    }
    boolean sameBatch =
        asked.wish().batchID().stream().allMatch(id -> id.equals(data.batchID()));
    if (!sameBatch) throw new Refused(ErrorCode.unspecifiedFailure, "BatchAdminRes-M-03");
    // BatchAdminRes-M-04: it says what became of it; what it tells agrees with itself.
    boolean consistent =
        data.bAStatus().isPresent()
            && data.batchStatus().map(ProcessBatchAdminRes::addsUp).orElse(true)
            && itemsAreThoseAsked(data, asked.wish().details());
    if (!consistent) throw new Refused(ErrorCode.unspecifiedFailure, "BatchAdminRes-M-04");
    // BatchAdminRes-M-05: a success tells how the batch stands.
    if (data.bAStatus().get() == BAStatus.success && data.batchStatus().isEmpty()) {
      throw new Refused(ErrorCode.unspecifiedFailure, "BatchAdminRes-M-05");
    }
    return data;
  }

  private static void extensions(BatchAdminResData data) throws Refused {
    WrapperCheck.extensions(data.bARsExtensions());
    if (data.batchStatus().isPresent()) {
      WrapperCheck.extensions(data.batchStatus().get());
    }
    for (TransactionDetail item :
        data.transDetails().map(TransDetails::transactionDetailSeq).orElse(List.of())) {
      WrapperCheck.extensions(item.transDetailExtensions());
    }
  }

  /** The brands together are the whole. */
  private static boolean addsUp(BatchStatus status) {
    Optional<List<BrandBatchDetails>> brands = status.batchDetails().brandBatchDetailsSeq();
    if (brands.isEmpty()) return true;
    BatchTotals all = status.batchDetails().batchTotals();
    long credits = 0;
    long debits = 0;
    long credited = 0;
    long debited = 0;
    for (BrandBatchDetails brand : brands.get()) {
      credits += brand.batchTotals().transactionCountCredit();
      debits += brand.batchTotals().transactionCountDebit();
      credited += brand.batchTotals().transactionTotalAmtCredit().minor();
      debited += brand.batchTotals().transactionTotalAmtDebit().minor();
    }
    return credits == all.transactionCountCredit()
        && debits == all.transactionCountDebit()
        && credited == all.transactionTotalAmtCredit().minor()
        && debited == all.transactionTotalAmtDebit().minor();
  }

  private static boolean itemsAreThoseAsked(
      BatchAdminResData data, Optional<ReturnTransactionDetail> asked) {
    if (data.transDetails().isEmpty()) return true;
    if (asked.isEmpty()) return false;
    List<TransactionDetail> items = data.transDetails().get().transactionDetailSeq();
    int before = asked.get().startingPoint() - 1;
    for (TransactionDetail item : items) {
      if (item.batchSequenceNum().number() <= before) return false;
      before = item.batchSequenceNum().number();
    }
    int next = data.transDetails().get().nextStartingPoint();
    return items.size() <= asked.get().maximumItems() && (next == 0 || next > before);
  }
}
