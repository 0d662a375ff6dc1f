package openset.issuer.certificate;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import openset.issuer.card.CardAct;
import openset.issuer.desk.Means;
import openset.issuer.registration.CardCertificates;
import openset.issuer.registration.CardCertificates.Said;
import openset.issuer.store.CardActs;
import openset.issuer.store.Cards;
import openset.issuer.store.Revocations;
import openset.issuer.store.Revocations.Revocation;
import openset.store.Effect;
import openset.store.Tx;
import openset.store.delivery.Performer.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the authority to revoke until its answer is final, and notes what it said (CRL-13). */
public final class SendRevocation {
  private static final Logger LOG = LoggerFactory.getLogger(SendRevocation.class);
  private static final String AUTHORITY = "authority";

  private final Means means;
  private final Optional<CardCertificates> authority;

  /**
   * A sender.
   *
   * @param authority without one everything waits
   */
  public SendRevocation(Means means, Optional<CardCertificates> authority) {
    this.means = means;
    this.authority = authority;
  }

  /** Asks for one. */
  public Outcome deliver(Effect.Claimed claimed) {
    Revocation revocation =
        means
            .transactions()
            .inTransaction(tx -> new Revocations(tx).of(claimed.effect()))
            .orElseThrow();
    if (authority.isEmpty()) {
      LOG.warn("registration {}: no authority is configured", revocation.registration());
      return Outcome.AGAIN;
    }
    Optional<Said> said = said(authority.get(), revocation);
    if (said.isEmpty()) return Outcome.AGAIN;
    means
        .transactions()
        .perform(
            tx -> {
              note(tx, revocation, said.get());
              tx.outbox().done(claimed.id());
            });
    LOG.info("registration {}: the authority says {}", revocation.registration(), said.get());
    return Outcome.DONE;
  }

  private static Optional<Said> said(CardCertificates authority, Revocation revocation) {
    try {
      Said said = authority.revoke(revocation.registration());
      return Optional.of(said).filter(each -> each != Said.UNDER_WAY);
    } catch (IOException e) {
      LOG.warn(
          "registration {}: the authority does not answer: {}",
          revocation.registration(),
          e.getMessage());
      return Optional.empty();
    }
  }

  private void note(Tx tx, Revocation revocation, Said said) {
    Instant now = means.clock().instant();
    // The card first, as everywhere.
    new Cards(tx, means.secrets()).lock(revocation.account());
    if (!new Revocations(tx).answered(revocation.registration(), said)) return;
    CardAct.Kind kind =
        said == Said.NONE ? CardAct.Kind.NOT_CERTIFIED : CardAct.Kind.REVOKED;
    new CardActs(tx)
        .add(revocation.account(), new CardAct(kind, revocation.card(), AUTHORITY, now));
  }
}
