package openset.set.treatment.gateway;

import java.util.Optional;
import java.util.Set;
import openset.pki.OpeningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.SetOid;
import openset.set.data.batch.BatchAdminReqData;
import openset.set.data.batch.BatchOperation;
import openset.set.message.BatchAdminReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.Verified;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/** Proves a request about a batch, {@code spec/batch.md}: which merchant wants what. */
public final class ProcessBatchAdminReq {
  private ProcessBatchAdminReq() {}

  /**
   * Who wants what, proved.
   *
   * @param restores whether a purge is to be taken back
   */
  public record Request(MerchantParty merchant, BatchAdminReqData data, boolean restores) {}

  /** Checks {@code request}. */
  public static Request process(
      MessageWrapper wrapper, BatchAdminReq request, OpeningCredential own, Means means)
      throws Refused {
    // BatchAdminReq-P-01: the wrapper is fresh; sealed to us, signed by a merchant of the brand.
    WrapperCheck.fresh(wrapper, means);
    Verified<BatchAdminReqData> opened =
        Enc.open(
            own, request.enc(), Forms.BATCH_ADMIN_REQ, MerchantParty.signing(own, means));
    BatchAdminReqData data = opened.value();
    // BatchAdminReq-P-02: identifiers outside are those inside; the request is fresh.
    WrapperCheck.sameRRPID(wrapper, data.batchAdminRRTags().rrpid());
    WrapperCheck.age(data.batchAdminRRTags().currentDate(), means);
    WrapperCheck.extensions(data.bARqExtensions(), Set.of(SetOid.RESTORE_PURGED));
    if (data.batchStatus().isPresent()) {
      WrapperCheck.extensions(data.batchStatus().get());
    }
    // BatchAdminReq-P-03: as AuthReq-P-04.
    MerchantParty merchant =
        MerchantParty.of(
            opened,
            data.batchAdminRRTags().merTermIDs().merchantID(),
            means,
            "BatchAdminReq-P-03");
    // BatchAdminReq-P-04: only a purge is taken back.
    boolean restores =
        data.bARqExtensions().flatMap(all -> all.value(SetOid.RESTORE_PURGED)).isPresent();
    if (restores && !data.batchOperation().equals(Optional.of(BatchOperation.purge))) {
      throw new Refused(ErrorCode.unrecognizedExtension, "BatchAdminReq-P-04");
    }
    return new Request(merchant, data, restores);
  }
}
