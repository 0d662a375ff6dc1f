package openset.acquirer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openset.acquirer.dispute.DisputeState;
import openset.acquirer.dispute.MovedBy;
import openset.acquirer.dispute.Mover;
import openset.acquirer.dispute.Speaker;
import openset.acquirer.store.Authorizations;
import openset.acquirer.store.Dispute;
import openset.acquirer.store.Disputes;
import openset.acquirer.store.Item;
import openset.acquirer.store.Items;
import openset.acquirer.store.LoggedAuthorization;
import openset.crypto.DigestAlgorithm;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Dispute.Stage;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.store.Tx;

/**
 * What merchants, or the acquirer for them, do about chargebacks, and what becomes of those about
 * which nobody does.
 */
final class Chargebacks {
  private static final int KEY_OCTETS = 20;

  private final Means means;

  Chargebacks(Means means) {
    this.means = means;
  }

  /** Gives the money up; false where it is not the merchant's turn, or not for this speaker. */
  boolean accept(Dispute.Name name, Speaker speaker) {
    return means
        .transactions()
        .inTransaction(
            tx -> {
              Optional<Dispute> dispute = turn(tx, name, speaker);
              if (dispute.isEmpty()) return false;
              become(tx, dispute.get(), DisputeState.ACCEPTED, speaker.mover());
              return true;
            });
  }

  /**
   * Contests, with what proves the merchant right: the representment, or at arbitration the claim
   * to a ruling, goes out; false where it is not the merchant's turn, or not for this speaker.
   */
  boolean contest(Dispute.Name name, Speaker speaker, byte[] evidence) {
    boolean contested =
        means
            .transactions()
            .inTransaction(
                tx -> {
                  Optional<Dispute> dispute = turn(tx, name, speaker);
                  dispute.ifPresent(each -> contest(tx, each, speaker, evidence));
                  return dispute.isPresent();
                });
    means.wake().run();
    return contested;
  }

  private Optional<Dispute> turn(Tx tx, Dispute.Name name, Speaker speaker) {
    return Disputes.in(tx)
        .lock(name)
        .filter(each -> speaker.speaksFor(each.about().merchant()))
        .filter(each -> each.state().isMerchantsTurn())
        .filter(each -> !means.today().isAfter(each.due().orElseThrow()));
  }

  private void contest(Tx tx, Dispute dispute, Speaker speaker, byte[] evidence) {
    Octets digest = Octets.of(DigestAlgorithm.SHA256.digest(evidence));
    Disputes.in(tx)
        .add(dispute.name(), new Disputes.Evidence(evidence.clone(), digest, means.now()));
    Items items = Items.in(tx, means.institution());
    LoggedAuthorization row =
        Authorizations.in(tx, means.institution())
            .lock(dispute.about().original())
            .orElseThrow();
    items.add(representment(items, dispute), List.of(), means.now());
    means.present(tx, row);
    DisputeState next = dispute.state().contested().orElseThrow();
    become(tx, dispute, next, speaker.mover());
  }

  private static Item representment(Items items, Dispute dispute) {
    Octets original = dispute.about().original();
    Item capture = items.find(original, dispute.about().capture()).orElseThrow();
    Stage stage =
        dispute.state() == DisputeState.ARBITRATION ? Stage.ARBITRATION : Stage.FIRST;
    Item.Taken taken =
        new Item.Taken(
            key(dispute, stage),
            capture.taken().xid(),
            capture.taken().merchant(),
            capture.taken().approval(),
            new Amount(dispute.amount().minorUnits(), dispute.amount().currency()));
    return new Item(
        Kind.REPRESENTMENT,
        taken,
        Optional.of(dispute.about().capture()),
        Optional.of(
            new ClearingItem.Dispute(dispute.name().number(), dispute.reason(), stage)),
        ResponseCode.APPROVED,
        Item.Progress.NEW);
  }

  /** No SET message causes a representment: its key is a digest of dispute and stage. */
  private static Octets key(Dispute dispute, Stage stage) {
    String text = dispute.name().issuer() + "/" + dispute.name().number() + "/" + stage;
    byte[] digest = DigestAlgorithm.SHA256.digest(text.getBytes(StandardCharsets.US_ASCII));
    return Octets.of(Arrays.copyOf(digest, KEY_OCTETS));
  }

  /** The clearing house has the last word about a representment, or has ruled. */
  static void answered(Tx tx, Means means, LoggedAuthorization row, Item item, boolean taken) {
    String issuer = row.forwarded().orElseThrow().issuer();
    Dispute.Name name =
        new Dispute.Name(issuer, item.dispute().orElseThrow().number());
    Dispute dispute = Disputes.in(tx).lock(name).orElseThrow();
    dispute
        .state()
        .answered(taken)
        .ifPresent(
            next -> new Chargebacks(means).become(
                        tx, dispute, next, Mover.of(MovedBy.CLEARING_HOUSE)));
  }

  /** Ends what nobody did anything about in time. */
  void expire() {
    List<Dispute.Name> overdue =
        means.transactions().inTransaction(tx -> Disputes.in(tx).overdue(means.today()));
    for (Dispute.Name name : overdue) {
      means
          .transactions()
          .perform(
              tx -> {
                Dispute dispute = Disputes.in(tx).lock(name).orElseThrow();
                boolean over = dispute.due().filter(means.today()::isAfter).isPresent();
                if (!over) return;
                DisputeState end = dispute.state().atItsEnd().orElseThrow();
                become(tx, dispute, end, Mover.of(MovedBy.TIME));
              });
    }
  }

  private void become(Tx tx, Dispute dispute, DisputeState state, Mover by) {
    Dispute next =
        new Dispute(
            dispute.name(),
            dispute.about(),
            dispute.reason(),
            dispute.amount(),
            state,
            state.due(means.today()));
    Disputes.in(tx).become(next, by, means.now());
  }
}
