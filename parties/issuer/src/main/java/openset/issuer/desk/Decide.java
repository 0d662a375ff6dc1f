package openset.issuer.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.CheckResults;
import openset.iso8583.host.Checks;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardNumber;
import openset.issuer.decision.AddressCheck;
import openset.issuer.decision.Asked;
import openset.issuer.decision.DecisionRules;
import openset.issuer.decision.DeclineReason;
import openset.issuer.decision.Forced;
import openset.issuer.decision.Objection;
import openset.issuer.decision.Series;
import openset.issuer.decision.Spending;
import openset.issuer.product.Allowed;
import openset.issuer.store.Books;
import openset.issuer.store.Card;
import openset.issuer.store.Cards;
import openset.issuer.store.Products;
import openset.issuer.store.RuleSets;
import openset.issuer.store.Spendings;
import openset.store.Tx;

/**
 * What stands against an authorization: first the rules of the card, then the code printed on it,
 * then what its product allows, then the rules of spending.
 */
final class Decide {
  private static final int WRONG_CODES_MOST = 5;
  private static final Duration WRONG_CODES_WITHIN = Duration.ofDays(1);
  private static final String AGREES = "M";
  private static final String DIFFERS = "N";
  private static final String NOT_CHECKED = "P";

  private final Means means;
  private final DecisionRules rules;
  private final RuleDesk spending;
  private final Forced forced;

  Decide(Means means, DecisionRules rules, RuleDesk spending, Forced forced) {
    this.forced = forced;
    this.means = means;
    this.rules = rules;
    this.spending = spending;
  }

  /**
   * What was found.
   *
   * @param objection why it is not approved; empty approves
   * @param checked what was found of address and security code
   * @param spending the purchase as the rules of spending see it, when the card is known
   */
  record Found(
      Optional<Objection> objection, CheckResults checked, Optional<Spending> spending) {}

  Found found(Tx tx, AuthorizationRequest request, Optional<Card> card, Instant now) {
    if (card.isEmpty()) {
      return new Found(byCard(tx, request, card, now), unchecked(request), Optional.empty());
    }
    Card known = card.get();
    CheckResults checked = checked(tx, request, known, now);
    Spending spent = spent(tx, request, known, now);
    Optional<Objection> objection =
        forced
            .objection(known.account(), request.amount())
            .or(() -> byCard(tx, request, card, now))
            .or(() -> byCode(request, checked))
            .or(() -> byProduct(tx, request, spent))
            .or(() -> spending.broken(tx, known.key(), spent));
    return new Found(objection, checked, Optional.of(spent));
  }

  /** The purchase as the rules of spending see it. */
  Spending spent(Tx tx, AuthorizationRequest request, Card card, Instant now) {
    return new Spending(
        now,
        request.amount(),
        request.acceptor().category(),
        new RuleSets(tx).country(request.reference().acquirer()),
        card.product(),
        Series.of(request.purchase().checks().recurrence()));
  }

  private Optional<Objection> byCard(
      Tx tx, AuthorizationRequest request, Optional<Card> card, Instant now) {
    Asked asked =
        new Asked(
            CardNumber.parse(request.card().number().digits()).orElseThrow(),
            CardExpiry.parseShort(request.card().expiry()).orElseThrow(),
            request.amount());
    Books books = new Books(tx, now);
    return rules
        .broken(asked, card.map(books::state), Means.day(now))
        .map(Objection.class::cast);
  }

  private static Optional<Objection> byCode(
      AuthorizationRequest request, CheckResults checked) {
    Optional<String> result = checked.securityCode();
    if (result.equals(Optional.of(DIFFERS))) {
      return Optional.of(DeclineReason.SECURITY_CODE_DIFFERS);
    }
    boolean guessed = result.equals(Optional.of(NOT_CHECKED));
    return request.purchase().checks().securityCode().isPresent() && guessed
        ? Optional.of(DeclineReason.SECURITY_CODE_GUESSED)
        : Optional.empty();
  }

  private static Optional<Objection> byProduct(
      Tx tx, AuthorizationRequest request, Spending spent) {
    Allowed allowed = new Products(tx).find(spent.product()).orElseThrow().allowed();
    // HL-29: what nobody signed is approved only where the product says so.
    if (request.purchase().checks().unauthenticated() && !allowed.unauthenticated()) {
      return Optional.of(DeclineReason.NOT_AUTHENTICATED);
    }
    if (!allowed.category(spent.category())) {
      return Optional.of(DeclineReason.CATEGORY_NOT_ALLOWED);
    }
    return allowed.country(spent.country())
        ? Optional.empty()
        : Optional.of(DeclineReason.COUNTRY_NOT_ALLOWED);
  }

  private CheckResults checked(
      Tx tx, AuthorizationRequest request, Card card, Instant now) {
    Checks checks = request.purchase().checks();
    Cards cards = new Cards(tx, means.secrets());
    Optional<String> address =
        checks.address().map(given -> AddressCheck.result(given, cards.holder(card).address()));
    Optional<String> code = checks.securityCode().map(given -> code(tx, given, card, now));
    return new CheckResults(address, code);
  }

  private String code(Tx tx, String given, Card card, Instant now) {
    Instant since = now.minus(WRONG_CODES_WITHIN);
    if (new Spendings(tx).wrongCodes(card.key(), since) >= WRONG_CODES_MOST) return NOT_CHECKED;
    CardNumber number = new Cards(tx, means.secrets()).number(card);
    return means.secrets().securityCode(number, card.expiry()).fits(given) ? AGREES : DIFFERS;
  }

  private static CheckResults unchecked(AuthorizationRequest request) {
    Checks checks = request.purchase().checks();
    return new CheckResults(
        checks.address().map(_ -> AddressCheck.NOT_CHECKED),
        checks.securityCode().map(_ -> NOT_CHECKED));
  }
}
