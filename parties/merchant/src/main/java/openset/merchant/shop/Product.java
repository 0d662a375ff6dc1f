package openset.merchant.shop;

import java.util.Optional;
import openset.merchant.plan.PlanTerms;
import openset.set.data.CurrencyAmount;

/**
 * One thing that is sold.
 *
 * @param sku its stock keeping unit, for example {@code bk-101}
 * @param category for example {@code books}
 * @param name in the two languages of the shop
 * @param about a sentence on it
 * @param unitPrice before tax
 * @param taxBasisPoints tax on it in hundredths of a per cent
 * @param digital whether it is handed out at once instead of being shipped
 * @param stock how many are left
 * @param plan where it is not paid at once
 */
public record Product(
    String sku,
    String category,
    Words name,
    Words about,
    CurrencyAmount unitPrice,
    int taxBasisPoints,
    boolean digital,
    long stock,
    Optional<PlanTerms> plan) {
  /** The same words in English and Chinese. */
  public record Words(String en, String zh) {
    /** In the language of {@code tag}: Chinese for zh and its variants, else English. */
    public String in(String tag) {
      return tag.startsWith("zh") ? zh : en;
    }
  }

  /** The tax on {@code amount}, rounded half up to the minor unit. */
  public CurrencyAmount taxOn(CurrencyAmount amount) {
    long tax = (Math.multiplyExact(amount.minor(), (long) taxBasisPoints) + 5_000) / 10_000;
    return new CurrencyAmount(amount.currency(), tax);
  }
}
