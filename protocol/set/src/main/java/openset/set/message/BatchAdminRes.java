package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.batch.BatchAdminResData;
import openset.set.operator.Enc;

/**
 * The gateway's answer about a batch.
 *
 * <pre>
 * BatchAdminRes ::= Enc { P, M, BatchAdminResData }
 * </pre>
 */
public record BatchAdminRes(Enc<BatchAdminResData> enc) implements Message {
  public static final Tagged<BatchAdminRes> TYPE =
      Enc.<BatchAdminResData>type().map("BatchAdminRes", BatchAdminRes::new, BatchAdminRes::enc);

  @Override
  public String name() {
    return "BatchAdminRes";
  }
}
