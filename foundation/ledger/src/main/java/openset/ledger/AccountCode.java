package openset.ledger;

/**
 * The name of an account in one party's ledger, 1 to 64 characters. It is stored in the clear, so
 * it never holds a PAN.
 *
 * @param text the code, as {@code cardholder/7f3a}
 */
public record AccountCode(String text) {
  /** Refuses an empty or long code. */
  public AccountCode {
    if (text.isBlank() || text.length() > 64) {
      throw new IllegalArgumentException("an account code has 1 to 64 characters");
    }
  }

  /** A code. */
  public static AccountCode of(String text) {
    return new AccountCode(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
