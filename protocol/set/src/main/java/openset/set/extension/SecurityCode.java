package openset.set.extension;

import java.util.regex.Pattern;
import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * The code printed on a card (CVV2, CVC2). The cardholder tells it to the gateway alone; nobody
 * keeps it after the authorization, and no text of this class shows it.
 *
 * @param digits 3 or 4
 */
public record SecurityCode(String digits) {
  private static final Pattern FORM = Pattern.compile("[0-9]{3,4}");

  public static final Tagged<SecurityCode> TYPE =
      Asn1.sized(Asn1.NUMERIC_STRING, 3, 4)
          .map("SecurityCode", SecurityCode::new, SecurityCode::digits);

  /** Refuses what is none. */
  public SecurityCode {
    if (!FORM.matcher(digits).matches()) {
      throw new IllegalArgumentException("a security code has 3 or 4 digits");
    }
  }

  /** Not the digits. */
  @Override
  public String toString() {
    return "SecurityCode";
  }
}
