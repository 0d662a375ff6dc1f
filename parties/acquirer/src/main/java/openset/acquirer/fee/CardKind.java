package openset.acquirer.fee;

/** How the cardholder pays for what the card bought, and who the cardholder is. */
public enum CardKind {
  CREDIT,
  DEBIT,
  PREPAID,
  /** A company's card. */
  COMMERCIAL
}
