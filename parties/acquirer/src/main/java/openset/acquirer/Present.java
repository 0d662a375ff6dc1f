package openset.acquirer;

import java.time.Duration;
import java.util.Optional;
import openset.acquirer.store.Authorizations;
import openset.acquirer.store.Captures;
import openset.acquirer.store.LoggedAuthorization;
import openset.acquirer.store.LoggedCapture.Taken;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.ResponseCode;
import openset.store.Effect;
import openset.store.delivery.Performer.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Presents captures to the clearing house until its answer is final (HL-50). */
final class Present {
  private static final Logger LOG = LoggerFactory.getLogger(Present.class);

  private final Means means;
  private final Routes routes;
  private final Duration patience;

  Present(Means means, Routes routes, Duration patience) {
    this.means = means;
    this.routes = routes;
    this.patience = patience;
  }

  private record Item(Taken taken, LoggedAuthorization authorization) {}

  Outcome deliver(Effect.Claimed claimed) throws MalformedMessage {
    Octets original = Octets.of(claimed.effect().conversation().bytes());
    Octets key = Octets.of(claimed.effect().payload());
    Item item = item(original, key);
    Optional<IsoLink> link = routes.link(claimed.effect().destination());
    if (link.isEmpty()) {
      LOG.error("no link to {} for a presentment", claimed.effect().destination());
      return Outcome.AGAIN;
    }
    IsoMessage first = advice(item).toMessage();
    IsoMessage message = claimed.attempts() > 1 ? first.as(first.mti().repeat()) : first;
    if (!(link.get().ask(message, patience) instanceof Answer.Answered(IsoMessage answer))) {
      return Outcome.AGAIN;
    }
    AdviceAnswer said = AdviceAnswer.of(answer);
    boolean taken = said.code() == ResponseCode.APPROVED;
    if (!said.isFinal() || taken && said.cycle().isEmpty()) return Outcome.AGAIN;
    if (!taken) LOG.error("clearing house refuses a presentment: {}", said.code());
    means
        .transactions()
        .perform(
            tx -> {
              Captures captures = Captures.in(tx, means.institution());
              captures.presented(
                  item.taken, said.code(), taken ? said.cycle() : Optional.empty());
              tx.outbox().done(claimed.id());
            });
    return Outcome.DONE;
  }

  private Item item(Octets original, Octets key) {
    return means
        .transactions()
        .inTransaction(
            tx ->
                new Item(
                    Captures.in(tx, means.institution()).find(original, key).orElseThrow().taken(),
                    Authorizations.in(tx, means.institution()).find(original).orElseThrow()));
  }

  private FinancialAdvice advice(Item item) {
    LoggedAuthorization authorization = item.authorization;
    Purchase asked = authorization.asked().purchase();
    Purchase purchase =
        new Purchase(
            item.taken.key(),
            item.taken.xid(),
            asked.transStain(),
            asked.certificate(),
            asked.merchantId());
    return new FinancialAdvice(
        means.trace(),
        item.taken.amount(),
        authorization.asked().acceptor(),
        item.taken.approval(),
        purchase,
        authorization.forwarded().map(LoggedAuthorization.Forwarded::issuer));
  }
}
