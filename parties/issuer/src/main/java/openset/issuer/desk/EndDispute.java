package openset.issuer.desk;

import java.time.Instant;
import java.util.List;
import openset.issuer.dispute.Dispute;
import openset.issuer.dispute.DisputeNote;
import openset.issuer.dispute.DisputeState;
import openset.issuer.dispute.DisputeStep;
import openset.issuer.dispute.Outcome;
import openset.issuer.store.AuthorizationKey;
import openset.issuer.store.Books;
import openset.issuer.store.Books.DisputeMove;
import openset.issuer.store.Disputes;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes disputes: what is in suspense is given back by the holder or borne by the bank. */
final class EndDispute {
  private static final Logger LOG = LoggerFactory.getLogger(EndDispute.class);

  private final Means means;

  EndDispute(Means means) {
    this.means = means;
  }

  /** Closes one that is locked; who bears what is in suspense follows from the outcome. */
  void close(Tx tx, Dispute dispute, Outcome outcome, DisputeStep step) {
    long suspense = dispute.standing().suspenseMinor();
    Outcome kept = outcome == Outcome.HOLDER && suspense > 0 ? Outcome.BANK : outcome;
    if (suspense > 0) {
      DisputeMove move = kept.takesBack() ? DisputeMove.TAKEN_BACK : DisputeMove.BORNE;
      new Books(tx, step.at()).dispute(move, dispute, "END", suspense);
    }
    new Disputes(tx, means.secrets()).close(dispute.number(), kept, step);
    LOG.info("dispute {} is closed: {}", dispute.number(), kept);
  }

  /** Closes what a credit of the merchant has settled: nobody gets money back twice (S06). */
  void credited(Tx tx, AuthorizationKey authorization, long creditable, Instant now) {
    List<Dispute> open = new Disputes(tx, means.secrets()).uncharged(authorization);
    long claimed = open.stream().mapToLong(each -> each.standing().suspenseMinor()).sum();
    for (Dispute dispute : open) {
      if (claimed <= creditable) return;
      String note = DisputeNote.CREDITED.text();
      DisputeStep step = new DisputeStep(DisputeState.CLOSED, note, "clearing", now);
      close(tx, dispute, Outcome.CREDITED, step);
      claimed -= dispute.standing().suspenseMinor();
    }
  }
}
