package openset.issuer.card;

/**
 * An issuer identification number: the leading digits that every card of one issuer shares
 * (ISO/IEC 7812-1).
 *
 * @param digits six or eight decimal digits
 */
public record Bin(String digits) {
  /** Refuses anything but six or eight digits; a BIN comes from configuration. */
  public Bin {
    boolean length = digits.length() == 6 || digits.length() == 8;
    if (!length || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("a BIN has six or eight digits");
    }
  }

  /** Whether that card was issued under this BIN. */
  public boolean covers(CardNumber number) {
    return number.digits().startsWith(digits);
  }

  @Override
  public String toString() {
    return digits;
  }
}
