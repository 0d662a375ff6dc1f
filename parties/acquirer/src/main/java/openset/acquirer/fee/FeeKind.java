package openset.acquirer.fee;

/** Whom a fee is for. */
public enum FeeKind {
  /** The card's issuer. */
  INTERCHANGE,
  /** The brand. */
  SCHEME,
  /** The acquirer itself: the merchant discount. */
  DISCOUNT
}
