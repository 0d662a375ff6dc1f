package openset.privacy.promise;

/** How far somebody sees a thing, from not at all. Each is more than those before it. */
public enum Sight {
  /** It is not there. */
  NOT,
  /** It is there in an envelope for somebody else, which the holder cannot open. */
  CARRIED,
  /** Only the BIN and the last four digits of a card number. */
  MASKED,
  /** In a message as it came, sealed to the holder, whose private key opens it. */
  RECEIVED,
  /** In the holder's own records, sealed at rest under its own vault key. */
  SEALED,
  /** In evidence that a party to the purchase brought to a dispute, so that this bank reads it. */
  SHOWN,
  /** Whoever reads the database or file reads it. */
  CLEAR;

  /** The lesser of the two: what lies inside something is seen no better than that. */
  public Sight within(Sight outer) {
    return compareTo(outer) <= 0 ? this : outer;
  }

  /** Whether this is more than {@code most}. */
  public boolean exceeds(Sight most) {
    return compareTo(most) > 0;
  }
}
