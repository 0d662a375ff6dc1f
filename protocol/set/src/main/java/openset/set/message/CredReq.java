package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.capture.CapTokenSeq;
import openset.set.data.credit.CapRevOrCredReqData;
import openset.set.operator.EncB;

/**
 * The merchant gives money back that was captured.
 *
 * <pre>
 * CredReq ::= CHOICE {
 *   encB   [0] EXPLICIT EncB { M, P, CredReqData, CapTokenSeq } }
 * </pre>
 *
 * <p>SET 1.0 has a form with an account number too (encBX [1]), which OpenSET leaves out.
 */
public record CredReq(EncB<CapRevOrCredReqData, CapTokenSeq> encB) implements CapRevOrCredReq {
  public static final Tagged<CredReq> TYPE =
      EncB.<CapRevOrCredReqData, CapTokenSeq>type(CapTokenSeq.TYPE)
          .explicit(0)
          .map("CredReq", CredReq::new, CredReq::encB);

  @Override
  public String name() {
    return "CredReq";
  }
}
