package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.certificate.PCertReqData;
import openset.set.operator.Signed;

/**
 * The merchant asks for the gateway's key-exchange certificates.
 *
 * <pre>
 * PCertReq ::= S { M, PCertReqData }
 * </pre>
 */
public record PCertReq(Signed<PCertReqData> signed) implements Message {
  public static final Tagged<PCertReq> TYPE =
      Signed.<PCertReqData>type().map("PCertReq", PCertReq::new, PCertReq::signed);

  @Override
  public String name() {
    return "PCertReq";
  }
}
