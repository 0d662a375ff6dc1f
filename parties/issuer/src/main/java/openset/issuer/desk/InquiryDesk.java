package openset.issuer.desk;

import java.util.List;
import java.util.Optional;
import openset.iso8583.host.Octets;
import openset.issuer.card.AccountId;
import openset.issuer.decision.DeclineReason;
import openset.issuer.store.Authorizations;
import openset.issuer.store.Authorized;
import openset.issuer.store.Card;
import openset.issuer.store.CardKey;
import openset.issuer.store.Cards;
import openset.store.Tx;

/** Tells the bank's people what was asked of a card, what was decided and why. */
public final class InquiryDesk {
  /** How many authorizations are shown at once. */
  public static final int MOST = 100;

  private final Means means;

  /** A desk with those means. */
  public InquiryDesk(Means means) {
    this.means = means;
  }

  /** The newest authorizations of an account, newest first; none without such an account. */
  public Optional<List<AuthorizationView>> of(AccountId account) {
    return means
        .transactions()
        .inTransaction(
            tx ->
                new Cards(tx, means.secrets())
                    .keyOf(account)
                    .map(card -> shown(tx, new Authorizations(tx).of(card, MOST))));
  }

  /** The newest authorizations of a purchase, newest first, whatever the card. */
  public List<AuthorizationView> of(Octets xid) {
    return means
        .transactions()
        .inTransaction(tx -> shown(tx, new Authorizations(tx).of(xid, MOST)));
  }

  private List<AuthorizationView> shown(Tx tx, List<Authorized> found) {
    return found.stream().map(each -> shown(tx, each)).toList();
  }

  private AuthorizationView shown(Tx tx, Authorized authorized) {
    Authorized.Outcome outcome = authorized.outcome();
    return new AuthorizationView(
        authorized.sale().xid(),
        authorized.card().flatMap(card -> account(tx, card)),
        authorized.sale().merchant(),
        authorized.sale().amount(),
        new AuthorizationView.Outcome(
            outcome.state().name(),
            outcome.response().wire(),
            words(outcome.reason()),
            outcome.approval()),
        authorized.progress().asked());
  }

  private Optional<AccountId> account(Tx tx, CardKey card) {
    return new Cards(tx, means.secrets()).find(card).map(Card::account);
  }

  private static String words(String reason) {
    if (reason.equals(Reverse.REVERSED_BEFORE)) {
      return "reversed before it was asked for";
    }
    return DeclineReason.words(reason);
  }
}
