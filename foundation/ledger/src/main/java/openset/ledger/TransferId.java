package openset.ledger;

/**
 * The identity of a transfer or a hold, chosen by who asks for it so that asking again is harmless;
 * 1 to 128 characters, for example of an XID and a capture number.
 *
 * @param text the identity
 */
public record TransferId(String text) {
  /** Refuses an empty or long identity. */
  public TransferId {
    if (text.isBlank() || text.length() > 128) {
      throw new IllegalArgumentException("a transfer id has 1 to 128 characters");
    }
  }

  /** An identity. */
  public static TransferId of(String text) {
    return new TransferId(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
