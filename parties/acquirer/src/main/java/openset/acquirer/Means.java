package openset.acquirer;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import openset.acquirer.store.Items;
import openset.acquirer.store.LoggedAuthorization;
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
 * @param clearing the clearing house's institution code
 * @param stans numbers for the messages it sends
 * @param wake tells the deliveries of new effects, after the commit
 */
record Means(
    String institution,
    String clearing,
    Transactions transactions,
    InstantSource clock,
    Stans stans,
    Runnable wake) {
  static final String REVERSAL = "reversal";
  static final String PRESENTMENT = "presentment";
  static final String ADVICE = "advice";

  Instant now() {
    return clock.instant();
  }

  /** The day in UTC. */
  LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneOffset.UTC);
  }

  Trace trace() {
    return Trace.at(now(), stans.next());
  }

  /** Stores the wish to send something about an authorization. */
  void later(Tx tx, String kind, String institution, Octets original, byte[] payload) {
    Effect effect =
        new Effect(ConversationKey.of(original.bytes()), kind, institution, payload);
    tx.outbox().add(effect, now());
  }

  /** Stores the wish to present whatever of an authorization's items can be presented now. */
  void present(Tx tx, LoggedAuthorization row) {
    if (!row.isTold()) return;
    Octets original = row.asked().purchase().key();
    for (Octets key : Items.in(tx, institution).queueReady(original)) {
      later(tx, PRESENTMENT, clearing, original, key.bytes());
    }
  }
}
