package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.capture.CapReqData;
import openset.set.data.capture.CapTokenSeq;
import openset.set.operator.EncB;

/**
 * The merchant asks the gateway to capture.
 *
 * <pre>
 * CapReq ::= CHOICE {
 *   encB   [0] EXPLICIT EncB { M, P, CapReqData, CapTokenSeq } }
 * </pre>
 *
 * <p>SET 1.0 has a form with the account number too (encBX [1]), which OpenSET leaves out.
 */
public record CapReq(EncB<CapReqData, CapTokenSeq> encB) implements Message {
  public static final Tagged<CapReq> TYPE =
      EncB.<CapReqData, CapTokenSeq>type(CapTokenSeq.TYPE)
          .explicit(0)
          .map("CapReq", CapReq::new, CapReq::encB);

  @Override
  public String name() {
    return "CapReq";
  }
}
