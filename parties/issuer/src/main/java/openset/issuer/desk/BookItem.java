package openset.issuer.desk;

import java.time.Instant;
import java.util.Optional;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.issuer.exchange.Foreign;
import openset.issuer.store.AuthorizationKey;
import openset.issuer.store.Authorizations;
import openset.issuer.store.Authorized;
import openset.issuer.store.Authorized.State;
import openset.issuer.store.Books;
import openset.issuer.store.Books.Posting;
import openset.issuer.store.Card;
import openset.issuer.store.Cards;
import openset.issuer.store.ChargeBacks;
import openset.issuer.store.Presentments;
import openset.issuer.store.Presentments.Presented;
import openset.store.Tx;

/**
 * Books one item of a settlement cycle to the cardholder's account, or says why not: HL-52 for a
 * capture, HL-54 for a credit, HL-55 for the reversal of either.
 */
final class BookItem {
  private final Means means;
  private final EndDispute endDispute;

  BookItem(Means means) {
    this.means = means;
    this.endDispute = new EndDispute(means);
  }

  /**
   * What came of an item.
   *
   * @param amount in the currency of the account, where it was booked
   */
  record Booked(ResponseCode code, Amount amount) {}

  /**
   * An item and the authorization it fits, both locked.
   *
   * @param amount in the currency of the account
   * @param foreign where the purchase was in another
   */
  private record Fitting(
      ClearingItem item,
      Card card,
      Authorized authorized,
      Amount amount,
      Optional<Foreign> foreign) {
    AuthorizationKey key() {
      return authorized.key();
    }

    long minor() {
      return amount.minor();
    }
  }

  /** An item, and the authorization and the card it may fit, both locked. */
  record Locked(ClearingItem item, Optional<Card> card, Optional<Authorized> authorized) {}

  Locked lock(Tx tx, ClearingItem item) {
    AuthorizationKey key = key(item);
    Authorizations authorizations = new Authorizations(tx);
    Optional<Card> card =
        authorizations
            .find(key)
            .flatMap(Authorized::card)
            .flatMap(new Cards(tx, means.secrets())::lock);
    return new Locked(item, card, authorizations.lock(key));
  }

  Booked book(Tx tx, Locked locked, Optional<Foreign> foreign, Instant now) {
    ClearingItem item = locked.item();
    Optional<Authorized> found = locked.authorized();
    Amount asked = item.advice().amount();
    ResponseCode refusal = refusal(found, foreign, item.advice());
    if (refusal != ResponseCode.APPROVED) return new Booked(refusal, asked);
    long minor = foreign.map(each -> Convert.item(tx, item, each)).orElse(asked.minor());
    if (minor < 1) return new Booked(ResponseCode.INVALID_AMOUNT, asked);
    Amount amount = new Amount(minor, found.get().sale().amount().currency());
    Fitting fitting =
        new Fitting(item, locked.card().orElseThrow(), found.get(), amount, foreign);
    return new Booked(book(tx, fitting, now), amount);
  }

  private ResponseCode book(Tx tx, Fitting fitting, Instant now) {
    return switch (fitting.item().kind()) {
      case CAPTURE -> post(tx, fitting, now);
      case CREDIT -> credit(tx, fitting, now);
      case CAPTURE_REVERSAL, CREDIT_REVERSAL -> takeBack(tx, fitting, now);
      case REPRESENTMENT ->
          new Represent(means).represent(tx, fitting.item(), fitting.minor(), now);
      case CHARGEBACK -> ResponseCode.NOT_PERMITTED;
    };
  }

  static AuthorizationKey key(ClearingItem item) {
    FinancialAdvice.Approval approval = item.advice().approval();
    return new AuthorizationKey(approval.key(), approval.reference().acquirer());
  }

  private static ResponseCode refusal(
      Optional<Authorized> found, Optional<Foreign> foreign, FinancialAdvice advice) {
    if (found.isEmpty() || found.get().outcome().state() != State.HELD) {
      return ResponseCode.ORIGINAL_NOT_FOUND;
    }
    Authorized authorized = found.get();
    Amount asked = foreign.map(Foreign::asked).orElse(authorized.sale().amount());
    boolean same =
        authorized.outcome().approval().equals(advice.approval().code())
            && asked.currency() == advice.amount().currency()
            && authorized.sale().xid().equals(advice.purchase().xid());
    return same ? ResponseCode.APPROVED : ResponseCode.INVALID_TRANSACTION;
  }

  private static ResponseCode post(Tx tx, Fitting fitting, Instant now) {
    Authorized authorized = fitting.authorized();
    long minor = fitting.minor();
    if (minor > authorized.presentableMinor()) return ResponseCode.INVALID_AMOUNT;
    Books books = new Books(tx, now);
    boolean held = now.isBefore(authorized.progress().expires());
    if (!held && minor > books.state(fitting.card()).available().minorUnits()) {
      return ResponseCode.LIMIT_EXCEEDED;
    }
    int holds = authorized.progress().holds();
    if (held) {
      books.post(authorized, posting(fitting, "presentment", ""));
      long rest = authorized.presentableMinor() - minor;
      if (rest > 0) {
        holds++;
        books.hold(fitting.card().account(), authorized, holds, rest);
      }
    } else {
      books.debit(fitting.card().account(), posting(fitting, "presentment", ""));
    }
    long presented = authorized.progress().presentedMinor() + minor;
    new Authorizations(tx).presented(authorized.key(), presented, holds);
    return ResponseCode.APPROVED;
  }

  private ResponseCode credit(Tx tx, Fitting fitting, Instant now) {
    if (fitting.minor() > creditable(tx, fitting)) return ResponseCode.INVALID_AMOUNT;
    new Books(tx, now)
        .credit(fitting.card().account(), posting(fitting, "credit", "credit of "));
    endDispute.credited(tx, fitting.key(), creditable(tx, fitting) - fitting.minor(), now);
    return ResponseCode.APPROVED;
  }

  /** All of an item, once; what a credit or a chargeback gave back already stays covered. */
  private ResponseCode takeBack(Tx tx, Fitting fitting, Instant now) {
    boolean ofCapture = fitting.item().kind() == Kind.CAPTURE_REVERSAL;
    Presentments presentments = new Presentments(tx);
    Octets earlier = fitting.item().earlier().orElseThrow();
    String acquirer = fitting.key().acquirer();
    Optional<Presented> item =
        presentments
            .find(earlier, acquirer)
            .filter(each -> each.response() == ResponseCode.APPROVED)
            .filter(each -> each.authorization().equals(fitting.key()))
            .filter(each -> each.what().kind() == (ofCapture ? Kind.CAPTURE : Kind.CREDIT));
    if (item.isEmpty()) return ResponseCode.ORIGINAL_NOT_FOUND;
    if (presentments.isReversed(earlier, acquirer)) return ResponseCode.INVALID_TRANSACTION;
    Amount whole = item.get().what().amount();
    if (!whole.equals(fitting.amount())) return ResponseCode.INVALID_AMOUNT;
    if (!ofCapture) {
      new Books(tx, now)
          .debit(fitting.card().account(), posting(fitting, "reversal", "credit taken back of "));
      return ResponseCode.APPROVED;
    }
    if (whole.minor() > creditable(tx, fitting)) return ResponseCode.INVALID_AMOUNT;
    unpost(tx, fitting, now);
    endDispute.credited(tx, fitting.key(), creditable(tx, fitting) - whole.minor(), now);
    return ResponseCode.APPROVED;
  }

  /** How much may be given back, chargebacks that are on their way counted. */
  private static long creditable(Tx tx, Fitting fitting) {
    return new Presentments(tx).moved(fitting.key()).creditable()
        - new ChargeBacks(tx).pending(fitting.key());
  }

  /** The authorization stands as it did before: what was posted is held again, in its time. */
  private static void unpost(Tx tx, Fitting fitting, Instant now) {
    Authorized authorized = fitting.authorized();
    Books books = new Books(tx, now);
    books.credit(fitting.card().account(), posting(fitting, "reversal", "taken back: "));
    int holds = authorized.progress().holds();
    if (now.isBefore(authorized.progress().expires())) {
      books.end(authorized);
      holds++;
      books.hold(
          fitting.card().account(),
          authorized,
          holds,
          authorized.presentableMinor() + fitting.minor());
    }
    long presented = authorized.progress().presentedMinor() - fitting.minor();
    new Authorizations(tx).presented(authorized.key(), presented, holds);
  }

  private static Posting posting(Fitting fitting, String kind, String before) {
    FinancialAdvice advice = fitting.item().advice();
    String merchant =
        advice.purchase().merchantId().orElse(advice.acceptor().merchant());
    String converted =
        fitting.foreign().map(each -> ", " + each.text(advice.amount().minor())).orElse("");
    return new Posting(
        kind,
        advice.purchase().key().hex(),
        advice.approval().reference().acquirer(),
        before + merchant + ", approval " + advice.approval().code() + converted,
        fitting.amount());
  }
}
