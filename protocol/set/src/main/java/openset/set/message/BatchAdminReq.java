package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.batch.BatchAdminReqData;
import openset.set.operator.Enc;

/**
 * The merchant asks about one of its batches at the gateway, or does something with it.
 *
 * <pre>
 * BatchAdminReq ::= Enc { M, P, BatchAdminReqData }
 * </pre>
 */
public record BatchAdminReq(Enc<BatchAdminReqData> enc) implements Message {
  public static final Tagged<BatchAdminReq> TYPE =
      Enc.<BatchAdminReqData>type().map("BatchAdminReq", BatchAdminReq::new, BatchAdminReq::enc);

  @Override
  public String name() {
    return "BatchAdminReq";
  }
}
