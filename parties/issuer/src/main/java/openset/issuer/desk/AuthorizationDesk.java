package openset.issuer.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Decision;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.Reversal;
import openset.iso8583.host.Trace;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardNumber;
import openset.issuer.card.RandomDigits;
import openset.issuer.decision.Asked;
import openset.issuer.decision.DecisionRules;
import openset.issuer.decision.Objection;
import openset.issuer.decision.Spending;
import openset.issuer.store.AuthorizationKey;
import openset.issuer.store.Authorizations;
import openset.issuer.store.Authorized;
import openset.issuer.store.Authorized.Outcome;
import openset.issuer.store.Authorized.Progress;
import openset.issuer.store.Authorized.Sale;
import openset.issuer.store.Authorized.State;
import openset.issuer.store.Books;
import openset.issuer.store.Card;
import openset.issuer.store.CardKey;
import openset.issuer.store.Cards;
import openset.issuer.store.ContentHash;
import openset.issuer.store.RuleSets;
import openset.issuer.store.Spendings;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides on authorizations and takes them back, each once however often it is asked
 * (spec/host-link.md, "Authorization" and "Reversal").
 */
public final class AuthorizationDesk {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorizationDesk.class);
  /** Requests are compared without what numbers them on their link (HL-11). */
  private static final Trace NO_TRACE = new Trace("0101000000", 1);
  private static final int APPROVAL_DIGITS = 6;
  private static final Decision DUPLICATE = Decision.Declined.with(ResponseCode.DUPLICATE);

  /** Why there is nothing to hold: the reversal came first. */
  static final String REVERSED_BEFORE = "REVERSED_BEFORE";

  private final Means means;
  private final DecisionRules rules;
  private final RuleDesk spending;
  private final Duration holdLife;

  /** The desk that decides by those rules, then by those of spending, and holds for so long. */
  public AuthorizationDesk(
      Means means, DecisionRules rules, RuleDesk spending, Duration holdLife) {
    this.means = means;
    this.rules = rules;
    this.spending = spending;
    this.holdLife = holdLife;
  }

  /** May this card pay? The same request again gets the first answer; HL-11, HL-22, HL-31. */
  public Decision authorize(AuthorizationRequest request) {
    Instant now = means.clock().instant();
    Decision decision = means.transactions().inTransaction(tx -> authorize(tx, request, now));
    LOG.info(
        "authorization {} of {}, {}: {}",
        request.purchase().key(),
        request.card().number(),
        request.amount(),
        decision);
    return decision;
  }

  /**
   * Takes an authorization back, known or not yet known; HL-31 to HL-35.
   *
   * @return 00, or 12 when some of it was captured; of a part, 13 when more of it was captured, 25
   *     when it is not known or not held
   */
  public ResponseCode reverse(Reversal reversal) {
    Instant now = means.clock().instant();
    ResponseCode code = means.transactions().inTransaction(tx -> reverse(tx, reversal, now));
    LOG.info("reversal {}: {}", reversal.purchase().key(), code);
    return code;
  }

  private Decision authorize(Tx tx, AuthorizationRequest request, Instant now) {
    CardNumber number = CardNumber.parse(request.card().number().digits()).orElseThrow();
    Cards cards = new Cards(tx, means.secrets());
    CardKey asked = means.secrets().key(number);
    Optional<Card> card = cards.lock(asked);
    AuthorizationKey key =
        new AuthorizationKey(request.purchase().key(), request.reference().acquirer());
    ContentHash content =
        means.secrets().contentHash(request.with(NO_TRACE).toMessage().encode());
    Optional<Authorized> before = new Authorizations(tx).find(key);
    if (before.isPresent()) {
      return again(before.get(), content);
    }
    Books books = new Books(tx, now);
    Optional<Spending> spent = card.map(found -> spending(tx, request, found, now));
    Optional<? extends Objection> broken = broken(tx, request, card, spent, now);
    Authorized authorized =
        new Authorized(
            key,
            Optional.of(content),
            card.or(() -> cards.lockAfter(asked)).map(Card::key),
            new Sale(
                request.purchase().xid(), request.acceptor().merchant(), request.amount()),
            outcome(broken),
            new Progress(
                0,
                request.amount().minor(),
                broken.isEmpty() ? 1 : 0,
                now,
                now.plus(holdLife)));
    store(tx, authorized, card, books);
    spent.ifPresent(noted -> new Spendings(tx).note(key, noted));
    return decision(authorized.outcome());
  }

  private static void store(Tx tx, Authorized authorized, Optional<Card> card, Books books) {
    new Authorizations(tx).add(authorized);
    if (authorized.outcome().state() == State.HELD) {
      long minor = authorized.sale().amount().minor();
      books.hold(card.orElseThrow().account(), authorized, 1, minor);
    } else {
      String reason = authorized.outcome().reason();
      LOG.info("authorization {} declined: {}", authorized.key().exchange(), reason);
    }
  }

  private Optional<Objection> broken(
      Tx tx,
      AuthorizationRequest request,
      Optional<Card> card,
      Optional<Spending> spent,
      Instant now) {
    Asked asked =
        new Asked(
            CardNumber.parse(request.card().number().digits()).orElseThrow(),
            CardExpiry.parseShort(request.card().expiry()).orElseThrow(),
            request.amount());
    Books books = new Books(tx, now);
    Optional<Objection> first =
        rules.broken(asked, card.map(books::state), Means.day(now)).map(Objection.class::cast);
    return first.or(() -> spending.broken(tx, card.orElseThrow().key(), spent.orElseThrow()));
  }

  private static Spending spending(
      Tx tx, AuthorizationRequest request, Card card, Instant now) {
    return new Spending(
        now,
        request.amount(),
        request.acceptor().category(),
        new RuleSets(tx).country(request.reference().acquirer()),
        card.product());
  }

  private Outcome outcome(Optional<? extends Objection> broken) {
    return broken
        .map(reason -> new Outcome(State.DECLINED, reason.code(), reason.kept(), ""))
        .orElseGet(
            () ->
                new Outcome(
                    State.HELD,
                    ResponseCode.APPROVED,
                    "",
                    RandomDigits.of(APPROVAL_DIGITS, means.randomness())));
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

  private ResponseCode reverse(Tx tx, Reversal reversal, Instant now) {
    AuthorizationKey key =
        new AuthorizationKey(reversal.purchase().key(), reversal.reference().acquirer());
    Authorizations authorizations = new Authorizations(tx);
    Optional<Authorized> seen = authorizations.find(key);
    OptionalLong staying = reversal.amounts().replacement();
    if (seen.isEmpty() && staying.isPresent()) return ResponseCode.ORIGINAL_NOT_FOUND;
    if (seen.isEmpty()) {
      authorizations.add(unknown(key, reversal, now));
      return ResponseCode.APPROVED;
    }
    // The card first, as everywhere; then what became of the authorization meanwhile.
    Optional<Card> card =
        seen.get().card().flatMap(new Cards(tx, means.secrets())::lock);
    Authorized authorized = authorizations.lock(key).orElseThrow();
    if (staying.isPresent()) {
      return replace(new Part(authorized, card, staying.getAsLong()), tx, now);
    }
    if (authorized.outcome().state() != State.HELD) {
      return ResponseCode.APPROVED;
    }
    if (authorized.progress().presentedMinor() > 0) {
      return ResponseCode.INVALID_TRANSACTION;
    }
    new Books(tx, now).release(authorized);
    authorizations.reversed(key);
    return ResponseCode.APPROVED;
  }

  /** What stays of an authorization, in minor units, and whose it is. */
  private record Part(Authorized authorized, Optional<Card> card, long staying) {}

  /** HL-33 to HL-35: a part is given back; said again, or of more, it changes nothing. */
  private static ResponseCode replace(Part part, Tx tx, Instant now) {
    Authorized authorized = part.authorized();
    long staying = part.staying();
    if (authorized.outcome().state() != State.HELD) return ResponseCode.ORIGINAL_NOT_FOUND;
    Progress progress = authorized.progress();
    if (staying >= progress.approvedMinor()) return ResponseCode.APPROVED;
    if (staying < progress.presentedMinor()) return ResponseCode.INVALID_AMOUNT;
    int holds = progress.holds();
    long rest = staying - progress.presentedMinor();
    if (now.isBefore(progress.expires())) {
      Books books = new Books(tx, now);
      books.release(authorized);
      if (rest > 0) {
        holds++;
        books.hold(part.card().orElseThrow().account(), authorized, holds, rest);
      }
    }
    new Authorizations(tx).replaced(authorized.key(), staying, holds);
    return ResponseCode.APPROVED;
  }

  private static Authorized unknown(AuthorizationKey key, Reversal reversal, Instant now) {
    return new Authorized(
        key,
        Optional.empty(),
        Optional.empty(),
        new Sale(
            reversal.purchase().xid(), reversal.acceptor().merchant(), reversal.amount()),
        new Outcome(State.REVERSED, ResponseCode.DUPLICATE, REVERSED_BEFORE, ""),
        new Progress(0, reversal.amount().minor(), 0, now, now));
  }
}
