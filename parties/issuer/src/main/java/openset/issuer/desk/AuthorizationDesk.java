package openset.issuer.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import openset.iso8583.host.AuthorizationAnswer;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.CheckResults;
import openset.iso8583.host.Decision;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.Reversal;
import openset.iso8583.host.SaleRequest;
import openset.iso8583.host.StandInAdvice;
import openset.iso8583.host.Trace;
import openset.issuer.card.CardNumber;
import openset.issuer.card.CardStatus;
import openset.issuer.card.RandomDigits;
import openset.issuer.decision.DecisionRules;
import openset.issuer.decision.DeclineReason;
import openset.issuer.decision.Forced;
import openset.issuer.decision.Objection;
import openset.issuer.exchange.store.ForeignPurchases;
import openset.issuer.store.AuthorizationKey;
import openset.issuer.store.Authorizations;
import openset.issuer.store.Authorized;
import openset.issuer.store.Authorized.AskedAs;
import openset.issuer.store.Authorized.Outcome;
import openset.issuer.store.Authorized.Progress;
import openset.issuer.store.Authorized.Sale;
import openset.issuer.store.Authorized.State;
import openset.issuer.store.Books;
import openset.issuer.store.Card;
import openset.issuer.store.CardKey;
import openset.issuer.store.Cards;
import openset.issuer.store.ContentHash;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides on authorizations and sales, books what a gateway approved by itself, and takes all of
 * them back, each once however often it is asked (spec/host-link.md, "Authorization", "Reversal",
 * "Stand-in").
 */
public final class AuthorizationDesk {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorizationDesk.class);
  /** Requests are compared without what numbers them on their link (HL-11). */
  private static final Trace NO_TRACE = new Trace("0101000000", 1);
  private static final int APPROVAL_DIGITS = 6;
  private static final Decision DUPLICATE = Decision.Declined.with(ResponseCode.DUPLICATE);

  private final Means means;
  private final Decide decide;
  private final Reverse reverse;
  private final Forced forced;
  private final Duration holdLife;

  /**
   * The desk.
   *
   * @param rules of the card, asked first
   * @param spending the rules of spending
   * @param forced what a simulator declines, or lets end soon
   * @param holdLife for how long an approved amount is held
   */
  public AuthorizationDesk(
      Means means, DecisionRules rules, RuleDesk spending, Forced forced, Duration holdLife) {
    this.means = means;
    this.decide = new Decide(means, rules, spending, forced);
    this.forced = forced;
    this.reverse = new Reverse(means);
    this.holdLife = holdLife;
  }

  /** May this card pay? The same request again gets the first answer; HL-11, HL-22, HL-31. */
  public AuthorizationAnswer authorize(AuthorizationRequest request) {
    return asked(request, AskedAs.AUTHORIZATION, Optional.empty());
  }

  /** The same of a sale: it is held, and posted when it is presented. */
  public AuthorizationAnswer authorize(SaleRequest sale) {
    return asked(sale.request(), AskedAs.SALE, Optional.empty());
  }

  /**
   * Books what a gateway approved by itself, whatever the limit says; HL-85.
   *
   * @return 00, or for good 14 when there is no such card, 62 when it may not pay, 12 when its
   *     account is in another currency, 94 when the key was used for something else
   */
  public ResponseCode book(StandInAdvice advice) {
    Decision decision =
        asked(advice.request(), AskedAs.STAND_IN, Optional.of(advice)).decision();
    return switch (decision) {
      case Decision.Approved approved -> ResponseCode.APPROVED;
      case Decision.PartlyApproved partly -> ResponseCode.SYSTEM_ERROR;
      case Decision.Declined declined -> declined.reason().orElseThrow();
    };
  }

  private AuthorizationAnswer asked(
      AuthorizationRequest request, AskedAs as, Optional<StandInAdvice> advice) {
    Instant now = means.clock().instant();
    Question question = new Question(request, as, advice, now);
    AuthorizationAnswer answered = means.transactions().inTransaction(tx -> answered(tx, question));
    LOG.info(
        "{} {} of {}, {}: {}",
        as,
        request.purchase().key(),
        request.card().number(),
        request.amount(),
        answered.decision());
    return answered;
  }

  /**
   * Takes an authorization back, known or not yet known; HL-31 to HL-35.
   *
   * @return 00, or 12 when some of it was captured; of a part, 13 when more of it was captured, 25
   *     when it is not known or not held
   */
  public ResponseCode reverse(Reversal reversal) {
    Instant now = means.clock().instant();
    ResponseCode code =
        means.transactions().inTransaction(tx -> reverse.reverse(tx, reversal, now));
    LOG.info("reversal {}: {}", reversal.purchase().key(), code);
    return code;
  }

  /**
   * What is asked.
   *
   * @param advice of a gateway that stood in
   */
  private record Question(
      AuthorizationRequest request,
      AskedAs as,
      Optional<StandInAdvice> advice,
      Instant now) {
    /** The approval code of a gateway that stood in; else empty. */
    String code() {
      return advice.map(StandInAdvice::code).orElse("");
    }

    AuthorizationKey key() {
      return new AuthorizationKey(request.purchase().key(), request.reference().acquirer());
    }

    Question of(AuthorizationRequest other) {
      return new Question(other, as, advice, now);
    }
  }

  private AuthorizationAnswer answered(Tx tx, Question question) {
    AuthorizationRequest request = question.request();
    CardNumber number = CardNumber.parse(request.card().number().digits()).orElseThrow();
    Cards cards = new Cards(tx, means.secrets());
    CardKey asked = means.secrets().key(number);
    Optional<Card> card = cards.lock(asked);
    ContentHash content = content(question);
    Authorizations authorizations = new Authorizations(tx);
    Optional<Authorized> before = authorizations.find(question.key());
    if (before.isPresent()) {
      return answer(
          again(before.get(), content), authorizations.checked(question.key()), before.get());
    }
    Convert.Billed billed = Convert.billed(tx, request, card, question.now());
    Question inItsCurrency = question.of(billed.request());
    Decide.Found found = found(tx, inItsCurrency, card);
    Optional<CardKey> whose = card.or(() -> cards.lockAfter(asked)).map(Card::key);
    Outcome outcome = outcome(named(found.objection(), billed), question.code());
    Authorized authorized =
        authorized(
            inItsCurrency,
            content,
            whose,
            new Decided(outcome, life(inItsCurrency, card, outcome)));
    authorizations.add(
        authorized,
        Optional.of(
            new Authorizations.Noted(
                question.as(),
                found.checked(),
                request.acceptor().terminal(),
                request.reference().retrieval(),
                request.purchase().checks().unchecked(),
                found.spending())));
    hold(tx, authorized, card, question.now());
    if (outcome.state() == State.HELD) {
      billed.foreign().ifPresent(each -> new ForeignPurchases(tx).add(question.key(), each));
    }
    return answer(decision(outcome), found.checked(), authorized);
  }

  /** HL-25: what is held is said with its end. */
  private static AuthorizationAnswer answer(
      Decision decision, CheckResults checked, Authorized authorized) {
    Optional<Instant> until =
        decision instanceof Decision.Declined
            ? Optional.empty()
            : Optional.of(authorized.progress().expires());
    return new AuthorizationAnswer(decision, checked, until);
  }

  private Decide.Found found(Tx tx, Question question, Optional<Card> card) {
    return question.as() == AskedAs.STAND_IN
        ? standIn(tx, question, card)
        : decide.found(tx, question.request(), card, question.now());
  }

  /** Why an amount in another currency stands against it, by name. */
  private static Optional<Objection> named(
      Optional<Objection> objection, Convert.Billed billed) {
    return objection.map(
        each ->
            each == DeclineReason.OTHER_CURRENCY && billed.refusal().isPresent()
                ? billed.refusal().get()
                : each);
  }

  /** Nothing is decided any more: only what cannot be booked is refused. */
  private Decide.Found standIn(Tx tx, Question question, Optional<Card> card) {
    Optional<Objection> objection = Optional.empty();
    if (card.isEmpty()) {
      objection = Optional.of(DeclineReason.UNKNOWN_CARD);
    } else if (card.get().status() != CardStatus.ACTIVE) {
      objection = Optional.of(DeclineReason.CARD_FROZEN);
    } else if (card.get().limit().currency() != question.request().amount().currency()) {
      objection = Optional.of(DeclineReason.OTHER_CURRENCY);
    }
    return new Decide.Found(
        objection,
        CheckResults.NONE,
        card.map(known -> decide.spent(tx, question.request(), known, question.now())));
  }

  /** For how long what is held is held. */
  private Duration life(Question question, Optional<Card> card, Outcome outcome) {
    return card.filter(known -> outcome.state() == State.HELD)
        .flatMap(known -> forced.life(known.account(), question.request().amount()))
        .orElse(holdLife);
  }

  /** What was decided, and for how long it is held. */
  private record Decided(Outcome outcome, Duration life) {}

  private Authorized authorized(
      Question question, ContentHash content, Optional<CardKey> card, Decided decided) {
    Outcome outcome = decided.outcome();
    AuthorizationRequest request = question.request();
    return new Authorized(
        question.key(),
        Optional.of(content),
        card,
        new Sale(request.purchase().xid(), request.acceptor().merchant(), request.amount()),
        outcome,
        new Progress(
            0,
            request.amount().minor(),
            outcome.state() == State.HELD ? 1 : 0,
            question.now(),
            end(question, decided.life())));
  }

  /** To the second, as it is told. HL-85: no later than the gateway told the merchant. */
  private static Instant end(Question question, Duration life) {
    Instant own = question.now().plus(life).truncatedTo(ChronoUnit.SECONDS);
    Instant least = question.now().plusSeconds(1);
    return question
        .advice()
        .flatMap(StandInAdvice::until)
        .map(told -> told.isBefore(least) ? least : told)
        .filter(told -> told.isBefore(own))
        .orElse(own);
  }

  private static void hold(
      Tx tx, Authorized authorized, Optional<Card> card, Instant now) {
    if (authorized.outcome().state() == State.HELD) {
      long minor = authorized.sale().amount().minor();
      new Books(tx, now).hold(card.orElseThrow().account(), authorized, 1, minor);
    } else {
      String reason = authorized.outcome().reason();
      LOG.info("authorization {} declined: {}", authorized.key().exchange(), reason);
    }
  }

  private Outcome outcome(Optional<Objection> broken, String code) {
    return broken
        .map(reason -> new Outcome(State.DECLINED, reason.code(), reason.kept(), ""))
        .orElseGet(
            () ->
                new Outcome(
                    State.HELD,
                    ResponseCode.APPROVED,
                    "",
                    code.isEmpty()
                        ? RandomDigits.of(APPROVAL_DIGITS, means.randomness())
                        : code));
  }

  /** What was said, without what must not be kept even as a hash. */
  private ContentHash content(Question question) {
    AuthorizationRequest same = question.request().with(NO_TRACE).kept();
    return means
        .secrets()
        .contentHash(same.toMessage().encode(), question.as() + question.code());
  }

  private static Decision again(Authorized before, ContentHash content) {
    if (before.outcome().state() == State.REVERSED) {
      LOG.info("authorization {} was reversed before", before.key().exchange());
      return DUPLICATE;
    }
    if (!before.content().equals(Optional.of(content))) {
      LOG.warn("authorization {} came again with other content", before.key().exchange());
      return DUPLICATE;
    }
    return decision(before.outcome());
  }

  private static Decision decision(Outcome outcome) {
    return outcome.state() == State.HELD
        ? new Decision.Approved(outcome.approval())
        : Decision.Declined.with(outcome.response());
  }
}
