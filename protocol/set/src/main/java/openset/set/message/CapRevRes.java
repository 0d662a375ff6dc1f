package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.credit.CapRevOrCredResData;
import openset.set.operator.Enc;

/**
 * The gateway's answer about captures that are taken back.
 *
 * <pre>
 * CapRevRes ::= Enc { P, M, CapRevResData }
 * </pre>
 */
public record CapRevRes(Enc<CapRevOrCredResData> enc) implements CapRevOrCredRes {
  public static final Tagged<CapRevRes> TYPE =
      Enc.<CapRevOrCredResData>type().map("CapRevRes", CapRevRes::new, CapRevRes::enc);

  @Override
  public String name() {
    return "CapRevRes";
  }
}
