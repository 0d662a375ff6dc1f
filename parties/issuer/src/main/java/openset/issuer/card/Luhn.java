package openset.issuer.card;

/** The check digit of identification cards (ISO/IEC 7812-1, annex B). */
final class Luhn {
  private Luhn() {}

  /** The digit that makes {@code payload} followed by it valid. */
  static char digit(String payload) {
    return (char) ('0' + (10 - sum(payload, true) % 10) % 10);
  }

  /** Whether the last digit of {@code digits} is the check digit of the others. */
  static boolean valid(String digits) {
    return sum(digits, false) % 10 == 0;
  }

  private static int sum(String digits, boolean doubleLast) {
    int sum = 0;
    boolean twice = doubleLast;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int value = digits.charAt(i) - '0';
      int weighed = twice ? 2 * value : value;
      sum += weighed > 9 ? weighed - 9 : weighed;
      twice = !twice;
    }
    return sum;
  }
}
