package openset.gateway.store;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import openset.conduct.Input;
import openset.conduct.Records;
import openset.gateway.batch.Administered;
import openset.gateway.batch.Batches;
import openset.store.ConversationKey;
import openset.store.Tx;

/**
 * What requests about batches find and leave: the batches, and one audit line for each request.
 *
 * @param clock dates the lines
 */
public record AdministrationTables(InstantSource clock)
    implements Records<Administered, Batches> {
  @Override
  public Batches facts(
      Tx tx, ConversationKey key, Optional<Administered> state, Input input) {
    return BatchTables.batches(tx);
  }

  @Override
  public void keep(Tx tx, ConversationKey key, Batches batches, Administered next) {
    BatchTables.keep(tx, batches, clock.instant());
    tx.handle()
        .createUpdate(
            """
            insert into administration_log (rrpid, at, acquirer, merchant, signer, brand, what,
                                            batch_id, outcome)
            values (:rrpid, :at, :acquirer, :merchant, :signer, :brand, :what,
                    :batchID, :outcome)
            """)
        .bind("rrpid", key.bytes())
        .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
        .bind("acquirer", next.acquirer())
        .bind("merchant", next.merchant())
        .bind("signer", next.signer())
        .bind("brand", next.brandID().name())
        .bind("what", next.what())
        .bind("batchID", next.batchID())
        .bind("outcome", next.outcome())
        .execute();
  }
}
