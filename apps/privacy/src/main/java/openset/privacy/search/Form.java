package openset.privacy.search;

/** In which form something lies where it was found. */
public enum Form {
  /** As it is read. */
  PLAIN("in clear"),
  /** In capitals or small letters. */
  FOLDED("in other letters"),
  /** In groups of digits. */
  GROUPED("in groups of digits"),
  /** Two octets a character. */
  UTF16("as UTF-16"),
  /** As IBM hosts write digits. */
  EBCDIC("as EBCDIC"),
  /** Two digits an octet (BCD). */
  PACKED("as packed digits"),
  /** The hexadecimal text of its octets. */
  HEX("in hexadecimal"),
  /** As base64, of either alphabet. */
  BASE64("in base64"),
  /** With escapes of JSON or of a URL. */
  ESCAPED("with escapes"),
  /** The SHA-256 of a card number without a key, which is as good as the number. */
  DIGEST("as a digest that can be guessed"),
  /** BIN and last four digits. */
  MASKED("as BIN and last four digits"),
  /** A number as a card could have it, though it is none of the purchase. */
  LIKE_A_CARD("as a number that a card could have"),
  /** An amount beside the purchase, or a CurrencyAmount in DER. */
  AMOUNT("as an amount");

  private final String words;

  Form(String words) {
    this.words = words;
  }

  /** How it is said. */
  public String words() {
    return words;
  }
}
