package openset.merchant.sale;

import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.batch.AmountType;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchSequenceNum;

/**
 * The place of one of our items in a batch, as the gateway told it.
 *
 * @param account our number at our acquirer: {@code BIN/number}
 * @param authRRPID of the authorization it is of
 * @param booked whether a bank booked it; else it counts in no total
 */
public record Placement(
    String account,
    BatchID batchID,
    BatchSequenceNum sequence,
    BrandID brandID,
    RRPID authRRPID,
    CurrencyAmount amount,
    AmountType type,
    boolean booked) {}
