package openset.set.treatment.gateway;

import java.util.Optional;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.SWIdent;
import openset.set.data.batch.BAStatus;
import openset.set.data.batch.BatchAdminResData;
import openset.set.data.batch.TransDetails;
import openset.set.data.batch.TransmissionStatus;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchStatus;
import openset.set.message.BatchAdminRes;
import openset.set.message.MessageHeader;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.Signatory;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;

/** Makes BatchAdminRes, {@code spec/batch.md}. */
public final class CreateBatchAdminRes {
  private CreateBatchAdminRes() {}

  /**
   * How the batch stands.
   *
   * @param batchID 0 where there is none
   * @param status its totals; empty where they are not wanted, or there is no batch
   * @param transmission how far it has come to the acquirer
   * @param details the items that were wanted
   */
  public record Told(
      BatchID batchID,
      BAStatus bAStatus,
      Optional<BatchStatus> status,
      Optional<TransmissionStatus> transmission,
      Optional<TransDetails> details) {
    /** Nothing but that it was not done. */
    public static Told not(BatchID batchID, BAStatus why) {
      return new Told(batchID, why, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** The answer to the merchant who asked. */
  public static MessageWrapper create(
      ProcessBatchAdminReq.Request to, Told told, SigningCredential signing, Means means)
      throws Refused {
    // BatchAdminRes-P-01: it names the request and the batch, and says what became of it.
    BatchAdminResData data =
        new BatchAdminResData(
            to.data().batchAdminRRTags(),
            told.batchID(),
            Optional.of(told.bAStatus()),
            told.status(),
            told.transmission(),
            Optional.empty(),
            told.details(),
            Optional.empty());
    BatchAdminRes answer =
        new BatchAdminRes(
            Enc.seal(
                Signatory.of(signing),
                to.merchant().recipient(),
                Forms.BATCH_ADMIN_RES,
                data,
                means.randomness()));
    MessageHeader header =
        MessageHeader.of(
            means.now(),
            Optional.empty(),
            to.data().batchAdminRRTags().rrpid(),
            new SWIdent(means.policy().swIdent()));
    return MessageWrapper.of(header, answer);
  }
}
