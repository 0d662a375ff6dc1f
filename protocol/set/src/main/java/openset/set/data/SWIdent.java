package openset.set.data;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * Maker and version of the sender's software. It stands in every message header and in PIHead.
 *
 * <pre>
 * SWIdent ::= VisibleString (SIZE(1..255))
 * </pre>
 */
public record SWIdent(String text) {
  private static final int LENGTH_MAX = 255;

  public static final Tagged<SWIdent> TYPE =
      Asn1.sized(Asn1.VISIBLE_STRING, 1, LENGTH_MAX).map("SWIdent", SWIdent::new, SWIdent::text);

  public SWIdent {
    if (text.isEmpty() || text.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("SWIdent is not of 1 to 255 characters");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
