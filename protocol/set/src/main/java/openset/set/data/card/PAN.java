package openset.set.data.card;

import java.util.regex.Pattern;
import openset.asn1.Asn1;
import openset.asn1.Tagged;
import openset.set.data.BIN;

/**
 * An account number: 12 to 19 digits, the last a Luhn check digit (ISO/IEC 7812-1). Printed, it
 * shows the BIN and the last four digits only.
 *
 * <pre>
 * PAN ::= NumericString (SIZE(12..19))    -- SET 1.0: SIZE(1..19), any digits
 * </pre>
 */
public final class PAN {
  private static final Pattern FORM = Pattern.compile("[0-9]{12,19}");
  private static final int BIN_DIGITS = 6;
  private static final int LAST_DIGITS = 4;

  public static final Tagged<PAN> TYPE = Asn1.NUMERIC_STRING.map("PAN", PAN::of, PAN::digits);

  private final String digits;

  private PAN(String digits) {
    this.digits = digits;
  }

  /**
   * The account number of these digits.
   *
   * @throws IllegalArgumentException without the digits, where {@link #isValid} is false
   */
  public static PAN of(String digits) {
    if (!isValid(digits)) throw new IllegalArgumentException("no PAN: length or check digit");
    return new PAN(digits);
  }

  /** The account number that begins with these digits: all but the last, which is computed. */
  public static PAN completing(String allButLast) {
    for (char last = '0'; last <= '9'; last++) {
      if (isValid(allButLast + last)) return new PAN(allButLast + last);
    }
    throw new IllegalArgumentException("no PAN begins so");
  }

  /** Whether {@code digits} has 12 to 19 digits and the right check digit. */
  public static boolean isValid(String digits) {
    if (!FORM.matcher(digits).matches()) return false;
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  /** All digits. Whoever asks for them keeps them from logs, exceptions and URLs. */
  public String digits() {
    return digits;
  }

  /** The issuer's number. */
  public BIN bin() {
    return new BIN(digits.substring(0, BIN_DIGITS));
  }

  /** The last four digits, by which a person knows the card. */
  public String lastFour() {
    return digits.substring(digits.length() - LAST_DIGITS);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PAN that && digits.equals(that.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  /** BIN and last four digits, the rest hidden. */
  @Override
  public String toString() {
    return bin() + "*".repeat(digits.length() - BIN_DIGITS - LAST_DIGITS) + lastFour();
  }
}
