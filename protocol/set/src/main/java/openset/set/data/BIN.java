package openset.set.data;

import java.util.regex.Pattern;
import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * The bank identification number: the first six digits of a PAN. It names the issuer and is not
 * secret; the merchant needs it to choose a gateway.
 *
 * <pre>
 * BIN ::= NumericString (SIZE(6))
 * </pre>
 */
public record BIN(String digits) {
  private static final Pattern FORM = Pattern.compile("[0-9]{6}");

  public static final Tagged<BIN> TYPE = Asn1.NUMERIC_STRING.map("BIN", BIN::new, BIN::digits);

  public BIN {
    if (!FORM.matcher(digits).matches()) throw new IllegalArgumentException("BIN is not 6 digits");
  }

  @Override
  public String toString() {
    return digits;
  }
}
