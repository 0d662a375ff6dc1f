package openset.acquirer.fee;

import java.util.Optional;

/**
 * What a rule is for; what is not named is anything.
 *
 * @param merchant the acquirer's number for the merchant
 * @param brand name of the brand
 * @param category merchant category code, 4 digits
 * @param card kind of card
 */
public record FeeScope(
    Optional<String> merchant,
    Optional<String> brand,
    Optional<String> category,
    Optional<CardKind> card) {

  /** Everything. */
  public static final FeeScope ANY =
      new FeeScope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Refuses a category that is none. */
  public FeeScope {
    if (!category.map(code -> code.matches("[0-9]{4}")).orElse(true)) {
      throw new IllegalArgumentException("category");
    }
  }

  /** All cards of a brand. */
  public static FeeScope ofBrand(String brand) {
    return new FeeScope(Optional.empty(), Optional.of(brand), Optional.empty(), Optional.empty());
  }

  /** The same for one kind of card. */
  public FeeScope with(CardKind kind) {
    return new FeeScope(merchant, brand, category, Optional.of(kind));
  }

  /** The same for one category of merchants. */
  public FeeScope with(String code) {
    return new FeeScope(merchant, brand, Optional.of(code), card);
  }

  /** The same for one merchant. */
  public FeeScope forMerchant(String id) {
    return new FeeScope(Optional.of(id), brand, category, card);
  }

  /** Whether an item falls under it. */
  boolean covers(FeeItem item) {
    return merchant.map(item.merchant()::equals).orElse(true)
        && brand.map(item.card().brand()::equals).orElse(true)
        && category.map(item.category()::equals).orElse(true)
        && card.map(item.card().kind()::equals).orElse(true);
  }

  /** How much it names; a merchant outweighs a category, that a kind of card, that a brand. */
  int weight() {
    return (merchant.isPresent() ? 8 : 0)
        + (category.isPresent() ? 4 : 0)
        + (card.isPresent() ? 2 : 0)
        + (brand.isPresent() ? 1 : 0);
  }
}
