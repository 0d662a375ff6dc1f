package openset.issuer.registration;

/** Why an attempt failed. For the issuer's log and audit only: outside, all of them look alike. */
public enum Rejection {
  /** No account has that card number. */
  UNKNOWN_CARD,
  /** The form is not the one shown for this BIN. */
  WRONG_FORM,
  /** A required answer is missing or too long. */
  MALFORMED_ANSWER,
  /** The card is frozen or lost. */
  CARD_NOT_ACTIVE,
  /** The card's last month is over. */
  CARD_EXPIRED,
  /** The expiry that came with the card number is not the card's. */
  WRONG_WALLET_EXPIRY,
  /** The typed expiry is not the card's. */
  WRONG_CARD_EXPIRY,
  /** The name is not the holder's. */
  WRONG_HOLDER_NAME,
  /** The document number is not the holder's. */
  WRONG_DOCUMENT_NUMBER,
  /** The date of birth is not the holder's. */
  WRONG_BIRTH_DATE,
  /** A reviewer of the issuer said no. */
  REFUSED_BY_REVIEWER
}
