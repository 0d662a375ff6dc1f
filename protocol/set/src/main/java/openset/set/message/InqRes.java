package openset.set.message;

import openset.asn1.Tagged;

/**
 * The merchant's answer to an inquiry, of the form of PRes.
 *
 * <pre>
 * InqRes ::= PRes
 * </pre>
 */
public record InqRes(PRes pRes) implements Message {
  public static final Tagged<InqRes> TYPE = PRes.TYPE.map("InqRes", InqRes::new, InqRes::pRes);

  @Override
  public String name() {
    return "InqRes";
  }
}
