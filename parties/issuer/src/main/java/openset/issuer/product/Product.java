package openset.issuer.product;

import openset.ledger.Money;

/**
 * A card product.
 *
 * @param id by which accounts name it: 1 to 32 of {@code a-z 0-9 -}
 * @param title as people know it
 * @param limits the credit limits it may have; they name its billing currency
 * @param rates what its bills and services cost
 * @param allowed where its cards may pay
 */
public record Product(String id, String title, Limits limits, RateCard rates, Allowed allowed) {
  /** The product of accounts that nobody gave another. */
  public static final String STANDARD = "standard";

  private static final int LONGEST = 60;

  /**
   * The credit limits a product may have, in one currency.
   *
   * @param least the lowest, positive
   * @param most the highest
   */
  public record Limits(Money least, Money most) {
    /** Refuses limits that are none. */
    public Limits {
      if (!least.isPositive() || most.compareTo(least) < 0) {
        throw new IllegalArgumentException("limits are positive, the lowest first");
      }
    }

    /** Whether a limit is one of the product's. */
    public boolean hold(Money limit) {
      return limit.currency() == least.currency()
          && limit.compareTo(least) >= 0
          && limit.compareTo(most) <= 0;
    }
  }

  /** Refuses what has no name. */
  public Product {
    if (!id.matches("[a-z0-9-]{1,32}")) throw new IllegalArgumentException("no product id");
    boolean readable = title.codePoints().noneMatch(Character::isISOControl);
    if (title.isBlank() || title.length() > LONGEST || !readable) {
      throw new IllegalArgumentException("a title has 1 to 60 printable characters");
    }
    if (rates.minimumFloor().currency() != limits.least().currency()) {
      throw new IllegalArgumentException("a product has one currency");
    }
  }
}
