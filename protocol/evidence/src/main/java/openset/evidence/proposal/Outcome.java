package openset.evidence.proposal;

/** What is proposed. */
public enum Outcome {
  /** The merchant keeps the money. */
  REPRESENTMENT_STANDS,
  /** The cardholder gets it back. */
  REFUND,
  /** The bundle cannot decide it: somebody looks at what else there is. */
  PERSON_DECIDES,
  /** Something in the bundle is wrong, so it supports nobody. */
  NO_SUPPORT
}
