package openset.set.treatment.merchant;

import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.set.Refused;
import openset.set.SetOid;
import openset.set.data.BrandAndBIN;
import openset.set.data.MsgExtensions;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.batch.BatchAdminReqData;
import openset.set.data.batch.BatchOperation;
import openset.set.data.batch.ReturnTransactionDetail;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchStatus;
import openset.set.data.sale.RRTags;
import openset.set.message.BatchAdminReq;
import openset.set.message.MessageHeader;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;

/** Makes BatchAdminReq, {@code spec/batch.md}: about one batch of ours at the gateway. */
public final class CreateBatchAdminReq {
  private CreateBatchAdminReq() {}

  /** The request, and what its answer is held to. */
  public record Created(MessageWrapper wrapper, RRTags batchAdminRRTags, Wish wish) {}

  /**
   * What is wanted.
   *
   * @param batchID empty for the batch that is open, or for a new one
   * @param brands only these; empty for all
   * @param operation empty where the batch is only looked at
   * @param restores whether a purge is taken back; the operation is purge then
   * @param details which items are wanted; empty for none
   * @param status our own reckoning, or the currency of a new batch
   */
  public record Wish(
      Optional<BatchID> batchID,
      List<BrandAndBIN> brands,
      Optional<BatchOperation> operation,
      boolean restores,
      Optional<ReturnTransactionDetail> details,
      Optional<BatchStatus> status) {
    /** A wish of copies. */
    public Wish {
      brands = List.copyOf(brands);
      if (restores && !operation.equals(Optional.of(BatchOperation.purge))) {
        throw new IllegalArgumentException("only a purge is taken back");
      }
    }

    /** To see how a batch stands. */
    public static Wish totals(Optional<BatchID> batchID) {
      return new Wish(
          batchID, List.of(), Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /** The same with an operation. */
    public Wish doing(BatchOperation what) {
      return new Wish(batchID, brands, Optional.of(what), restores, details, status);
    }

    /** To take a purge back. */
    public Wish restoring() {
      return new Wish(
          batchID, brands, Optional.of(BatchOperation.purge), true, details, status);
    }

    /** The same with items. */
    public Wish with(ReturnTransactionDetail which) {
      return new Wish(batchID, brands, operation, restores, Optional.of(which), status);
    }

    /** The same with our own reckoning. */
    public Wish with(BatchStatus own) {
      return new Wish(batchID, brands, operation, restores, details, Optional.of(own));
    }

    /** The same for some brands only. */
    public Wish of(List<BrandAndBIN> some) {
      return new Wish(batchID, some, operation, restores, details, status);
    }

    private Optional<List<BrandAndBIN>> brandAndBINSeq() {
      return brands.isEmpty() ? Optional.empty() : Optional.of(brands);
    }

    private Optional<MsgExtensions> extensions() {
      if (!restores) return Optional.empty();
      return Optional.of(
          new MsgExtensions(
              List.of(
                  new MsgExtensions.MsgExtension(
                      SetOid.RESTORE_PURGED, true, Der.of(new byte[0])))));
    }
  }

  /** Asks about one batch; the answer always brings its totals. */
  public static Created create(Wish wish, CreateAuthReq.With with, Means means) throws Refused {
    // BatchAdminReq-M-01: a new RRPID for each request; MerchantID as in our certificate.
    RRTags tags =
        new RRTags(
            RRPID.of(means.randomness().bytes(RRPID.OCTETS)),
            with.merTermIDs(),
            means.now());
    BatchAdminReqData data =
        new BatchAdminReqData(
            tags,
            wish.batchID(),
            wish.brandAndBINSeq(),
            wish.operation(),
            true,
            wish.details(),
            wish.status(),
            Optional.empty(),
            wish.extensions());
    // BatchAdminReq-M-02: signed, with our key-exchange certificate, and sealed to the gateway.
    BatchAdminReq request =
        new BatchAdminReq(
            Enc.seal(
                with.signatory(),
                with.gateway().recipient(),
                Forms.BATCH_ADMIN_REQ,
                data,
                means.randomness()));
    MessageHeader header =
        MessageHeader.of(
            means.now(), Optional.empty(), tags.rrpid(), new SWIdent(means.policy().swIdent()));
    return new Created(MessageWrapper.of(header, request), tags, wish);
  }
}
