package openset.acquirer.fee;

/**
 * What the BIN table says of a card besides its issuer.
 *
 * @param brand name of the brand; empty where the table does not say
 * @param kind how it pays
 */
public record CardClass(String brand, CardKind kind) {
  /** A credit card of no brand in particular. */
  public static final CardClass PLAIN = new CardClass("", CardKind.CREDIT);

  /** Refuses a name that no brand has. */
  public CardClass {
    if (brand.length() > 40) throw new IllegalArgumentException("brand");
  }
}
