package openset.acquirer;

import java.time.Instant;
import java.time.InstantSource;
import openset.iso8583.Stans;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Trace;
import openset.store.ConversationKey;
import openset.store.Effect;
import openset.store.Transactions;
import openset.store.Tx;

/**
 * What every task of the acquirer needs.
 *
 * @param institution own institution code
 * @param stans numbers for the messages it sends
 * @param wake tells the deliveries of new effects, after the commit
 */
record Means(
    String institution,
    Transactions transactions,
    InstantSource clock,
    Stans stans,
    Runnable wake) {
  static final String REVERSAL = "reversal";
  static final String PRESENTMENT = "presentment";

  Instant now() {
    return clock.instant();
  }

  Trace trace() {
    return Trace.at(now(), stans.next());
  }

  /** Stores the wish to send something about an authorization. */
  void later(Tx tx, String kind, String institution, Octets original, Octets key) {
    Effect effect =
        new Effect(ConversationKey.of(original.bytes()), kind, institution, key.bytes());
    tx.outbox().add(effect, now());
  }
}
