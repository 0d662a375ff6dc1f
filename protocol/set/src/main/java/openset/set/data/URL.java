package openset.set.data;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * A link as text. Whoever follows one checks it first: it came from a peer.
 *
 * <pre>
 * URL ::= VisibleString (SIZE(1..512))
 * </pre>
 */
public record URL(String text) {
  private static final int LENGTH_MAX = 512;

  public static final Tagged<URL> TYPE =
      Asn1.sized(Asn1.VISIBLE_STRING, 1, LENGTH_MAX).map("URL", URL::new, URL::text);

  public URL {
    if (text.isEmpty() || text.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("URL is not of 1 to 512 characters");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
