package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.credit.CapRevOrCredResData;
import openset.set.operator.Enc;

/**
 * The gateway's answer about credits that are taken back.
 *
 * <pre>
 * CredRevRes ::= Enc { P, M, CredRevResData }
 * </pre>
 */
public record CredRevRes(Enc<CapRevOrCredResData> enc) implements CapRevOrCredRes {
  public static final Tagged<CredRevRes> TYPE =
      Enc.<CapRevOrCredResData>type().map("CredRevRes", CredRevRes::new, CredRevRes::enc);

  @Override
  public String name() {
    return "CredRevRes";
  }
}
