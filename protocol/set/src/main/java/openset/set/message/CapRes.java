package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.capture.CapResData;
import openset.set.operator.Enc;

/**
 * The gateway's answer about captures.
 *
 * <pre>
 * CapRes ::= Enc { P, M, CapResData }
 * </pre>
 */
public record CapRes(Enc<CapResData> enc) implements Message {
  public static final Tagged<CapRes> TYPE =
      Enc.<CapResData>type().map("CapRes", CapRes::new, CapRes::enc);

  @Override
  public String name() {
    return "CapRes";
  }
}
