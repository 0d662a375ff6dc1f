package openset.issuer.card;

import java.util.Optional;
import openset.crypto.Randomness;

/**
 * A primary account number whose check digit is right (ISO/IEC 7812-1). It prints as BIN and last
 * four digits only; {@link #digits()} is the one way to the whole number and is for the vault and
 * the lookup hash.
 */
public final class CardNumber {
  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;
  private static final int ISSUED_LENGTH = 16;

  private final String digits;

  private CardNumber(String digits) {
    this.digits = digits;
  }

  /** Reads 13 to 19 digits with a valid check digit; anything else is no card number. */
  public static Optional<CardNumber> parse(String text) {
    boolean wellFormed =
        text.length() >= SHORTEST
            && text.length() <= LONGEST
            && text.chars().allMatch(c -> c >= '0' && c <= '9')
            && Luhn.valid(text);
    return wellFormed ? Optional.of(new CardNumber(text)) : Optional.empty();
  }

  /** A number of 16 digits of that BIN, random; whether it is free is not known here. */
  public static CardNumber random(Bin bin, Randomness randomness) {
    String body = RandomDigits.of(ISSUED_LENGTH - 1 - bin.digits().length(), randomness);
    String payload = bin.digits() + body;
    return new CardNumber(payload + Luhn.digit(payload));
  }

  /** The whole number, a secret: for sealing, hashing and the wire to the network only. */
  public String digits() {
    return digits;
  }

  /** The last four digits, which may be shown. */
  public String lastFour() {
    return digits.substring(digits.length() - 4);
  }

  /** First six, stars, last four: what logs and screens show. */
  public String masked() {
    return digits.substring(0, 6) + "*".repeat(digits.length() - 10) + lastFour();
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
