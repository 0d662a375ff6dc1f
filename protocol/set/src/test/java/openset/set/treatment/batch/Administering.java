package openset.set.treatment.batch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.batch.AmountType;
import openset.set.data.batch.BAStatus;
import openset.set.data.batch.BatchAdminReqData;
import openset.set.data.batch.BatchAdminResData;
import openset.set.data.batch.ReturnTransactionDetail;
import openset.set.data.batch.TransDetails;
import openset.set.data.batch.TransactionDetail;
import openset.set.data.batch.TransactionStatus;
import openset.set.data.batch.TransmissionStatus;
import openset.set.data.sale.BatchDetails;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchSequenceNum;
import openset.set.data.sale.BatchStatus;
import openset.set.data.sale.BatchTotals;
import openset.set.data.sale.BrandBatchDetails;
import openset.set.message.BatchAdminReq;
import openset.set.message.BatchAdminRes;
import openset.set.message.Message;
import openset.set.message.MessageHeader;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.Recipient;
import openset.set.operator.Signatory;
import openset.set.treatment.Altered;
import openset.set.treatment.Forms;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.Receivers;
import openset.set.treatment.gateway.CreateBatchAdminRes;
import openset.set.treatment.gateway.ProcessBatchAdminReq;
import openset.set.treatment.merchant.CreateBatchAdminReq;
import openset.set.treatment.merchant.ProcessBatchAdminRes;

/**
 * One request about a batch and its answer; both ends, and forgers with good keys who alter one
 * part at a path ({@link Altered}).
 */
public final class Administering {
  static final Purchase PURCHASE = Purchase.honest();
  static final PurchaseWorld WORLD = PURCHASE.world;
  static final BrandID BRAND = new BrandID(PurchaseWorld.BRAND);
  static final BatchID ID = new BatchID(7);

  final CreateBatchAdminReq.Wish wish;
  final CreateBatchAdminReq.Created created;

  /** BatchAdminReq before it is signed and sealed. */
  public record Asking(BatchAdminReqData data, Signatory signer) {}

  /** BatchAdminRes before it is signed and sealed. */
  public record Answering(BatchAdminResData data, Signatory signer) {}

  public Administering(CreateBatchAdminReq.Wish wish) {
    this.wish = wish;
    try {
      created = CreateBatchAdminReq.create(wish, WORLD.asMerchant(), PURCHASE.means);
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  /** To see batch 7, and its first two items. */
  public static CreateBatchAdminReq.Wish looking() {
    return CreateBatchAdminReq.Wish.totals(Optional.of(ID))
        .with(new ReturnTransactionDetail(0, 2, false, Optional.empty()));
  }

  static CurrencyAmount euros(long minor) {
    return CurrencyAmount.of("EUR", minor);
  }

  static BatchTotals totals(int count, long minor) {
    return new BatchTotals(0, euros(0), count, euros(minor), Optional.empty());
  }

  public static BatchStatus status() {
    return new BatchStatus(
        PurchaseWorld.NOW,
        Optional.empty(),
        new BatchDetails(
            totals(2, 1990), Optional.of(List.of(new BrandBatchDetails(BRAND, totals(2, 1990))))),
        Optional.empty());
  }

  static TransactionDetail item(int number, long minor) {
    return new TransactionDetail(
        PURCHASE.order.transIDs(),
        PURCHASE.authReq.authTags().authRRTags().rrpid(),
        BRAND,
        new BatchSequenceNum(number),
        Optional.empty(),
        euros(minor),
        AmountType.debit,
        Optional.of(TransactionStatus.success),
        Optional.empty());
  }

  public static TransDetails items() {
    return new TransDetails(0, List.of(item(1, 1490), item(2, 500)));
  }

  static CreateBatchAdminRes.Told told() {
    return new CreateBatchAdminRes.Told(
        ID,
        BAStatus.success,
        Optional.of(status()),
        Optional.of(TransmissionStatus.inProgress),
        Optional.of(items()));
  }

  private static MessageWrapper wrap(RRPID rrpid, Message message) {
    Instant now = PurchaseWorld.NOW;
    return MessageWrapper.of(
        MessageHeader.of(now, Optional.empty(), rrpid, new SWIdent("test")), message);
  }

  BatchAdminReqData data() {
    return new BatchAdminReqData(
        created.batchAdminRRTags(),
        wish.batchID(),
        Optional.empty(),
        wish.operation(),
        true,
        wish.details(),
        wish.status(),
        Optional.empty(),
        Optional.empty());
  }

  /** BatchAdminReq with {@code value} at {@code path}. */
  public MessageWrapper batchAdminReq(String path, Object value) {
    Signatory merchant =
        Signatory.of(WORLD.merchantSigning)
            .enclosing(List.of(WORLD.merchantOpening.certificate()));
    Asking asked = Altered.at(new Asking(data(), merchant), path, value);
    return wrap(asked.data().batchAdminRRTags().rrpid(), sealed(asked));
  }

  private static BatchAdminReq sealed(Asking asked) {
    try {
      return new BatchAdminReq(
          Enc.seal(
              asked.signer(),
              Recipient.self(WORLD.gatewayOpening),
              Forms.BATCH_ADMIN_REQ,
              asked.data(),
              PurchaseWorld.RANDOM));
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  public static ProcessBatchAdminReq.Request asked(MessageWrapper wrapper) throws Refused {
    MessageWrapper came = Receivers.sent(wrapper);
    return ProcessBatchAdminReq.process(
        came, (BatchAdminReq) came.message(), WORLD.gatewayOpening, PURCHASE.means);
  }

  MessageWrapper batchAdminRes(CreateBatchAdminRes.Told told) throws Refused {
    return CreateBatchAdminRes.create(
        asked(created.wrapper()), told, WORLD.gatewaySigning, PURCHASE.means);
  }

  /** BatchAdminRes with {@code value} at {@code path}. */
  public MessageWrapper batchAdminRes(String path, Object value) {
    BatchAdminResData data =
        new BatchAdminResData(
            created.batchAdminRRTags(),
            ID,
            Optional.of(BAStatus.success),
            Optional.of(status()),
            Optional.of(TransmissionStatus.inProgress),
            Optional.empty(),
            Optional.of(items()),
            Optional.empty());
    Answering told =
        Altered.at(new Answering(data, Signatory.of(WORLD.gatewaySigning)), path, value);
    try {
      return wrap(
          told.data().batchAdminTags().rrpid(),
          new BatchAdminRes(
              Enc.seal(
                  told.signer(),
                  Recipient.self(WORLD.merchantOpening),
                  Forms.BATCH_ADMIN_RES,
                  told.data(),
                  PurchaseWorld.RANDOM)));
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  public BatchAdminResData told(MessageWrapper wrapper) throws Refused {
    MessageWrapper came = Receivers.sent(wrapper);
    return ProcessBatchAdminRes.process(
        came,
        (BatchAdminRes) came.message(),
        new ProcessBatchAdminRes.Asked(
            created.batchAdminRRTags(), wish, BRAND, WORLD.merchantOpening),
        PURCHASE.means);
  }
}
