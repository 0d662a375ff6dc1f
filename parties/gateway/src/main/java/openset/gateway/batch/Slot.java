package openset.gateway.batch;

import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchSequenceNum;

/** The place of an item: what CapRes tells its merchant. */
public record Slot(BatchID batchID, BatchSequenceNum sequence) {}
