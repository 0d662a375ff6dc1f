package openset.issuer.desk;

import java.time.Instant;
import java.util.Optional;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Dispute.Stage;
import openset.iso8583.host.ResponseCode;
import openset.issuer.dispute.Deadlines;
import openset.issuer.dispute.Dispute;
import openset.issuer.dispute.DisputeNote;
import openset.issuer.dispute.DisputeState;
import openset.issuer.dispute.DisputeStep;
import openset.issuer.dispute.Outcome;
import openset.issuer.store.AuthorizationKey;
import openset.issuer.store.Books;
import openset.issuer.store.Books.DisputeMove;
import openset.issuer.store.ChargeBacks;
import openset.issuer.store.ChargeBacks.ChargeBack;
import openset.issuer.store.Disputes;
import openset.store.Tx;

/**
 * The acquirer's answer to a chargeback, which brings the money back to it: a representment, or
 * after arbitration its claim to the ruling (spec/host-link.md, "Disputes").
 */
final class Represent {
  private final Means means;

  Represent(Means means) {
    this.means = means;
  }

  /** Takes one, of so much of the account's currency. */
  ResponseCode represent(Tx tx, ClearingItem item, long minor, Instant now) {
    ClearingItem.Dispute said = item.dispute().orElseThrow();
    Optional<Dispute> found =
        new Disputes(tx, means.secrets())
            .lock(said.number())
            .filter(each -> isOf(each.line(), item));
    if (found.isEmpty()) return ResponseCode.ORIGINAL_NOT_FOUND;
    Dispute dispute = found.get();
    Optional<ChargeBack> answered = new ChargeBacks(tx).find(said.number(), said.stage());
    boolean first = said.stage() == Stage.FIRST;
    DisputeState expected = first ? DisputeState.CHARGED_BACK : DisputeState.ARBITRATION;
    if (dispute.standing().state() != expected || answered.isEmpty()) {
      return ResponseCode.INVALID_TRANSACTION;
    }
    // Its answer is on another link and may come later than this.
    if (!answered.get().isTaken()) return ResponseCode.IN_PROGRESS;
    if (minor > answered.get().minor()) return ResponseCode.INVALID_AMOUNT;
    if (first && Deadlines.REPRESENTMENT.isOver(dispute.standing().since(), now)) {
      return ResponseCode.NOT_PERMITTED;
    }
    take(tx, dispute, said.stage(), minor, now);
    return ResponseCode.APPROVED;
  }

  private static boolean isOf(Dispute.Line line, ClearingItem item) {
    AuthorizationKey named = BookItem.key(item);
    return line.exchange().equals(named.exchange())
        && line.acquirer().equals(named.acquirer())
        && item.earlier().equals(Optional.of(line.item()));
  }

  private void take(Tx tx, Dispute dispute, Stage stage, long minor, Instant now) {
    new Books(tx, now).dispute(DisputeMove.REPRESENTED, dispute, stage.name(), minor);
    long suspense = dispute.standing().suspenseMinor() + minor;
    Disputes disputes = new Disputes(tx, means.secrets());
    boolean first = stage == Stage.FIRST;
    DisputeState state = first ? DisputeState.REPRESENTED : DisputeState.ACCEPTED;
    String note = first ? "" : DisputeNote.RULED.text();
    disputes.step(
        dispute.number(), suspense, new DisputeStep(state, note, "acquirer", now));
    if (first) return;
    DisputeStep end = new DisputeStep(DisputeState.CLOSED, note, "clearing", now);
    Dispute ruled = disputes.lock(dispute.number()).orElseThrow();
    new EndDispute(means).close(tx, ruled, Outcome.MERCHANT, end);
  }
}
