package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.credit.CapRevOrCredResData;
import openset.set.operator.Enc;

/**
 * The gateway's answer about credits.
 *
 * <pre>
 * CredRes ::= Enc { P, M, CredResData }
 * </pre>
 */
public record CredRes(Enc<CapRevOrCredResData> enc) implements CapRevOrCredRes {
  public static final Tagged<CredRes> TYPE =
      Enc.<CapRevOrCredResData>type().map("CredRes", CredRes::new, CredRes::enc);

  @Override
  public String name() {
    return "CredRes";
  }
}
