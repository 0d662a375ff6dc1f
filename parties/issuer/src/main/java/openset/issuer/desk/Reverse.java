package openset.issuer.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.Reversal;
import openset.issuer.store.AuthorizationKey;
import openset.issuer.store.Authorizations;
import openset.issuer.store.Authorized;
import openset.issuer.store.Authorized.Outcome;
import openset.issuer.store.Authorized.Progress;
import openset.issuer.store.Authorized.Sale;
import openset.issuer.store.Authorized.State;
import openset.issuer.store.Books;
import openset.issuer.store.Card;
import openset.issuer.store.Cards;
import openset.store.Tx;

/** Takes authorizations back, whole or in part, known or not yet known (HL-31 to HL-35). */
final class Reverse {
  /** Why there is nothing to hold: the reversal came first. */
  static final String REVERSED_BEFORE = "REVERSED_BEFORE";

  private final Means means;

  Reverse(Means means) {
    this.means = means;
  }

  ResponseCode reverse(Tx tx, Reversal reversal, Instant now) {
    AuthorizationKey key =
        new AuthorizationKey(reversal.purchase().key(), reversal.reference().acquirer());
    Authorizations authorizations = new Authorizations(tx);
    Optional<Authorized> seen = authorizations.find(key);
    OptionalLong staying = reversal.amounts().replacement();
    if (seen.isEmpty() && staying.isPresent()) return ResponseCode.ORIGINAL_NOT_FOUND;
    if (seen.isEmpty()) {
      authorizations.add(unknown(key, reversal, now), Optional.empty());
      return ResponseCode.APPROVED;
    }
    // The card first, as everywhere; then what became of the authorization meanwhile.
    Optional<Card> card =
        seen.get().card().flatMap(new Cards(tx, means.secrets())::lock);
    Authorized authorized = authorizations.lock(key).orElseThrow();
    if (staying.isPresent()) {
      long stays = Convert.staying(tx, key, staying.getAsLong());
      return replace(new Part(authorized, card, stays), tx, now);
    }
    if (authorized.outcome().state() != State.HELD) {
      return ResponseCode.APPROVED;
    }
    if (authorized.progress().presentedMinor() > 0) {
      return ResponseCode.INVALID_TRANSACTION;
    }
    new Books(tx, now).end(authorized);
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
      books.end(authorized);
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
