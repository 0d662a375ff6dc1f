package openset.acquirer;

import java.time.Duration;
import java.util.Optional;
import openset.acquirer.store.Authorizations;
import openset.acquirer.store.Breaks;
import openset.acquirer.store.LoggedAuthorization;
import openset.acquirer.store.LoggedAuthorization.Manner;
import openset.crypto.Unauthentic;
import openset.crypto.Vault;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.Decision;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.StandInAdvice;
import openset.store.Effect;
import openset.store.Tx;
import openset.store.delivery.Performer.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes 0120 of the gateway, which approved by itself, and tells the issuer until it answers for
 * good (spec/host-link.md, "Stand-in"). Until then the card number lies in the outbox, sealed.
 */
final class StandIn {
  private static final Logger LOG = LoggerFactory.getLogger(StandIn.class);

  private final Means means;
  private final Routes routes;
  private final Duration patience;
  private final Vault vault;
  private final Admission admission;

  StandIn(Means means, Routes routes, Duration patience, Vault vault) {
    this.means = means;
    this.routes = routes;
    this.patience = patience;
    this.vault = vault;
    this.admission = new Admission(means, routes);
  }

  /** Stores the advice and answers 0130; the issuer is told afterwards. */
  IsoMessage answer(IsoMessage message) throws MalformedMessage {
    StandInAdvice advice = StandInAdvice.of(message);
    Admission.Admitted admitted = admission.of(advice.request());
    Decision decision =
        admitted.refusal().isPresent()
            ? Decision.Declined.with(admitted.refusal().get())
            : new Decision.Approved(advice.code());
    LoggedAuthorization entry =
        new LoggedAuthorization(
            admitted.asked(),
            Manner.STAND_IN,
            means.now(),
            admitted.forwarded(),
            LoggedAuthorization.Outcome.of(Optional.of(decision), advice.until()));
    ResponseCode code = means.transactions().inTransaction(tx -> take(tx, entry, advice));
    means.wake().run();
    return AdviceAnswer.of(code).answer(message);
  }

  private ResponseCode take(Tx tx, LoggedAuthorization entry, StandInAdvice advice) {
    Authorizations log = Authorizations.in(tx, means.institution());
    Octets key = entry.asked().purchase().key();
    if (!log.add(entry)) {
      LoggedAuthorization before = log.find(key).orElseThrow();
      boolean same =
          before.manner() == Manner.STAND_IN
              && before.asked().equals(entry.asked())
              && before.decision().equals(entry.decision());
      return same ? code(before) : ResponseCode.DUPLICATE;
    }
    entry
        .forwarded()
        .ifPresent(
            to ->
                means.later(
                    tx,
                    Means.ADVICE,
                    to.issuer(),
                    key,
                    vault.seal(
                        place(key), advice.kept().at(to.terminal()).toMessage().encode())));
    return code(entry);
  }

  private static ResponseCode code(LoggedAuthorization row) {
    return switch (row.decision().orElseThrow()) {
      case Decision.Declined declined -> declined.reason().orElse(ResponseCode.SYSTEM_ERROR);
      case Decision.Approved _, Decision.PartlyApproved _ -> ResponseCode.APPROVED;
    };
  }

  private static String place(Octets key) {
    return "acquirer.advice/" + key.hex();
  }

  /** Tells the issuer once more; done when it said something final. */
  Outcome deliver(Effect.Claimed claimed) throws MalformedMessage {
    Octets key = Octets.of(claimed.effect().conversation().bytes());
    Optional<IsoLink> link = routes.link(claimed.effect().destination());
    if (link.isEmpty()) {
      LOG.error("no link to {} for an advice", claimed.effect().destination());
      return Outcome.AGAIN;
    }
    IsoMessage first = opened(key, claimed.effect().payload()).with(means.trace()).toMessage();
    IsoMessage message = claimed.attempts() > 1 ? first.as(first.mti().repeat()) : first;
    if (!(link.get().ask(message, patience) instanceof Answer.Answered(IsoMessage answer))) {
      return Outcome.AGAIN;
    }
    AdviceAnswer said = AdviceAnswer.of(answer);
    if (!said.isFinal()) return Outcome.AGAIN;
    means.transactions().perform(tx -> advised(tx, claimed, key, said.code()));
    means.wake().run();
    return Outcome.DONE;
  }

  private StandInAdvice opened(Octets key, byte[] sealed) throws MalformedMessage {
    try {
      return StandInAdvice.of(IsoMessage.decode(vault.open(place(key), sealed)));
    } catch (Unauthentic e) {
      throw new IllegalStateException("an advice in the outbox does not open", e);
    }
  }

  private void advised(Tx tx, Effect.Claimed claimed, Octets key, ResponseCode said) {
    Authorizations log = Authorizations.in(tx, means.institution());
    log.lock(key).orElseThrow();
    log.advised(key, said);
    LoggedAuthorization row = log.find(key).orElseThrow();
    if (said != ResponseCode.APPROVED) {
      LOG.error("issuer refuses an approval of stand-in: {}", said);
      Breaks.Where where = new Breaks.Where(key, key, row.asked().acceptor().merchant());
      Breaks.in(tx).add(Breaks.Kind.STAND_IN_REFUSED, where, said, means.now());
    }
    means.present(tx, row);
    tx.outbox().done(claimed.id());
  }
}
