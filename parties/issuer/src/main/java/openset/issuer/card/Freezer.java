package openset.issuer.card;

/** Who stopped a card. What the bank froze only the bank thaws. */
public enum Freezer {
  HOLDER,
  BANK
}
