package openset.iso8583.table;

/**
 * One line of the field table.
 *
 * @param number data element, 2 to 128
 * @param content which characters it may hold
 * @param prefix digits of its length: 0 (fixed), 2 (LL) or 3 (LLL)
 * @param most its length, or its greatest length, in characters or octets
 * @param privacy how much of it may be shown
 * @param name as the standard names it
 */
public record FieldRule(
    int number, Content content, int prefix, int most, Privacy privacy, String name) {

  /** Which characters an element may hold (ISO 8583:1987, 3.3). */
  public enum Content {
    /** Digits. */
    N(1),
    /** Letters. */
    A(2),
    /** Letters and digits. */
    AN(3),
    /** Printable ASCII. */
    ANS(15),
    /** Track 2: digits and the separators = and D. */
    Z(17),
    /** The letter C (credit) or D (debit), then digits. */
    X(1),
    /** Octets. */
    B(0);

    private final int classes;

    Content(int classes) {
      this.classes = classes;
    }

    /** True when the octets between both places are characters of this kind. */
    public boolean holds(byte[] octets, int from, int to) {
      if (this == B) return true;
      int at = from;
      if (this == X) {
        if (octets[at] != 'C' && octets[at] != 'D') return false;
        at++;
      }
      for (; at < to; at++) {
        int octet = octets[at];
        if (octet < 0 || (CLASS[octet] & classes) == 0) return false;
      }
      return true;
    }
  }

  /** How much of an element may leave the program in logs and dumps. */
  public enum Privacy { OPEN, PAN, SECRET }

  private static final byte[] CLASS = classes();

  private static byte[] classes() {
    byte[] table = new byte[128];
    for (int c = 0x20; c < 0x7f; c++) table[c] = 8;
    for (int c = 'A'; c <= 'Z'; c++) table[c] = 2;
    for (int c = 'a'; c <= 'z'; c++) table[c] = 2;
    for (int c = '0'; c <= '9'; c++) table[c] = 1;
    table['='] |= 16;
    table['D'] |= 16;
    return table;
  }

  /** True when a value of this length and these octets obeys the rule. */
  public boolean allows(byte[] value) {
    return lengthAllowed(value.length) && content.holds(value, 0, value.length);
  }

  /** True when a value may have this length, in characters or octets. */
  public boolean lengthAllowed(int length) {
    return prefix == 0 ? length == most : length >= 1 && length <= most;
  }
}
