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
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.CheckResults;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.Decision;
import openset.iso8583.host.Decision.Declined;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.SaleRequest;
import openset.iso8583.host.Trace;
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
    Decided decided = decide(new Question(AuthorizationRequest.of(message), manner));
    return decided.decision.answer(message, decided.checked);
  }

  /** What is asked, and how. */
  private record Question(AuthorizationRequest request, Manner manner) {
    Octets key() {
      return request.purchase().key();
    }

    IsoMessage toMessage(Trace trace) {
      AuthorizationRequest next = request.with(trace);
      return manner == Manner.SALE ? new SaleRequest(next).toMessage() : next.toMessage();
    }
  }

  /** What is answered. */
  private record Decided(Decision decision, CheckResults checked) {
    static Decided no(ResponseCode code) {
      return new Decided(Declined.with(code), CheckResults.NONE);
    }
  }

  /** True while this process waits for an issuer about this key. */
  boolean isUnderWay(Octets key) {
    return underWay.containsKey(key);
  }

  private Decided decide(Question question) {
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

  private Decided decideAlone(Question question) {
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
      return new Decided(entry.decision().get(), CheckResults.NONE);
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

  private static Decided repeated(LoggedAuthorization before, LoggedAuthorization now) {
    boolean same = before.asked().equals(now.asked()) && before.manner() == now.manner();
    if (!same || before.reversed()) return Decided.no(ResponseCode.DUPLICATE);
    // Without an answer and not under way, it waits for the sweep, which will say just this.
    return new Decided(
        before.decision().orElse(Declined.with(ResponseCode.ISSUER_UNAVAILABLE)),
        before.outcome().checked());
  }

  private Decided forward(Question question, Forwarded forwarded) {
    Optional<IsoLink> link = routes.link(forwarded.issuer());
    Answer answer =
        link.isEmpty()
            ? new Answer.NoAnswer(Answer.Reason.LINK_DOWN, false)
            : link.get().ask(question.toMessage(forwarded.trace()), patience);
    return switch (answer) {
      case Answer.Answered(IsoMessage message) -> store(question, read(message), false);
      case Answer.NoAnswer(Answer.Reason _, boolean sent) ->
          store(question, Decided.no(ResponseCode.ISSUER_UNAVAILABLE), sent);
    };
  }

  private static Decided read(IsoMessage answer) {
    try {
      return new Decided(Decision.of(answer), CheckResults.of(answer));
    } catch (MalformedMessage e) {
      // The decision stands; what cannot be read was not checked.
      return new Decided(Decision.of(answer), CheckResults.NONE);
    }
  }

  private Decided store(Question question, Decided decided, boolean unknown) {
    Decided stored =
        means.transactions().inTransaction(tx -> settle(tx, question.key(), decided, unknown));
    means.wake().run();
    return stored;
  }

  private Decided settle(Tx tx, Octets key, Decided decided, boolean unknown) {
    Authorizations log = log(tx);
    LoggedAuthorization row = log.lock(key).orElseThrow();
    if (row.decision().isPresent()) {
      return new Decided(row.decision().get(), row.outcome().checked());
    }
    // A reversal that came meanwhile has its own way to the issuer and wins.
    Decided mine = row.reversed() ? Decided.no(ResponseCode.DUPLICATE) : decided;
    log.decide(key, mine.decision, mine.checked);
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
      Decided unknown = Decided.no(ResponseCode.ISSUER_UNAVAILABLE);
      means.transactions().perform(tx -> settle(tx, key, unknown, true));
    }
    means.wake().run();
  }

  private Authorizations log(Tx tx) {
    return Authorizations.in(tx, means.institution());
  }
}
