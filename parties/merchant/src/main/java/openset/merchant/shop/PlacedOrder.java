package openset.merchant.shop;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import openset.asn1.AsSent;
import openset.set.data.LocalID;
import openset.set.data.order.Offer;

/**
 * What was ordered, and for how much: the offer as its exact bytes, which merchant and customer
 * both keep, beside what only the merchant needs.
 *
 * @param orderNumber for people
 * @param language of the lines' descriptions, a language tag
 * @param offer goods, quantities, prices, tax, delivery and total
 * @param digital numbers of the lines that are handed out instead of shipped
 * @param outside where the order comes from, when not from the shelves here
 * @param expiresAt until when it waits for being paid; empty once it is
 */
public record PlacedOrder(
    String orderNumber,
    String language,
    AsSent<Offer> offer,
    Set<Integer> digital,
    Optional<Outside> outside,
    Optional<Instant> expiresAt) {
  /**
   * The merchant's own shop system, from which an order comes.
   *
   * @param reference its number there
   * @param successUrl where the customer goes on when the order is paid
   * @param cancelUrl where the customer goes on when it is not
   */
  public record Outside(String reference, String successUrl, String cancelUrl) {}

  /** An order of copies. */
  public PlacedOrder {
    digital = Set.copyOf(digital);
  }

  /** Whether it waited too long for being paid. */
  public boolean isExpired(Instant now) {
    return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
  }

  /** The merchant's label of the sale, LID-M: what the order is filed under. */
  public LocalID lidM() {
    return offer.value().lidM();
  }
}
