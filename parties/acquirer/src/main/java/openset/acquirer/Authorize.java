package openset.acquirer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import openset.acquirer.store.Authorizations;
import openset.acquirer.store.Item;
import openset.acquirer.store.Items;
import openset.acquirer.store.LoggedAuthorization;
import openset.acquirer.store.LoggedAuthorization.Forwarded;
import openset.acquirer.store.LoggedAuthorization.Manner;
import openset.acquirer.store.LoggedAuthorization.Outcome;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationAnswer;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.Decision.Declined;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.SaleRequest;
import openset.store.Tx;

/**
 * Answers 0100 and 0200 (spec/host-link.md, HL-11, HL-21 to HL-24, HL-72): stored before it is
 * forwarded, the first answer given again to repeats, an unknown outcome declined and reversed.
 */
final class Authorize {
  private final Means means;
  private final Routes routes;
  private final Duration patience;
  private final Admission admission;
  private final Map<Octets, CompletableFuture<Boolean>> underWay = new ConcurrentHashMap<>();

  Authorize(Means means, Routes routes, Duration patience) {
    this.means = means;
    this.routes = routes;
    this.patience = patience;
    this.admission = new Admission(means, routes);
  }

  /** Answers 0100 or 0200. */
  IsoMessage answer(IsoMessage message) throws MalformedMessage {
    Manner manner =
        message.mti().original().equals(Mti.FINANCIAL) ? Manner.SALE : Manner.AUTHORIZATION;
    return decide(new Question(AuthorizationRequest.of(message), manner)).answer(message);
  }

  /** What is asked, and how. */
  private record Question(AuthorizationRequest request, Manner manner) {
    Octets key() {
      return request.purchase().key();
    }

    IsoMessage toMessage(Forwarded to) {
      AuthorizationRequest next = request.with(to.trace()).at(to.terminal());
      return manner == Manner.SALE ? new SaleRequest(next).toMessage() : next.toMessage();
    }
  }

  /** True while this process waits for an issuer about this key. */
  boolean isUnderWay(Octets key) {
    return underWay.containsKey(key);
  }

  private AuthorizationAnswer decide(Question question) {
    CompletableFuture<Boolean> mine = new CompletableFuture<>();
    CompletableFuture<Boolean> other = underWay.putIfAbsent(question.key(), mine);
    if (other != null) {
      other.join();
      return decide(question);
    }
    try {
      return decideAlone(question);
    } finally {
      underWay.remove(question.key());
      mine.complete(true);
    }
  }

  private AuthorizationAnswer decideAlone(Question question) {
    LoggedAuthorization entry = entry(question);
    Optional<LoggedAuthorization> before =
        means
            .transactions()
            .inTransaction(
                tx -> {
                  Authorizations log = log(tx);
                  return log.add(entry) ? Optional.empty() : log.find(question.key());
                });
    if (before.isPresent()) return repeated(before.get(), entry);
    if (entry.decision().isPresent()) {
      return AuthorizationAnswer.of(entry.decision().get());
    }
    return forward(question, entry.forwarded().orElseThrow());
  }

  /** What will be stored: with a decision when it is declined here, else with where it goes. */
  private LoggedAuthorization entry(Question question) {
    Admission.Admitted admitted = admission.of(question.request);
    return new LoggedAuthorization(
        admitted.asked(),
        question.manner,
        means.now(),
        admitted.forwarded(),
        Outcome.of(admitted.refusal().map(Declined::with)));
  }

  private static AuthorizationAnswer repeated(
      LoggedAuthorization before, LoggedAuthorization now) {
    boolean same = before.asked().equals(now.asked()) && before.manner() == now.manner();
    if (!same || before.reversed()) return AuthorizationAnswer.no(ResponseCode.DUPLICATE);
    // Without an answer and not under way, it waits for the sweep, which will say just this.
    return before.decision().isEmpty()
        ? AuthorizationAnswer.no(ResponseCode.ISSUER_UNAVAILABLE)
        : before.outcome().answer();
  }

  private AuthorizationAnswer forward(Question question, Forwarded forwarded) {
    Optional<IsoLink> link = routes.link(forwarded.issuer());
    Answer answer =
        link.isEmpty()
            ? new Answer.NoAnswer(Answer.Reason.LINK_DOWN, false)
            : link.get().ask(question.toMessage(forwarded), patience);
    return switch (answer) {
      case Answer.Answered(IsoMessage message) ->
          store(question, AuthorizationAnswer.of(message), false);
      case Answer.NoAnswer(Answer.Reason _, boolean sent) ->
          store(question, AuthorizationAnswer.no(ResponseCode.ISSUER_UNAVAILABLE), sent);
    };
  }

  private AuthorizationAnswer store(
      Question question, AuthorizationAnswer decided, boolean unknown) {
    AuthorizationAnswer stored =
        means.transactions().inTransaction(tx -> settle(tx, question.key(), decided, unknown));
    means.wake().run();
    return stored;
  }

  private AuthorizationAnswer settle(
      Tx tx, Octets key, AuthorizationAnswer decided, boolean unknown) {
    Authorizations log = log(tx);
    LoggedAuthorization row = log.lock(key).orElseThrow();
    if (row.decision().isPresent()) return row.outcome().answer();
    // A reversal that came meanwhile has its own way to the issuer and wins.
    AuthorizationAnswer mine =
        row.reversed() ? AuthorizationAnswer.no(ResponseCode.DUPLICATE) : decided;
    log.decide(key, mine);
    if (unknown && !row.reversed()) {
      String issuer = row.forwarded().orElseThrow().issuer();
      means.later(tx, Means.REVERSAL, issuer, key, key.bytes());
    }
    if (row.manner() == Manner.SALE) capture(tx, log.find(key).orElseThrow());
    return mine;
  }

  /** What a sale was approved for is due at once, under the key of the sale (HL-72). */
  private void capture(Tx tx, LoggedAuthorization row) {
    if (row.approved() == 0) return;
    LoggedAuthorization.Asked asked = row.asked();
    Octets key = asked.purchase().key();
    FinancialAdvice.Approval approval =
        new FinancialAdvice.Approval(asked.reference(), row.approvalCode().orElseThrow(), key);
    Item.Taken taken =
        new Item.Taken(
            key,
            asked.purchase().xid(),
            asked.acceptor().merchant(),
            approval,
            new Amount(row.approved(), asked.amount().currency()));
    Item item =
        new Item(
            ClearingItem.Kind.CAPTURE,
            taken,
            Optional.empty(),
            Optional.empty(),
            ResponseCode.APPROVED,
            Item.Progress.NEW);
    Items items = Items.in(tx, means.institution());
    items.add(item, new Charges(tx, row, List.of()).of(item), means.now());
    means.present(tx, row);
  }

  /** Ends what has no answer since then and is not under way: declined, and reversed (HL-24). */
  void sweep(Instant before) {
    for (Octets key :
        means.transactions().inTransaction(tx -> log(tx).underWaySince(before))) {
      if (isUnderWay(key)) continue;
      AuthorizationAnswer unknown = AuthorizationAnswer.no(ResponseCode.ISSUER_UNAVAILABLE);
      means.transactions().perform(tx -> settle(tx, key, unknown, true));
    }
    means.wake().run();
  }

  private Authorizations log(Tx tx) {
    return Authorizations.in(tx, means.institution());
  }
}
