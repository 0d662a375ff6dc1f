package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.capture.CapTokenSeq;
import openset.set.data.credit.CapRevOrCredReqData;
import openset.set.operator.EncB;

/**
 * The merchant takes captures back.
 *
 * <pre>
 * CapRevReq ::= CHOICE {
 *   encB   [0] EXPLICIT EncB { M, P, CapRevData, CapTokenSeq } }
 * </pre>
 *
 * <p>SET 1.0 has a form with an account number too (encBX [1]), which OpenSET leaves out.
 */
public record CapRevReq(EncB<CapRevOrCredReqData, CapTokenSeq> encB) implements CapRevOrCredReq {
  public static final Tagged<CapRevReq> TYPE =
      EncB.<CapRevOrCredReqData, CapTokenSeq>type(CapTokenSeq.TYPE)
          .explicit(0)
          .map("CapRevReq", CapRevReq::new, CapRevReq::encB);

  @Override
  public String name() {
    return "CapRevReq";
  }
}
