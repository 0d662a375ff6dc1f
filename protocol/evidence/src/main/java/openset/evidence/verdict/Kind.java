package openset.evidence.verdict;

/** What a finding is about. */
public enum Kind {
  /** The file is a bundle. */
  FORM,
  /** The bundle rests on the root that the reader trusts. */
  ROOT,
  /** The order shown is the one the cardholder signed. */
  ORDER,
  /** One line is of that order. */
  LINE,
  /** The merchant offered this purchase under its signature. */
  OFFER,
  /** What the merchant offered is what is shown, to the octet. */
  OFFER_CONTENT,
  /** The cardholder agreed to order and payment. */
  AGREEMENT,
  /** When that was. */
  TIME,
  /** The gateway that cardholder and merchant chose is one of the brand. */
  GATEWAY,
  /** The gateway told the merchant what it decided. */
  AUTHORIZATION,
  /** The gateway told the cardholder what it decided. */
  RECEIPT,
  /** The money was captured. */
  CAPTURE,
  /** Some or all was given back before it was captured. */
  REVERSAL,
  /** A capture was taken back. */
  CAPTURE_REVERSAL,
  /** The cardholder was given money back. */
  CREDIT,
  /** A credit was taken back. */
  CREDIT_REVERSAL,
  /** The merchant answered the cardholder. */
  MERCHANT_ANSWER,
  /** The merchant states that it sent the goods. */
  SHIPMENT,
  /** The merchant states that its acquirer paid. */
  SETTLEMENT,
  /** A list of revoked certificates, or the brand's list of lists, is in order. */
  LISTS,
  /** A certificate was revoked after it was used. */
  LATER_REVOCATION,
  /** A file beside the bundle holds the same order. */
  ORDER_FILE,
  /** Which account it was. */
  ACCOUNT,
  /** That the goods arrived. */
  DELIVERY
}
