package openset.set.message;

import openset.asn1.Tagged;
import openset.set.operator.Signed;

/**
 * The merchant's signed answer to PInitReq, with the certificates and CRLs the wallet lacks.
 *
 * <pre>
 * PInitRes ::= S { M, PInitResData }
 * </pre>
 */
public record PInitRes(Signed<PInitResData> signed) implements Message {
  public static final Tagged<PInitRes> TYPE =
      Signed.<PInitResData>type().map("PInitRes", PInitRes::new, PInitRes::signed);

  @Override
  public String name() {
    return "PInitRes";
  }
}
