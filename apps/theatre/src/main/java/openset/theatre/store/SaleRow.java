package openset.theatre.store;

import java.time.Instant;

/**
 * A sale as its merchant's tables show it.
 *
 * @param xid of the purchase, 20 octets
 * @param lidM the merchant's label, under which its journal is filed
 * @param orderNumber for people
 * @param placed when the order was placed
 * @param currency ISO 4217 number
 * @param total minor units
 * @param brand of the card
 * @param standing where the sale stands
 * @param offer DER of the Offer that was given out
 */
public record SaleRow(
    byte[] xid,
    byte[] lidM,
    String orderNumber,
    Instant placed,
    int currency,
    long total,
    String brand,
    String standing,
    byte[] offer) {}
