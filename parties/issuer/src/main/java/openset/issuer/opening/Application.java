package openset.issuer.opening;

import openset.ledger.Money;

/**
 * An application for a card account as it was handed in: texts, not yet believed. An empty text is
 * a missing answer.
 *
 * @param id chosen by the applicant's side
 * @param name as it shall stand on the card
 * @param birth {@code YYYY-MM-DD}
 * @param address where the applicant lives
 * @param document what proves who they are
 * @param limit the credit limit wished for
 */
public record Application(
    ApplicationId id,
    String name,
    String birth,
    StatedAddress address,
    StatedDocument document,
    Money limit) {

  /**
   * An address as stated.
   *
   * @param street street and number
   * @param city city
   * @param postcode postal code, may be empty
   * @param country ISO 3166 alpha-2
   */
  public record StatedAddress(String street, String city, String postcode, String country) {
    @Override
    public String toString() {
      return "StatedAddress[...]";
    }
  }

  /**
   * A document as stated.
   *
   * @param kind {@code passport} or {@code business}
   * @param number as printed
   * @param country ISO 3166 alpha-2
   * @param expiry {@code YYYY-MM-DD}, its last day
   */
  public record StatedDocument(String kind, String number, String country, String expiry) {
    @Override
    public String toString() {
      return "StatedDocument[...]";
    }
  }

  /** Without what is known of the person. */
  @Override
  public String toString() {
    return "Application[" + id + "]";
  }
}
