package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.card.PANOnly;
import openset.set.data.registration.RegFormReqData;
import openset.set.operator.EXH;

/**
 * A cardholder asks for the form of the issuer of its card.
 *
 * <pre>
 * RegFormReq ::= EXH { CA, RegFormReqData, PANOnly }
 * </pre>
 */
public record RegFormReq(EXH<RegFormReqData, PANOnly> exh) implements Message {
  public static final Tagged<RegFormReq> TYPE =
      EXH.<RegFormReqData, PANOnly>type().map("RegFormReq", RegFormReq::new, RegFormReq::exh);

  @Override
  public String name() {
    return "RegFormReq";
  }
}
