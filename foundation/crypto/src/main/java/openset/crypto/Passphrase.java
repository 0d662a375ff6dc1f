package openset.crypto;

import java.nio.CharBuffer;

/** What a person or a secret store gives to open a {@link KeyFile}. Printed it is redacted. */
public final class Passphrase {
  private final char[] characters;

  private Passphrase(char[] characters) {
    this.characters = characters;
  }

  /**
   * A copy of {@code characters}; the caller should wipe its own.
   *
   * @throws IllegalArgumentException where there are none, or any is not printable ASCII: tools
   *     disagree on how PKCS#12 encodes others
   */
  public static Passphrase of(CharSequence characters) {
    if (characters.isEmpty()) throw new IllegalArgumentException("empty passphrase");
    if (!characters.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException("passphrase not of printable ASCII");
    }
    char[] copy = new char[characters.length()];
    CharBuffer.wrap(characters).get(copy);
    return new Passphrase(copy);
  }

  /** The characters themselves, for this package only, which neither keeps nor changes them. */
  char[] characters() {
    return characters;
  }

  @Override
  public String toString() {
    return "Passphrase[redacted]";
  }
}
