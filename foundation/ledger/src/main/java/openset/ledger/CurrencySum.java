package openset.ledger;

import java.math.BigInteger;

/**
 * All entries of one currency together.
 *
 * @param currency ISO 4217 numeric code
 * @param entries how many
 * @param debits their sum in minor units
 * @param credits their sum in minor units, as a positive number
 */
public record CurrencySum(int currency, long entries, BigInteger debits, BigInteger credits) {
  /** Whether debits and credits are the same. */
  public boolean isBalanced() {
    return debits.equals(credits);
  }
}
