package openset.gateway.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.set.data.BrandID;
import openset.set.data.CurrencyCode;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchSequenceNum;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.ClosedWhen;
import openset.set.treatment.gateway.ProcessCapReq;

/**
 * The batches as one step uses them: it asks whether an item may come, and gives booked items their
 * places. What it placed is written with the step's new state, or not at all.
 */
public final class Batches {
  private final BatchShelf shelf;
  private final List<Placed> placed = new ArrayList<>();
  private final Map<String, Integer> last = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();

  /**
   * An item in its place.
   *
   * @param batch perhaps a new one, whose key is 0
   */
  public record Placed(Batch batch, BatchItem item, Slot slot) {}

  /** What a step does to a batch as a whole. */
  public sealed interface Change {
    /** A new batch. */
    record Open(Batch batch) implements Change {}

    /** It takes nothing any more. */
    record Close(Batch batch, ClosedWhen when) implements Change {}

    /** Items that were not booked are set aside; of all brands where none is named. */
    record Purge(Batch batch, List<String> brands, Instant at) implements Change {}

    /** What was set aside is back. */
    record Restore(Batch batch, List<String> brands) implements Change {}
  }

  /** Nothing placed yet. */
  public Batches(BatchShelf shelf) {
    this.shelf = shelf;
  }

  /**
   * Whether an item may fall into the batch that its merchant named.
   *
   * @param named empty where the gateway is to choose, which always goes well
   * @return why not: batchUnknown or batchClosed
   */
  public Optional<ProcessCapReq.Not> refusal(
      Account account, BrandID brand, CurrencyCode currency, Optional<BatchID> named) {
    if (named.isEmpty()) return Optional.empty();
    // Batch-03: the batch is one of this merchant's, of the currency, and takes the brand.
    Optional<Batch> batch = shelf.batch(account, named.get());
    boolean fits =
        batch.filter(one -> one.currency().equals(currency) && one.takes(brand)).isPresent();
    if (!fits) return Optional.of(new ProcessCapReq.Not(CapCode.batchUnknown, "Batch-03"));
    // Batch-04: what is closed takes nothing.
    return batch.get().isOpen()
        ? Optional.empty()
        : Optional.of(new ProcessCapReq.Not(CapCode.batchClosed, "Batch-04"));
  }

  /**
   * Gives an item its place: in the batch named, else in the one opened last, else in a new one.
   * Where the batch named was closed while the bank was asked, the item falls into the next.
   */
  public Slot place(Account account, Optional<BatchID> named, BatchItem item, Instant now) {
    // Batch-02: the same item never lies in two batches.
    if (shelf.holds(item.rrpid(), item.authRRPID())) {
      throw new IllegalStateException("an item is placed once");
    }
    Batch batch =
        named
            .flatMap(id -> shelf.batch(account, id))
            .filter(Batch::isOpen)
            .or(() -> latest(account, item))
            .orElseGet(() -> next(account, item, now));
    String name = account + "/" + batch.batchID().number();
    int number = last.merge(name, batch.last() + 1, (before, _) -> before + 1);
    Slot slot = new Slot(batch.batchID(), new BatchSequenceNum(number));
    placed.add(new Placed(batch, item, slot));
    return slot;
  }

  private Optional<Batch> latest(Account account, BatchItem item) {
    return placed.stream()
        .map(Placed::batch)
        .filter(batch -> batch.key() == 0 && batch.account().equals(account))
        .filter(batch -> batch.currency().equals(item.amount().currency()))
        .findFirst()
        .or(() -> shelf.latest(account, item.amount().currency(), item.brandID()));
  }

  private Batch next(Account account, BatchItem item, Instant now) {
    BatchID id = new BatchID(shelf.lastID(account) + 1);
    return Batch.open(account, id, item.amount().currency(), List.of(), now);
  }

  /** To look things up. */
  BatchShelf shelf() {
    return shelf;
  }

  void change(Change change) {
    changes.add(change);
  }

  /** What this step did to batches, in order. */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /** What this step placed, in order. */
  public List<Placed> placed() {
    return List.copyOf(placed);
  }
}
