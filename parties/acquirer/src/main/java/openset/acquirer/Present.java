package openset.acquirer;

import java.time.Duration;
import java.util.Optional;
import openset.acquirer.file.FileDesk;
import openset.acquirer.store.Authorizations;
import openset.acquirer.store.Breaks;
import openset.acquirer.store.Item;
import openset.acquirer.store.ItemFees;
import openset.acquirer.store.Items;
import openset.acquirer.store.LoggedAuthorization;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.ResponseCode;
import openset.ledger.LedgerRefused;
import openset.store.Effect;
import openset.store.Tx;
import openset.store.delivery.Performer.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Presents items to the clearing house until its answer is final (HL-50, HL-73). */
final class Present {
  private static final Logger LOG = LoggerFactory.getLogger(Present.class);

  private final Means means;
  private final Routes routes;
  private final Duration patience;
  private final Optional<FileDesk> files;

  Present(Means means, Routes routes, Duration patience, Optional<FileDesk> files) {
    this.means = means;
    this.routes = routes;
    this.patience = patience;
    this.files = files;
  }

  private record Waiting(Item item, LoggedAuthorization authorization) {}

  Outcome deliver(Effect.Claimed claimed) throws MalformedMessage {
    Octets original = Octets.of(claimed.effect().conversation().bytes());
    Octets key = Octets.of(claimed.effect().payload());
    Optional<Waiting> waiting =
        means.transactions().inTransaction(tx -> sending(tx, claimed, original, key));
    if (waiting.isEmpty()) return Outcome.DONE;
    IsoMessage first = message(waiting.get()).toMessage();
    IsoMessage message = claimed.attempts() > 1 ? first.as(first.mti().repeat()) : first;
    if (!(ask(claimed, message) instanceof Answer.Answered(IsoMessage answer))) {
      return Outcome.AGAIN;
    }
    AdviceAnswer said = AdviceAnswer.of(answer);
    boolean taken = said.code() == ResponseCode.APPROVED;
    if (!said.isFinal() || taken && said.cycle().isEmpty()) return Outcome.AGAIN;
    means.transactions().perform(tx -> presented(tx, claimed, waiting.get(), said));
    means.wake().run();
    return Outcome.DONE;
  }

  private Answer ask(Effect.Claimed claimed, IsoMessage message) throws MalformedMessage {
    if (files.isPresent()) return files.get().ask(message);
    Optional<IsoLink> link = routes.link(claimed.effect().destination());
    if (link.isPresent()) return link.get().ask(message, patience);
    LOG.error("no link to {} for a presentment", claimed.effect().destination());
    return new Answer.NoAnswer(Answer.Reason.LINK_DOWN, false);
  }

  /** From now on it may have been sent; empty, and done, where it was taken back before. */
  private Optional<Waiting> sending(
      Tx tx, Effect.Claimed claimed, Octets original, Octets key) {
    LoggedAuthorization row =
        Authorizations.in(tx, means.institution()).lock(original).orElseThrow();
    Items items = Items.in(tx, means.institution());
    Item item = items.find(original, key).orElseThrow();
    if (item.progress().cancelled()) {
      tx.outbox().done(claimed.id());
      return Optional.empty();
    }
    items.sending(original, key);
    return Optional.of(new Waiting(item, row));
  }

  private void presented(
      Tx tx, Effect.Claimed claimed, Waiting waiting, AdviceAnswer said) {
    Octets original = waiting.item.taken().approval().key();
    LoggedAuthorization row =
        Authorizations.in(tx, means.institution()).lock(original).orElseThrow();
    Items items = Items.in(tx, means.institution());
    Item item = items.find(original, waiting.item.taken().key()).orElseThrow();
    boolean taken = said.code() == ResponseCode.APPROVED;
    items.presented(item.taken(), said.code(), taken ? said.cycle() : Optional.empty());
    if (!taken) refused(tx, items, item, said.code());
    if (!taken && isBorne(row, item)) bear(tx, items, item);
    if (item.kind() == ClearingItem.Kind.REPRESENTMENT) {
      Chargebacks.answered(tx, means, row, item, taken);
    }
    means.present(tx, row);
    tx.outbox().done(claimed.id());
  }

  private void refused(Tx tx, Items items, Item item, ResponseCode code) {
    if (isRuling(item, code)) return;
    LOG.error("clearing house refuses a presentment: {} {}", item.kind(), code);
    Octets original = item.taken().approval().key();
    // What the issuer never took needs no taking back: a reversal that waits for it is void.
    items.of(original).stream()
        .filter(other -> other.earlier().equals(Optional.of(item.taken().key())))
        .filter(other -> !other.progress().sent())
        .forEach(other -> items.cancel(original, other.taken().key()));
    Breaks.in(tx).add(Breaks.Kind.ITEM_REFUSED, item.taken(), code, means.now());
  }

  private static boolean isBorne(LoggedAuthorization row, Item item) {
    return item.kind() == ClearingItem.Kind.CAPTURE
        && !item.progress().reversed()
        && row.outcome().advised().filter(code -> code != ResponseCode.APPROVED).isPresent();
  }

  private void bear(Tx tx, Items items, Item item) {
    Octets original = item.taken().approval().key();
    try {
      new Booking(tx, means).bear(item, ItemFees.in(tx).of(original, item.taken().key()));
    } catch (LedgerRefused e) {
      throw new IllegalStateException(e);
    }
    items.bear(original, item.taken().key());
  }

  private static boolean isRuling(Item item, ResponseCode code) {
    return code == ResponseCode.DO_NOT_HONOUR
        && item.kind() == ClearingItem.Kind.REPRESENTMENT
        && item.dispute().orElseThrow().stage() == ClearingItem.Dispute.Stage.ARBITRATION;
  }

  private ClearingItem message(Waiting waiting) {
    Item.Taken taken = waiting.item.taken();
    LoggedAuthorization authorization = waiting.authorization;
    Purchase asked = authorization.asked().purchase();
    Purchase purchase =
        new Purchase(
            taken.key(),
            taken.xid(),
            asked.transStain(),
            asked.certificate(),
            asked.merchantId());
    FinancialAdvice advice =
        new FinancialAdvice(
            means.trace(),
            taken.amount(),
            authorization.acceptor(),
            taken.approval(),
            purchase,
            authorization.forwarded().map(LoggedAuthorization.Forwarded::issuer));
    return new ClearingItem(
        waiting.item.kind(), advice, waiting.item.earlier(), waiting.item.dispute());
  }
}
