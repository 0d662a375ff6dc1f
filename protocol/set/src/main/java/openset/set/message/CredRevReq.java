package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.capture.CapTokenSeq;
import openset.set.data.credit.CapRevOrCredReqData;
import openset.set.operator.EncB;

/**
 * The merchant takes credits back.
 *
 * <pre>
 * CredRevReq ::= CHOICE {
 *   encB   [0] EXPLICIT EncB { M, P, CredRevReqData, CapTokenSeq } }
 * </pre>
 *
 * <p>SET 1.0 has a form with an account number too (encBX [1]), which OpenSET leaves out.
 */
public record CredRevReq(EncB<CapRevOrCredReqData, CapTokenSeq> encB) implements CapRevOrCredReq {
  public static final Tagged<CredRevReq> TYPE =
      EncB.<CapRevOrCredReqData, CapTokenSeq>type(CapTokenSeq.TYPE)
          .explicit(0)
          .map("CredRevReq", CredRevReq::new, CredRevReq::encB);

  @Override
  public String name() {
    return "CredRevReq";
  }
}
