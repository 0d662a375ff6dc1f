package openset.acquirer;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import openset.acquirer.store.Authorizations;
import openset.acquirer.store.LoggedAuthorization;
import openset.acquirer.store.LoggedAuthorization.Asked;
import openset.acquirer.store.LoggedAuthorization.Forwarded;
import openset.acquirer.store.Merchant;
import openset.acquirer.store.Merchants;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Decision;
import openset.iso8583.host.Decision.Declined;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.ledger.Money;
import openset.store.Tx;

/**
 * Answers 0100 (spec/host-link.md, HL-11 and HL-21 to HL-24): stored before it is forwarded, the
 * first answer given again to repeats, an unknown outcome declined and reversed.
 */
final class Authorize {
  private final Means means;
  private final Routes routes;
  private final Duration patience;
  private final Map<Octets, CompletableFuture<Boolean>> underWay = new ConcurrentHashMap<>();

  Authorize(Means means, Routes routes, Duration patience) {
    this.means = means;
    this.routes = routes;
    this.patience = patience;
  }

  IsoMessage answer(IsoMessage message) throws MalformedMessage {
    AuthorizationRequest request = AuthorizationRequest.of(message);
    return decide(request).answer(message);
  }

  /** True while this process waits for an issuer about this key. */
  boolean isUnderWay(Octets key) {
    return underWay.containsKey(key);
  }

  private Decision decide(AuthorizationRequest request) {
    Octets key = request.purchase().key();
    CompletableFuture<Boolean> mine = new CompletableFuture<>();
    CompletableFuture<Boolean> other = underWay.putIfAbsent(key, mine);
    if (other != null) {
      other.join();
      return decide(request);
    }
    try {
      return decideAlone(request);
    } finally {
      underWay.remove(key);
      mine.complete(true);
    }
  }

  private Decision decideAlone(AuthorizationRequest request) {
    LoggedAuthorization entry = entry(request);
    Optional<LoggedAuthorization> before =
        means
            .transactions()
            .inTransaction(
                tx -> {
                  Authorizations log = log(tx);
                  boolean isNew = log.add(entry, means.now());
                  return isNew ? Optional.empty() : log.find(request.purchase().key());
                });
    if (before.isPresent()) return repeated(before.get(), entry);
    if (entry.decision().isPresent()) return entry.decision().get();
    return forward(request, entry.forwarded().orElseThrow());
  }

  /** What will be stored: with a decision when it is declined here, else with where it goes. */
  private LoggedAuthorization entry(AuthorizationRequest request) {
    Optional<Merchant> merchant =
        means
            .transactions()
            .inTransaction(tx -> Merchants.in(tx).find(request.acceptor().merchant()));
    Optional<String> issuer = routes.issuer(request.card().number());
    Optional<ResponseCode> refusal = refusal(request, merchant, issuer);
    Optional<Forwarded> forwarded =
        refusal.isPresent()
            ? Optional.empty()
            : issuer.map(institution -> new Forwarded(institution, means.trace()));
    Asked asked =
        new Asked(
            request.purchase(),
            request.acceptor(),
            request.reference(),
            request.amount(),
            request.card().number().masked());
    int fee = merchant.map(Merchant::feeBasisPoints).orElse(0);
    return new LoggedAuthorization(asked, fee, forwarded, refusal.map(Declined::with), false,
        OptionalLong.empty());
  }

  private Optional<ResponseCode> refusal(
      AuthorizationRequest request, Optional<Merchant> merchant, Optional<String> issuer) {
    boolean known =
        merchant
            .filter(Merchant::active)
            .filter(each -> each.category().equals(request.acceptor().category()))
            .isPresent();
    if (!request.reference().acquirer().equals(means.institution())
        || !Money.isCurrency(request.amount().currency())) {
      return Optional.of(ResponseCode.INVALID_TRANSACTION);
    }
    if (!known) return Optional.of(ResponseCode.INVALID_MERCHANT);
    return issuer.isPresent() ? Optional.empty() : Optional.of(ResponseCode.NO_SUCH_ISSUER);
  }

  private static Decision repeated(LoggedAuthorization before, LoggedAuthorization now) {
    boolean same = before.asked().equals(now.asked());
    if (!same || before.reversed()) return Declined.with(ResponseCode.DUPLICATE);
    // Without an answer and not under way, it waits for the sweep, which will say just this.
    return before.decision().orElse(Declined.with(ResponseCode.ISSUER_UNAVAILABLE));
  }

  private Decision forward(AuthorizationRequest request, Forwarded forwarded) {
    Optional<IsoLink> link = routes.link(forwarded.issuer());
    Answer answer =
        link.isEmpty()
            ? new Answer.NoAnswer(Answer.Reason.LINK_DOWN, false)
            : link.get().ask(request.with(forwarded.trace()).toMessage(), patience);
    return switch (answer) {
      case Answer.Answered(IsoMessage message) -> store(request, Decision.of(message), false);
      case Answer.NoAnswer(Answer.Reason _, boolean sent) ->
          store(request, Declined.with(ResponseCode.ISSUER_UNAVAILABLE), sent);
    };
  }

  private Decision store(AuthorizationRequest request, Decision decision, boolean unknown) {
    Octets key = request.purchase().key();
    Decision stored =
        means
            .transactions()
            .inTransaction(tx -> settle(tx, key, decision, unknown));
    means.wake().run();
    return stored;
  }

  private Decision settle(Tx tx, Octets key, Decision decision, boolean unknown) {
    Authorizations log = log(tx);
    LoggedAuthorization row = log.lock(key).orElseThrow();
    if (row.decision().isPresent()) return row.decision().get();
    // A reversal that came meanwhile has its own way to the issuer and wins.
    Decision mine = row.reversed() ? Declined.with(ResponseCode.DUPLICATE) : decision;
    log.decide(key, mine);
    if (unknown && !row.reversed()) {
      means.later(tx, Means.REVERSAL, row.forwarded().orElseThrow().issuer(), key, key);
    }
    return mine;
  }

  /** Ends what has no answer since then and is not under way: declined, and reversed (HL-24). */
  void sweep(Instant before) {
    for (Octets key :
        means.transactions().inTransaction(tx -> log(tx).underWaySince(before))) {
      if (isUnderWay(key)) continue;
      Decision decision = Declined.with(ResponseCode.ISSUER_UNAVAILABLE);
      means.transactions().perform(tx -> settle(tx, key, decision, true));
    }
    means.wake().run();
  }

  private Authorizations log(Tx tx) {
    return Authorizations.in(tx, means.institution());
  }
}
