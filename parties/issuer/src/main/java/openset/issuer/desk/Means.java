package openset.issuer.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import openset.crypto.Randomness;
import openset.issuer.store.Secrets;
import openset.store.Transactions;

/**
 * What every desk works with.
 *
 * @param transactions to the issuer's own database
 * @param secrets seals and finds card numbers
 * @param clock what time it is; a card's months and days are those of UTC
 * @param randomness for card numbers and codes
 */
public record Means(
    Transactions transactions, Secrets secrets, InstantSource clock, Randomness randomness) {
  static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
