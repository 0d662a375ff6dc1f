package openset.acquirer;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import openset.acquirer.store.Authorizations;
import openset.acquirer.store.Captures;
import openset.acquirer.store.LoggedAuthorization;
import openset.acquirer.store.LoggedAuthorization.Asked;
import openset.acquirer.store.LoggedAuthorization.Forwarded;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.Decision;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.Reversal;
import openset.store.Effect;
import openset.store.Tx;
import openset.store.delivery.Performer.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes 0400 of the gateway and passes it on until the issuer has it (HL-30 to HL-35). */
final class Reverse {
  private static final Logger LOG = LoggerFactory.getLogger(Reverse.class);

  private static final Set<ResponseCode> FOR_GOOD =
      EnumSet.of(
          ResponseCode.INVALID_TRANSACTION,
          ResponseCode.DUPLICATE,
          ResponseCode.INVALID_AMOUNT,
          ResponseCode.ORIGINAL_NOT_FOUND);

  private final Means means;
  private final Routes routes;
  private final Duration patience;

  Reverse(Means means, Routes routes, Duration patience) {
    this.means = means;
    this.routes = routes;
    this.patience = patience;
  }

  /** Notes the reversal and answers 0410; the issuer is told afterwards. */
  IsoMessage answer(IsoMessage message) throws MalformedMessage {
    Reversal reversal = Reversal.of(message);
    ResponseCode code = means.transactions().inTransaction(tx -> note(tx, reversal));
    means.wake().run();
    return message.answer(code.wire());
  }

  private ResponseCode note(Tx tx, Reversal reversal) {
    if (!reversal.reference().acquirer().equals(means.institution())) {
      return ResponseCode.INVALID_TRANSACTION;
    }
    OptionalLong staying = reversal.amounts().replacement();
    return staying.isPresent()
        ? replace(tx, reversal, staying.getAsLong())
        : forget(tx, reversal);
  }

  private ResponseCode forget(Tx tx, Reversal reversal) {
    Octets key = reversal.purchase().key();
    Authorizations log = Authorizations.in(tx, means.institution());
    // Written first, so that an authorization coming at the same time finds it, or waits for it.
    if (log.add(unknown(reversal), means.now())) return ResponseCode.APPROVED;
    LoggedAuthorization row = log.lock(key).orElseThrow();
    if (!sameAs(row.asked(), reversal)) return ResponseCode.DUPLICATE;
    if (row.reversed()) return ResponseCode.APPROVED;
    if (Captures.in(tx, means.institution()).captured(key) > 0) {
      return ResponseCode.INVALID_TRANSACTION;
    }
    log.reverse(key);
    if (mayBeHeld(row)) tell(tx, row);
    return ResponseCode.APPROVED;
  }

  /** HL-33 to HL-35: all but an amount is forgotten; said again, or of more, it changes nothing. */
  private ResponseCode replace(Tx tx, Reversal reversal, long staying) {
    Octets key = reversal.purchase().key();
    Authorizations log = Authorizations.in(tx, means.institution());
    Optional<LoggedAuthorization> found = log.lock(key);
    if (found.isEmpty()) return ResponseCode.ORIGINAL_NOT_FOUND;
    LoggedAuthorization row = found.get();
    if (!sameAs(row.asked(), reversal)) return ResponseCode.DUPLICATE;
    if (row.reversed() || row.approved() == 0) return ResponseCode.ORIGINAL_NOT_FOUND;
    if (staying >= row.approved()) return ResponseCode.APPROVED;
    if (staying < Captures.in(tx, means.institution()).captured(key)) {
      return ResponseCode.INVALID_AMOUNT;
    }
    log.replace(key, staying);
    tell(tx, row);
    return ResponseCode.APPROVED;
  }

  private void tell(Tx tx, LoggedAuthorization row) {
    Octets key = row.asked().purchase().key();
    row.forwarded()
        .ifPresent(each -> means.later(tx, Means.REVERSAL, each.issuer(), key, key));
  }

  private static boolean mayBeHeld(LoggedAuthorization row) {
    return row.decision().isEmpty() || row.approved() > 0;
  }

  /** The row of an authorization that never came: it will be declined when it does. */
  private static LoggedAuthorization unknown(Reversal reversal) {
    Asked asked =
        new Asked(
            reversal.purchase(), reversal.acceptor(), reversal.reference(), reversal.amount(), "");
    Decision decision = Decision.Declined.with(ResponseCode.DUPLICATE);
    return new LoggedAuthorization(asked, 0, Optional.empty(), Optional.of(decision), true,
        OptionalLong.empty());
  }

  private static boolean sameAs(Asked asked, Reversal reversal) {
    return asked.amount().equals(reversal.amount())
        && asked.reference().equals(reversal.reference())
        && asked.purchase().xid().equals(reversal.purchase().xid())
        && asked.acceptor().merchant().equals(reversal.acceptor().merchant());
  }

  /** Tells the issuer once more; done when it acknowledged. */
  Outcome deliver(Effect.Claimed claimed) {
    Octets key = Octets.of(claimed.effect().payload());
    LoggedAuthorization row =
        means
            .transactions()
            .inTransaction(tx -> Authorizations.in(tx, means.institution()).find(key))
            .orElseThrow();
    Optional<IsoLink> link = routes.link(claimed.effect().destination());
    if (link.isEmpty()) {
      LOG.error("no link to {} for a reversal", claimed.effect().destination());
      return Outcome.AGAIN;
    }
    Answer answer = link.get().ask(message(row, claimed.attempts() > 1), patience);
    if (!isAcknowledged(answer)) return Outcome.AGAIN;
    means.transactions().perform(tx -> tx.outbox().done(claimed.id()));
    return Outcome.DONE;
  }

  private IsoMessage message(LoggedAuthorization row, boolean repeat) {
    Asked asked = row.asked();
    Reversal reversal =
        new Reversal(
            means.trace(),
            Reversal.Original.authorization(row.forwarded().orElseThrow().trace()),
            new Reversal.Amounts(
                asked.amount(), row.reversed() ? OptionalLong.empty() : row.replaced()),
            asked.acceptor(),
            asked.reference(),
            asked.purchase());
    IsoMessage message = reversal.toMessage();
    return repeat ? message.as(message.mti().repeat()) : message;
  }

  private static boolean isAcknowledged(Answer answer) {
    if (!(answer instanceof Answer.Answered(IsoMessage message))) return false;
    String code = message.text(39).orElse("");
    if (code.equals(ResponseCode.APPROVED.wire())) return true;
    LOG.error("issuer answers {} to a reversal", code);
    // Captured there, or another authorization: saying it again would not change it.
    return ResponseCode.of(code).filter(FOR_GOOD::contains).isPresent();
  }
}
