package openset.issuer.dispute;

/** How a dispute ended. */
public enum Outcome {
  /** The acquirer bears it: the holder keeps the credit. */
  HOLDER,
  /** The purchase stands: the provisional credit is taken back. */
  MERCHANT,
  /** The holder thought better of it: the provisional credit is taken back. */
  WITHDRAWN,
  /** The merchant gave the money back meanwhile: the provisional credit is taken back. */
  CREDITED,
  /** The bank bears what nobody else does: the holder keeps the credit. */
  BANK;

  /** Whether the holder gives back what is still in suspense. */
  public boolean takesBack() {
    return this == MERCHANT || this == WITHDRAWN || this == CREDITED;
  }
}
