package openset.merchant.batch;

import java.time.Instant;
import openset.set.data.CurrencyAmount;
import openset.set.data.LocalID;

/**
 * One of our items in a batch.
 *
 * @param lidM the order it is of
 * @param debit a capture; else money went back
 */
public record BatchLine(
    int sequence,
    LocalID lidM,
    String orderNumber,
    CurrencyAmount amount,
    boolean debit,
    boolean booked,
    Instant at) {}
