package openset.acquirer.dispute;

/** Who moved a dispute to where it stands. */
public enum MovedBy {
  /** The issuer charged back, or went to arbitration. */
  ISSUER,
  /** The merchant accepted or contested. */
  MERCHANT,
  /** One of the acquirer's people accepted or contested for the merchant. */
  ACQUIRER,
  /** The last word about what was contested with came, or the ruling. */
  CLEARING_HOUSE,
  /** Nobody did anything in time. */
  TIME
}
