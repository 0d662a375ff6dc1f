package openset.gateway.batch;

import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;
import openset.set.data.batch.AmountType;

/**
 * What falls into a batch: a capture, a credit, or what takes one of them back.
 *
 * @param rrpid of the request that asked for it
 * @param authRRPID of the authorization it is of
 * @param type debit for a capture, credit for what gives money back
 * @param booked whether the acquirer took it; else it counts in no total
 */
public record BatchItem(
    TransIDs transIDs,
    RRPID rrpid,
    RRPID authRRPID,
    BrandID brandID,
    CurrencyAmount amount,
    AmountType type,
    boolean booked) {}
