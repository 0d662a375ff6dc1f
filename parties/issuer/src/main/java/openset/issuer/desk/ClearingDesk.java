package openset.issuer.desk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import openset.iso8583.host.Amount;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.SettlementAdvice;
import openset.iso8583.host.Trace;
import openset.issuer.store.AuthorizationKey;
import openset.issuer.store.Authorizations;
import openset.issuer.store.Authorized;
import openset.issuer.store.Authorized.State;
import openset.issuer.store.Books;
import openset.issuer.store.Books.Posting;
import openset.issuer.store.Card;
import openset.issuer.store.Cards;
import openset.issuer.store.ContentHash;
import openset.issuer.store.Presentments;
import openset.issuer.store.Presentments.Presented;
import openset.issuer.store.Presentments.Settled;
import openset.issuer.store.Presentments.Sum;
import openset.ledger.Money;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts what is presented and pays what is settled, each once however often it is told
 * (spec/host-link.md, "Presentment" and "Settlement").
 */
public final class ClearingDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ClearingDesk.class);
  private static final Trace NO_TRACE = new Trace("0101000000", 1);

  private final Means means;

  /** The desk. */
  public ClearingDesk(Means means) {
    this.means = means;
  }

  /**
   * Posts a presentment to the cardholder's account; HL-52. What remains of a hold stays. When the
   * hold's time is over, the amount is posted if it still fits into what is available.
   *
   * @param cycle the clearing house's cycle
   */
  public ResponseCode present(FinancialAdvice advice, String cycle) {
    Instant now = means.clock().instant();
    ResponseCode code =
        means.transactions().inTransaction(tx -> present(tx, advice, cycle, now));
    LOG.info(
        "presentment {} of authorization {}, {}, cycle {}: {}",
        advice.purchase().key(),
        advice.approval().key(),
        advice.amount(),
        cycle,
        code);
    return code;
  }

  /**
   * Pays what a cycle owes, once its totals are those of our own items; HL-61.
   *
   * @return 00 when it is booked, 09 while the totals differ, 94 when it was booked otherwise
   */
  public ResponseCode settle(SettlementAdvice advice) {
    Instant now = means.clock().instant();
    ResponseCode code = means.transactions().inTransaction(tx -> settle(tx, advice, now));
    LOG.info(
        "settlement of cycle {} in currency {}, {}: {}",
        advice.cycle(),
        advice.currency(),
        advice.totals(),
        code);
    return code;
  }

  private ResponseCode present(Tx tx, FinancialAdvice advice, String cycle, Instant now) {
    Presentments presentments = new Presentments(tx);
    presentments.keepOpen(cycle);
    String acquirer = advice.approval().reference().acquirer();
    ContentHash content = content(advice, cycle);
    Optional<Presented> before = presentments.find(advice.purchase().key(), acquirer);
    if (before.isPresent()) {
      return before.get().content().equals(content)
          ? before.get().response()
          : ResponseCode.DUPLICATE;
    }
    if (presentments.settled(cycle, advice.amount().currency()).isPresent()) {
      LOG.error("presentment {} into settled cycle {}", advice.purchase().key(), cycle);
      return ResponseCode.IN_PROGRESS;
    }
    ResponseCode code = post(tx, advice, now);
    presentments.add(
        new Presented(
            advice.purchase().key(),
            new AuthorizationKey(advice.approval().key(), acquirer),
            advice.amount(),
            cycle,
            content,
            code),
        now);
    return code;
  }

  private ResponseCode post(Tx tx, FinancialAdvice advice, Instant now) {
    AuthorizationKey key =
        new AuthorizationKey(
            advice.approval().key(), advice.approval().reference().acquirer());
    Authorizations authorizations = new Authorizations(tx);
    Optional<Card> card =
        authorizations
            .find(key)
            .flatMap(Authorized::card)
            .flatMap(new Cards(tx, means.secrets())::lock);
    Optional<Authorized> found = authorizations.lock(key);
    ResponseCode refusal = refusal(found, advice);
    if (refusal != ResponseCode.APPROVED) {
      return refusal;
    }
    Authorized authorized = found.orElseThrow();
    return post(tx, new Posted(card.orElseThrow(), authorized, advice), now);
  }

  /** A presentment that fits its authorization. */
  private record Posted(Card card, Authorized authorized, FinancialAdvice advice) {}

  private static ResponseCode refusal(Optional<Authorized> found, FinancialAdvice advice) {
    if (found.isEmpty() || found.get().outcome().state() != State.HELD) {
      return ResponseCode.ORIGINAL_NOT_FOUND;
    }
    Authorized authorized = found.get();
    Amount approved = authorized.sale().amount();
    boolean same =
        authorized.outcome().approval().equals(advice.approval().code())
            && approved.currency() == advice.amount().currency()
            && authorized.sale().xid().equals(advice.purchase().xid());
    if (!same) {
      return ResponseCode.INVALID_TRANSACTION;
    }
    return advice.amount().minor() > authorized.presentableMinor()
        ? ResponseCode.INVALID_AMOUNT
        : ResponseCode.APPROVED;
  }

  private static ResponseCode post(Tx tx, Posted posted, Instant now) {
    Authorized authorized = posted.authorized();
    Books books = new Books(tx, now);
    boolean held = now.isBefore(authorized.progress().expires());
    long minor = posted.advice().amount().minor();
    if (!held && minor > books.state(posted.card()).available().minorUnits()) {
      return ResponseCode.LIMIT_EXCEEDED;
    }
    int holds = authorized.progress().holds();
    if (held) {
      books.post(authorized, posting(posted));
      long rest = authorized.presentableMinor() - minor;
      if (rest > 0) {
        holds++;
        books.hold(posted.card().account(), authorized, holds, rest);
      }
    } else {
      books.postUnheld(posted.card().account(), posting(posted));
    }
    long presented = authorized.progress().presentedMinor() + minor;
    new Authorizations(tx).presented(authorized.key(), presented, holds);
    return ResponseCode.APPROVED;
  }

  private static Posting posting(Posted posted) {
    FinancialAdvice advice = posted.advice();
    String merchant =
        advice.purchase().merchantId().orElse(advice.acceptor().merchant());
    return new Posting(
        advice.purchase().key().hex(),
        advice.approval().reference().acquirer(),
        merchant + ", approval " + advice.approval().code(),
        advice.amount());
  }

  private ResponseCode settle(Tx tx, SettlementAdvice advice, Instant now) {
    Presentments presentments = new Presentments(tx);
    presentments.keepClosed(advice.cycle());
    ContentHash content = content(advice);
    Optional<Settled> before = presentments.settled(advice.cycle(), advice.currency());
    if (before.isPresent()) {
      return before.get().content().equals(content)
          ? ResponseCode.APPROVED
          : ResponseCode.DUPLICATE;
    }
    Sum own = presentments.sum(advice.cycle(), advice.currency());
    SettlementAdvice.Totals told = advice.totals();
    boolean equal =
        told.creditCount() == 0
            && told.credits() == 0
            && told.debitCount() == own.count()
            && told.debits() == own.minor();
    if (!equal) {
      LOG.warn("settlement of cycle {} differs from our items {}", advice.cycle(), own);
      return ResponseCode.IN_PROGRESS;
    }
    Settled settled = new Settled(content, told.debits());
    presentments.settle(advice.cycle(), advice.currency(), settled, now);
    if (told.debits() > 0) {
      Money debits = new Money(advice.currency(), told.debits());
      new Books(tx, now).settle(advice.cycle(), debits);
    }
    return ResponseCode.APPROVED;
  }

  private ContentHash content(FinancialAdvice advice, String cycle) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    said.writeBytes(advice.with(NO_TRACE).toMessage().encode());
    said.writeBytes(cycle.getBytes(StandardCharsets.US_ASCII));
    return means.secrets().contentHash(said.toByteArray());
  }

  private ContentHash content(SettlementAdvice advice) {
    SettlementAdvice same =
        new SettlementAdvice(
            NO_TRACE,
            advice.institution(),
            advice.cycle(),
            advice.date(),
            advice.currency(),
            advice.totals());
    return means.secrets().contentHash(same.toMessage().encode());
  }
}
