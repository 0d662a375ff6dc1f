package openset.acquirer.fee;

import java.time.Instant;
import openset.ledger.Money;

/**
 * What fees are computed of.
 *
 * @param merchant the acquirer's number for the merchant
 * @param category merchant category code
 * @param card the card's brand and kind
 * @param amount of the item, positive
 * @param authorized when its authorization was asked: the tables of that day count
 */
public record FeeItem(
    String merchant, String category, CardClass card, Money amount, Instant authorized) {}
