package openset.merchant.order;

import java.time.Instant;
import java.util.Optional;
import openset.set.data.CurrencyAmount;
import openset.set.data.LocalID;

/**
 * An order in a list.
 *
 * @param recipient who gets the goods
 * @param standing of the payment: {@code placed} before a wallet came, else as the sale stands
 * @param lines how many lines it has
 * @param shipped how many of them were shipped or handed out
 */
public record OrderRow(
    LocalID lidM,
    String orderNumber,
    Optional<String> reference,
    Instant placedAt,
    String recipient,
    CurrencyAmount total,
    String standing,
    Optional<String> brand,
    int lines,
    int shipped) {}
