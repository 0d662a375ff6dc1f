package openset.issuer.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Card;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Conversion;
import openset.iso8583.host.Decision;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.Reversal;
import openset.iso8583.host.SettlementAdvice;
import openset.iso8583.host.StandInAdvice;
import openset.iso8583.host.Trace;
import openset.issuer.card.AccountId;
import openset.issuer.card.CardNumber;
import openset.issuer.card.RandomDigits;
import openset.issuer.desk.AuthorizationDesk;
import openset.issuer.desk.ClearingDesk;
import openset.issuer.desk.Means;
import openset.issuer.exchange.Foreign;
import openset.issuer.exchange.store.ForeignPurchases;
import openset.issuer.store.AuthorizationKey;
import openset.issuer.store.Authorizations;
import openset.issuer.store.Authorized;
import openset.issuer.store.Cards;
import openset.issuer.store.ChargeBacks;
import openset.issuer.store.ChargeBacks.Named;
import openset.store.Tx;

/**
 * Sends what no acquirer sent, as acquirer {@value #ACQUIRER}: purchases, advices, clearing,
 * returns. What it clears is settled at once in a cycle of its own, so that the books stay whole.
 */
public final class Simulation {
  /** Element 32 of all its messages. */
  public static final String ACQUIRER = "99999999999";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMdd").withZone(ZoneOffset.UTC);
  private static final int KEY_OCTETS = 20;
  private static final int STAN = 1;

  private final Means means;
  private final AuthorizationDesk authorizations;
  private final ClearingDesk clearing;
  private final String institution;

  /** A simulation at those desks of that institution. */
  public Simulation(
      Means means, AuthorizationDesk authorizations, ClearingDesk clearing, String institution) {
    this.means = means;
    this.authorizations = authorizations;
    this.clearing = clearing;
    this.institution = institution;
  }

  /**
   * A purchase to be simulated.
   *
   * @param account whose card pays
   * @param amount how much
   * @param merchant element 42
   * @param category element 18
   */
  public record Bought(AccountId account, Amount amount, String merchant, String category) {}

  /**
   * What came of it.
   *
   * @param key under which the authorization is known
   * @param response element 39
   * @param approval element 38; empty unless approved
   */
  public record Told(Octets key, String response, String approval) {}

  /** Asks for an authorization; none when there is no such account. */
  public Optional<Told> authorize(Bought bought) {
    return request(bought).map(this::authorize);
  }

  /** Says that a gateway approved a purchase by itself; none when there is no such account. */
  public Optional<Told> advise(Bought bought) {
    String code = RandomDigits.of(6, means.randomness());
    return request(bought)
        .map(
            request -> {
              StandInAdvice advice =
                  new StandInAdvice(request, code, StandInAdvice.Reason.TIME_OUT);
              ResponseCode response = authorizations.book(advice);
              boolean booked = response == ResponseCode.APPROVED;
              return new Told(request.purchase().key(), response.wire(), booked ? code : "");
            });
  }

  /** Presents a capture of an authorization; none when it is not known. */
  public Optional<ResponseCode> clear(Octets key, long minor) {
    return item(Kind.CAPTURE, key, minor).map(this::take);
  }

  /** Presents a credit of an authorization; none when it is not known. */
  public Optional<ResponseCode> giveBack(Octets key, long minor) {
    return item(Kind.CREDIT, key, minor).map(this::take);
  }

  /** Takes an authorization back; none when it is not known. */
  public Optional<ResponseCode> reverse(Octets key) {
    return named(key)
        .map(
            found -> {
              Trace trace = trace();
              Reversal reversal =
                  new Reversal(
                      trace,
                      Reversal.Original.authorization(trace),
                      Reversal.Amounts.all(found.amount()),
                      found.named().acceptor(),
                      found.named().approval().reference(),
                      Purchase.of(key, found.named().xid()));
              return authorizations.reverse(reversal);
            });
  }

  private Told authorize(AuthorizationRequest request) {
    Decision decision = authorizations.authorize(request).decision();
    Octets key = request.purchase().key();
    return switch (decision) {
      case Decision.Approved(String code) ->
          new Told(key, ResponseCode.APPROVED.wire(), code);
      case Decision.PartlyApproved partly ->
          new Told(key, ResponseCode.PARTLY_APPROVED.wire(), partly.code());
      case Decision.Declined declined -> new Told(key, declined.code(), "");
    };
  }

  private Optional<AuthorizationRequest> request(Bought bought) {
    return means
        .transactions()
        .inTransaction(
            tx -> {
              Cards cards = new Cards(tx, means.secrets());
              return cards
                  .lock(bought.account())
                  .map(card -> request(bought, cards.number(card), card.expiry().shortText()));
            });
  }

  private AuthorizationRequest request(Bought bought, CardNumber number, String expiry) {
    try {
      return new AuthorizationRequest(
          trace(),
          Card.of(number.digits(), expiry),
          bought.amount(),
          new Acceptor("SIM", bought.merchant(), bought.category()),
          Reference.fresh(ACQUIRER, means.clock().instant(), STAN),
          Purchase.of(fresh(), fresh()));
    } catch (MalformedMessage e) {
      throw new IllegalStateException("a card of our own is none", e);
    }
  }

  /** An authorization as its items name it. */
  private record Found(Named named, Amount amount) {}

  private Optional<Found> named(Octets key) {
    return means.transactions().inTransaction(tx -> named(tx, key));
  }

  private static Optional<Found> named(Tx tx, Octets key) {
    AuthorizationKey of = new AuthorizationKey(key, ACQUIRER);
    Optional<Authorized> authorized = new Authorizations(tx).find(of);
    Optional<Amount> asked =
        new ForeignPurchases(tx)
            .find(of)
            .map(Foreign::asked)
            .or(() -> authorized.map(each -> each.sale().amount()));
    return new ChargeBacks(tx)
        .named(of)
        .flatMap(found -> asked.map(each -> new Found(found, each)));
  }

  private Optional<ClearingItem> item(Kind kind, Octets key, long minor) {
    return named(key)
        .map(
            found ->
                ClearingItem.first(
                    kind,
                    new FinancialAdvice(
                        trace(),
                        new Amount(minor, found.amount().currency()),
                        found.named().acceptor(),
                        found.named().approval(),
                        Purchase.of(fresh(), found.named().xid()),
                        Optional.of(institution))));
  }

  private ResponseCode take(ClearingItem item) {
    String cycle = "sim-" + RandomDigits.of(12, means.randomness());
    AdviceAnswer answer = clearing.take(item, cycle);
    if (answer.code() != ResponseCode.APPROVED) return answer.code();
    Amount booked =
        answer.conversion().map(Conversion::amount).orElse(item.advice().amount());
    long minor = booked.minor();
    SettlementAdvice.Totals totals =
        item.kind().issuerOwes()
            ? new SettlementAdvice.Totals(0, 1, 0, minor)
            : new SettlementAdvice.Totals(1, 0, minor, 0);
    return clearing.settle(
        new SettlementAdvice(
            trace(),
            institution,
            cycle,
            DAY.format(means.clock().instant()),
            booked.currency(),
            totals));
  }

  private Trace trace() {
    Instant now = means.clock().instant();
    return Trace.at(now, STAN);
  }

  private Octets fresh() {
    return Octets.of(means.randomness().bytes(KEY_OCTETS));
  }
}
