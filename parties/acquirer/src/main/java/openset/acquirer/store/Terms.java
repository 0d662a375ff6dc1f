package openset.acquirer.store;

import java.util.Optional;
import java.util.Set;
import openset.acquirer.fee.FeeRate;
import openset.acquirer.fee.Pricing;
import openset.acquirer.funding.Iban;
import openset.acquirer.funding.Reserve;

/**
 * What acquirer and merchant agreed beside the contract itself.
 *
 * @param brands names of the brands the merchant takes; empty for all that the acquirer has
 * @param price what is charged beside the contract's part of the amount
 * @param reserve what is held back
 * @param payout where the money goes; without it what is owed stays with the acquirer
 */
public record Terms(Set<String> brands, Price price, Reserve reserve, Optional<Iban> payout) {
  /** All brands, no more than the contract's fee, no reserve, no payout. */
  public static final Terms PLAIN =
      new Terms(Set.of(), new Price(0, false), Reserve.NONE, Optional.empty());

  /** Refuses names that no brand has. */
  public Terms {
    brands = Set.copyOf(brands);
    if (brands.stream().anyMatch(name -> name.isBlank() || name.length() > 40)) {
      throw new IllegalArgumentException("brands");
    }
  }

  /**
   * What is charged.
   *
   * @param fixed for each item, in minor units
   * @param plus whether interchange and scheme fee are charged beside it
   */
  public record Price(long fixed, boolean plus) {
    /** Refuses an amount below nothing. */
    public Price {
      if (fixed < 0 || fixed > 1_000_000_000L) throw new IllegalArgumentException("fixed");
    }
  }

  /** Whether cards of a brand are taken. */
  public boolean takes(String brand) {
    return brands.isEmpty() || brands.contains(brand);
  }

  /** What the merchant pays, with the part that the contract names. */
  public Pricing pricing(Merchant merchant) {
    return new Pricing(FeeRate.of(merchant.feeBasisPoints() * 100, price.fixed()), price.plus());
  }
}
