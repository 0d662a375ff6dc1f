package openset.gateway.batch;

import java.util.List;
import java.util.Optional;
import openset.set.data.BrandID;
import openset.set.data.CurrencyCode;
import openset.set.data.RRPID;
import openset.set.data.batch.ReturnTransactionDetail;
import openset.set.data.batch.TransactionDetail;
import openset.set.data.sale.BatchDetails;
import openset.set.data.sale.BatchID;

/** What a step may look up of batches. What is looked up is held until the step ends. */
public interface BatchShelf {
  /** The batch of this number. */
  Optional<Batch> batch(Account account, BatchID batchID);

  /** The batch of the account that was opened last and is open. */
  Optional<Batch> latest(Account account);

  /** The same among those of a currency that take a brand. */
  Optional<Batch> latest(Account account, CurrencyCode currency, BrandID brand);

  /** The highest number of a batch of the account; 0 where it has none. */
  long lastID(Account account);

  /** Whether this very item is in a batch. */
  boolean holds(RRPID rrpid, RRPID authRRPID);

  /** What the items that were booked add up to. */
  BatchDetails totals(Batch batch);

  /** Items in order, one more than wanted where there are more. */
  List<TransactionDetail> items(Batch batch, ReturnTransactionDetail which);

  /** How many items were not booked and are not purged. */
  int failed(Batch batch);
}
