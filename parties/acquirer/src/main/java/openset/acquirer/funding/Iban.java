package openset.acquirer.funding;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;

/**
 * An account at a bank, of a merchant (ISO 13616).
 *
 * @param text country, two check digits and the account, 15 to 34 letters and digits without spaces
 */
public record Iban(String text) {
  private static final int MODULUS = 97;

  /** How many characters of the account name the bank, where they are not four. */
  private static final Map<String, Integer> BANK_CHARACTERS =
      Map.of("AT", 5, "BE", 3, "CH", 5, "DE", 8, "FR", 5, "LI", 5, "LU", 3, "PL", 8);

  /** Refuses what is none, by its form or by its check digits (ISO 7064, MOD 97-10). */
  public Iban {
    text = text.replace(" ", "").toUpperCase(Locale.ROOT);
    if (!text.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}") || remainder(text) != 1) {
      throw new IllegalArgumentException("payout account");
    }
  }

  private static int remainder(String text) {
    StringBuilder digits = new StringBuilder();
    for (char each : (text.substring(4) + text.substring(0, 4)).toCharArray()) {
      digits.append(Character.digit(each, 36));
    }
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(MODULUS)).intValue();
  }

  /** The country and what names the bank in its own numbering, which begins the account. */
  public String bank() {
    String country = text.substring(0, 2);
    return country + text.substring(4, 4 + BANK_CHARACTERS.getOrDefault(country, 4));
  }

  /** Country and last four characters: what a page shows. */
  public String masked() {
    return text.substring(0, 2) + "…" + text.substring(text.length() - 4);
  }

  @Override
  public String toString() {
    return masked();
  }
}
