package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.registration.CertInqReqTBS;
import openset.set.operator.Signed;

/**
 * An end entity asks how its earlier request stands.
 *
 * <pre>
 * CertInqReq ::= S { EE, CertInqReqTBS }
 * </pre>
 */
public record CertInqReq(Signed<CertInqReqTBS> signed) implements Message {
  public static final Tagged<CertInqReq> TYPE =
      Signed.<CertInqReqTBS>type().map("CertInqReq", CertInqReq::new, CertInqReq::signed);

  @Override
  public String name() {
    return "CertInqReq";
  }
}
