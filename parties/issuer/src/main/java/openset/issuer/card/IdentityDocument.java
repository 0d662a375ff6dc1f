package openset.issuer.card;

import java.time.LocalDate;

/**
 * What an applicant showed to prove who they are.
 *
 * @param kind which document
 * @param number its number, as printed
 * @param country ISO 3166 alpha-2 of the country that issued it
 * @param expiry its last day
 */
public record IdentityDocument(Kind kind, String number, String country, LocalDate expiry) {
  /** The documents an issuer accepts. */
  public enum Kind {
    /** A passport. */
    PASSPORT,
    /** A business licence or an extract of a register. */
    BUSINESS
  }

  @Override
  public String toString() {
    return "IdentityDocument[...]";
  }
}
