package openset.set.message;

import openset.asn1.Asn1Type;

/**
 * The CA's answer to CertInqReq, of the form of CertRes.
 *
 * <pre>
 * CertInqRes ::= CertRes
 * </pre>
 */
public record CertInqRes(CertRes certRes) implements Message {
  public static final Asn1Type<CertInqRes> TYPE =
      CertRes.TYPE.map("CertInqRes", CertInqRes::new, CertInqRes::certRes);

  @Override
  public String name() {
    return "CertInqRes";
  }
}
