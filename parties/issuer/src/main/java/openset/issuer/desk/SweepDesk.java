package openset.issuer.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.issuer.store.AuthorizationKey;
import openset.issuer.store.Authorizations;
import openset.issuer.store.Authorized;
import openset.issuer.store.Books;
import openset.issuer.store.Cards;
import openset.issuer.store.Sweep;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends holds whose time is over. They count no more from that time on anyway; this writes their end
 * down, so that no hold of the ledger is without one.
 */
public final class SweepDesk {
  private static final Logger LOG = LoggerFactory.getLogger(SweepDesk.class);
  private static final int AT_ONCE = 100;

  private final Means means;

  /** The desk. */
  public SweepDesk(Means means) {
    this.means = means;
  }

  /**
   * Ends all holds that are over, each in a transaction of its own.
   *
   * @return how many authorizations were swept
   */
  public int sweep() {
    Instant now = means.clock().instant();
    int swept = 0;
    List<AuthorizationKey> due;
    do {
      due = means.transactions().inTransaction(tx -> new Sweep(tx).due(now, AT_ONCE));
      for (AuthorizationKey key : due) {
        means.transactions().perform(tx -> sweep(tx, key, now));
        swept++;
      }
    } while (due.size() == AT_ONCE);
    if (swept > 0) LOG.info("{} authorizations are over", swept);
    return swept;
  }

  /** How many holds are over and have no end; 0 after {@link #sweep}. */
  public long endless() {
    Instant now = means.clock().instant();
    return means.transactions().inTransaction(tx -> new Sweep(tx).endless(now));
  }

  private void sweep(Tx tx, AuthorizationKey key, Instant now) {
    Authorizations authorizations = new Authorizations(tx);
    Optional<Authorized> seen = authorizations.find(key);
    // The card first, as everywhere.
    seen.flatMap(Authorized::card).ifPresent(new Cards(tx, means.secrets())::lock);
    Authorized authorized = authorizations.lock(key).orElseThrow();
    boolean over = !now.isBefore(authorized.progress().expires());
    if (authorized.outcome().state() != Authorized.State.HELD || !over) return;
    // One that was presented to the end after its time was not posted from the hold.
    new Books(tx, now).end(authorized);
    new Sweep(tx).swept(key, now);
  }
}
