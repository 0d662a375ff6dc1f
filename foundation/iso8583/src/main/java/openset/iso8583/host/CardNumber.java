package openset.iso8583.host;

import openset.iso8583.MalformedMessage;
import openset.iso8583.Shown;

/** A primary account number of 13 to 19 digits with a right Luhn digit; shown masked. */
public final class CardNumber {
  private final String digits;

  private CardNumber(String digits) {
    this.digits = digits;
  }

  /** Refuses wrong lengths, anything but digits, and a wrong check digit (ISO/IEC 7812-1). */
  public static CardNumber of(String digits) throws MalformedMessage {
    if (digits.length() < 13 || digits.length() > 19) {
      throw new MalformedMessage(2, "not 13 to 19 digits");
    }
    if (!luhn(digits)) throw new MalformedMessage(2, "check digit");
    return new CardNumber(digits);
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      if (digit < 0 || digit > 9) return false;
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  /** All digits: for the issuer's eyes and the wire only. */
  public String digits() {
    return digits;
  }

  /** First six and last four digits. */
  public String masked() {
    return Shown.pan(digits);
  }

  /** True when it begins with this BIN. */
  public boolean startsWith(String bin) {
    return digits.startsWith(bin);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CardNumber that && digits.equals(that.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  @Override
  public String toString() {
    return masked();
  }
}
