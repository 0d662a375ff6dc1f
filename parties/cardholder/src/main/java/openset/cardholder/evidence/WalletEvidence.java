package openset.cardholder.evidence;

import java.util.List;
import java.util.Optional;
import openset.cardholder.purchase.Purchase;
import openset.conduct.store.HeldLists;
import openset.evidence.EvidenceBundle;
import openset.evidence.gather.CardholderWays;
import openset.evidence.gather.Gather;
import openset.pki.Certificate;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Means;
import openset.set.treatment.cardholder.CreatePReq;
import openset.store.ConversationKey;
import openset.store.Database;
import openset.store.Tx;

/**
 * Makes evidence bundles of the wallet's journal. The gateway's receipt is opened with the key that
 * the wallet gave the gateway; that key stays here.
 */
public record WalletEvidence(Database database, Means means) {
  /** The bundle of what was signed; empty where the merchant's offer is not in the journal. */
  public Optional<EvidenceBundle> of(Purchase.Ordered signed) {
    CreatePReq.Asked asked = signed.asked();
    Certificate root = means.trust().roots().iterator().next();
    CardholderWays ways = new CardholderWays(asked.acqBackKey().backKey());
    return database.transactions().inTransaction(
        tx ->
            new Gather(messages(tx, signed), ways, root, HeldLists.all(tx))
                .publishing(signed.order().published())
                .bundle(asked.transIDs().xid(), signed.order().offer(), List.of()));
  }

  private static List<MessageWrapper> messages(Tx tx, Purchase.Ordered signed) {
    ConversationKey key = ConversationKey.of(signed.order().lidC().octets().bytes());
    return tx.journal().byConversation(key).stream()
        .map(entry -> MessageWrapper.TYPE.decode(entry.message().bytes()))
        .toList();
  }
}
