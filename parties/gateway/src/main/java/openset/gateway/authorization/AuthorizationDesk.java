package openset.gateway.authorization;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.conduct.Desk;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.gateway.batch.Account;
import openset.gateway.host.HostAnswer;
import openset.gateway.host.HostRequest;
import openset.iso8583.host.Reference;
import openset.iso8583.host.Trace;
import openset.pki.OpeningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.XID;
import openset.set.data.card.PAN;
import openset.set.data.payment.AuthToken;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.SaleDetail;
import openset.set.message.AuthReq;
import openset.set.message.AuthRevReq;
import openset.set.message.CapReq;
import openset.set.message.CapRevOrCredReq;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.set.treatment.gateway.CreateAuthToken;
import openset.set.treatment.gateway.MerchantParty;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.store.ConversationKey;

/**
 * The gateway as a pure function: an authorization is proved, asked for, and answered; what is
 * captured of it follows in {@link Captures}, what is given back in {@link Reversals}.
 *
 * @param rules what each acquirer allows, by its BIN; one that is not named allows nothing special
 * @param accounts the keyed hash under which purchases of one card are counted
 */
public record AuthorizationDesk(Map<String, Rules> rules, Function<PAN, Der> accounts)
    implements Desk<Purchase, Numbers> {
  static final String AUTHORIZE = "0100";
  static final String REVERSE = "0400";
  static final String CAPTURE = "0220";
  static final String CREDIT = "0220 credit";
  static final String TAKE_BACK = "0420";
  static final String ADVISE = "0120";
  /** 0400 for a question that was not answered, while another has taken its place. */
  static final String UNDO = "0400 of 0100";

  /** A desk with copies. */
  public AuthorizationDesk {
    rules = Map.copyOf(rules);
  }

  @Override
  public Asn1Type<Purchase> stateType() {
    return Purchase.TYPE;
  }

  /**
   * A purchase is filed under XID, so that no payment half is used twice (P03, P04); a request
   * about several under its RRPID.
   */
  @Override
  public ConversationKey conversation(Input.Received request, Means means) throws Refused {
    MessageHeader header = request.wrapper().messageHeader();
    Optional<XID> xid = header.messageIDs().flatMap(MessageIDs::xID);
    if (xid.isPresent()) return ConversationKey.of(xid.get().octets().bytes());
    return switch (request.wrapper().message()) {
      case CapReq _, CapRevOrCredReq _ ->
          Several.key(
              header
                  .rrpid()
                  .orElseThrow(() -> new Refused(ErrorCode.unknownRRPID, "W-05")));
      default -> throw new Refused(ErrorCode.unknownXID, "AuthReq-P-03");
    };
  }

  @Override
  public Step<Purchase> step(
      Optional<Purchase> state, Input input, Numbers numbers, Means means) throws Refused {
    return switch (input) {
      case Input.Received received ->
          received(state.orElse(Purchase.NOTHING), received, numbers, means);
      case Input.HostAnswered answered -> {
        Purchase.Ask ask = Purchase.Ask.of(answered.ask());
        Authorization now = present(state).at(ask.place());
        HostAnswer answer = HostAnswer.TYPE.decode(answered.answer().bytes());
        yield present(state)
            .at(ask.place(), answered(now, new Said(ask.message(), answer), numbers, means));
      }
      case Input.NoAnswer none -> {
        Purchase.Ask ask = Purchase.Ask.of(none.ask());
        Authorization now = present(state).at(ask.place());
        yield present(state)
            .at(ask.place(), noAnswer(now, ask.message(), numbers, means));
      }
      case Input.Told told ->
          told(state.orElse(Purchase.NOTHING), told, numbers, means);
      case Input.Answered _, Input.AnswerRefused _, Input.TimeRanOut _ ->
          throw new IllegalStateException("a gateway asks no SET party and sets no timer");
    };
  }

  private Step<Purchase> received(
      Purchase purchase, Input.Received received, Numbers numbers, Means means)
      throws Refused {
    return switch (received.wrapper().message()) {
      case AuthReq request -> authorize(purchase, received, request, numbers, means);
      case CapReq request when isOfSeveral(received) ->
          new SeveralDesk(means).take(received, request);
      case CapReq request ->
          new Captures(means, numbers.batches()).book(purchase, received, request);
      case CapRevOrCredReq request when isOfSeveral(received) ->
          new SeveralDesk(means).take(received, request);
      case CapRevOrCredReq request ->
          new Credits(means, numbers.batches()).take(purchase, received, request);
      case AuthRevReq request -> new Reversals(means).reverse(purchase, received, request);
      default -> throw new Refused(ErrorCode.messageNotSupported, "W-08");
    };
  }

  private static boolean isOfSeveral(Input.Received received) {
    return received.wrapper().messageHeader().messageIDs().flatMap(MessageIDs::xID).isEmpty();
  }

  /** What a request about several and its purchases say to each other. */
  private static Step<Purchase> told(
      Purchase purchase, Input.Told told, Numbers numbers, Means means) throws Refused {
    byte[] details = told.details().bytes();
    return switch (told.order()) {
      case Several.CAPTURE ->
          new Captures(means, numbers.batches())
              .told(purchase, Several.Claim.TYPE.decode(details));
      case Several.GO_BACK ->
          new Credits(means, numbers.batches())
              .told(purchase, GoneBack.Going.TYPE.decode(details));
      case Several.REPORT ->
          new SeveralDesk(means).reported(purchase.several().orElseThrow(), told.details());
      default -> throw new IllegalArgumentException("no order " + told.order());
    };
  }

  private Step<Purchase> authorize(
      Purchase purchase,
      Input.Received received,
      AuthReq request,
      Numbers numbers,
      Means means)
      throws Refused {
    OpeningCredential own = Keys.addressed(request.encB().sealed(), means);
    ProcessAuthReq.Given given =
        new ProcessAuthReq.Given(purchase.chain(means.now()), this::allowed);
    ProcessAuthReq.Outcome outcome =
        ProcessAuthReq.process(received.wrapper(), request, own, given, means);
    boolean further = request.encB().baggage().value() instanceof AuthToken;
    Step<Purchase> step = authorize(purchase, outcome, further, own, numbers, means);
    return further || isWithoutCode(outcome) ? step : step.and(new Effect.KeepDigest());
  }

  /** AuthReq-P-21: whoever holds our key would read a security code in what we kept. */
  private static boolean isWithoutCode(ProcessAuthReq.Outcome outcome) {
    return outcome instanceof ProcessAuthReq.Outcome.Agreed agreed
        && agreed.account().checks().securityCode().isEmpty();
  }

  private Step<Purchase> authorize(
      Purchase purchase,
      ProcessAuthReq.Outcome outcome,
      boolean further,
      OpeningCredential own,
      Numbers numbers,
      Means means)
      throws Refused {
    // AuthReq-P-15: a payment half is good for one authorization.
    if (!further && purchase.last().isPresent()) {
      return not(purchase, outcome.request(), AuthCode.piPreviouslyUsed, "AuthReq-P-15", means);
    }
    // AuthToken-P-09: one authorization of a purchase at a time; the merchant asks again.
    if (purchase.isAsking()) {
      throw new Refused(ErrorCode.unspecifiedFailure, "AuthToken-P-09");
    }
    return switch (outcome) {
      // A token that is not good for what is asked is kept for what it is good for.
      case ProcessAuthReq.Outcome.NotAgreed not when further ->
          not(purchase, not.request(), not.authCode(), not.rule(), means);
      case ProcessAuthReq.Outcome.NotAgreed not ->
          purchase.begin(
              not(
                  new Authorization.Declined(not.authCode(), not.rule()),
                  not.request(),
                  not.authCode(),
                  not.rule(),
                  means));
      // Sale-01: the batch that the merchant named takes what is captured at once.
      case ProcessAuthReq.Outcome.Agreed agreed when isRefused(agreed.request(), numbers) ->
          not(purchase, agreed.request(), AuthCode.invalidTransaction, "Sale-01", means);
      case ProcessAuthReq.Outcome.Agreed agreed ->
          purchase.begin(ask(agreed, own, numbers, means));
    };
  }

  private static boolean isRefused(ProcessAuthReq.Request request, Numbers numbers) {
    return request.captureNow()
        && numbers
            .batches()
            .refusal(
                Account.of(request.merchant()),
                new BrandID(request.merchant().signer().brand()),
                request.authReqAmt().currency(),
                request.saleDetail().flatMap(SaleDetail::batchID))
            .isPresent();
  }

  private Rules rules(String acquirer) {
    return rules.getOrDefault(acquirer, Rules.PLAIN);
  }

  private ProcessAuthReq.Allowed allowed(String acquirer) {
    return rules(acquirer).allowed();
  }

  /** Answers without asking anybody: this rule was broken. */
  private static <S> Step<S> not(
      S next, ProcessAuthReq.Request request, AuthCode code, String rule, Means means)
      throws Refused {
    BrandID brand = new BrandID(request.merchant().signer().brand());
    CreateAuthRes.Decided decided =
        CreateAuthRes.Decided.not(code, request.authReqAmt(), Optional.empty());
    return Step.to(
        next,
        new Effect.Answer(
            request.authTags().authRRTags().rrpid(),
            CreateAuthRes.create(
                CreateAuthRes.To.merchant(request), decided, Keys.with(brand, means), means)),
        new Effect.Refusal("AuthReq", code.name(), rule));
  }

  private Step<Authorization> ask(
      ProcessAuthReq.Outcome.Agreed agreed, OpeningCredential own, Numbers numbers, Means means)
      throws Refused {
    MerchantParty merchant = agreed.request().merchant();
    HostRequest.Sale sale = sale(agreed, numbers, means);
    HostRequest.Card card = StandIns.card(agreed.account(), agreed.consent().installRecurData());
    BrandID brand = new BrandID(own.certificate().subject().organization());
    Authorization.Asked asked =
        new Authorization.Asked(
            Authorization.Caller.of(merchant),
            agreed.request().authTags(),
            agreed.consent().hOIData(),
            agreed.consent().acqBackKeyData());
    ProcessAuthReq.Request request = agreed.request();
    Authorization.Wanted wanted =
        new Authorization.Wanted(
            request.wantsToken(), request.saleDetail().flatMap(SaleDetail::batchID));
    // StandIn-06: never for what the cardholder did not sign.
    boolean mayStandIn =
        rules(merchant.acquirerBin()).standIn().isPresent()
            && agreed.account().authenticated().isPresent();
    // AuthToken-P-01: the account is sealed to ourselves as long as it may be needed again.
    Optional<Authorization.Account> account =
        request.wantsToken() || mayStandIn
            ? Optional.of(
                new Authorization.Account(
                    accounts.apply(agreed.account().pan()),
                    CreateAuthToken.asking(agreed, Keys.with(brand, means), means)))
            : Optional.empty();
    Der question = Der.of(HostRequest.TYPE.encode(new HostRequest.Authorize(sale, card)));
    return Step.to(
        new Authorization.Asking(asked, sale, wanted, account),
        new Effect.AskHost(AUTHORIZE, merchant.acquirerBin(), question));
  }

  private static HostRequest.Sale sale(
      ProcessAuthReq.Outcome.Agreed agreed, Numbers numbers, Means means) {
    MerchantParty merchant = agreed.request().merchant();
    Trace trace = Trace.at(means.now(), numbers.stan());
    Reference reference =
        Reference.fresh(merchant.acquirerBin(), means.now(), numbers.stan());
    return new HostRequest.Sale(
        new HostRequest.Reference(
            reference.acquirer(), reference.retrieval(), trace.time(), trace.stan()),
        new HostRequest.Acceptor(
            merchant.merchantID().id(), merchant.category(), agreed.request().terminalID()),
        agreed.request().authReqAmt(),
        agreed.request().authTags().authRRTags().rrpid(),
        agreed.request().authTags().transIDs().xid(),
        agreed.request().captureNow());
  }

  /** What the acquirer answered to a message. */
  private record Said(String message, HostAnswer answer) {}

  private Step<Authorization> answered(
      Authorization state, Said said, Numbers numbers, Means means) throws Refused {
    String message = said.message();
    HostAnswer answer = said.answer();
    return switch (state) {
      case Authorization.Asking asking when message.equals(AUTHORIZE) ->
          deciding(asking, numbers, means).decided(asking, answer);
      case Authorization.Unknown _ when message.equals(REVERSE) ->
          Step.to(new Authorization.Unknown(ResponseCodes.acknowledges(answer)));
      case Authorization.Approved approved when message.equals(CAPTURE) ->
          new Captures(means, numbers.batches()).booked(approved, answer);
      case Authorization.Approved approved
          when message.equals(CREDIT) || message.equals(TAKE_BACK) ->
          new Credits(means, numbers.batches()).done(approved, answer);
      case Authorization.Approved approved when message.equals(REVERSE) ->
          new Reversals(means).reversed(approved, answer);
      case Authorization.Approved approved when message.equals(ADVISE) ->
          StandIns.told(approved, answer);
      default -> Step.to(state);
    };
  }

  private Deciding deciding(Authorization.Asking asking, Numbers numbers, Means means) {
    return new Deciding(rules(asking.sale().reference().acquirer()), numbers, means);
  }

  private Step<Authorization> noAnswer(
      Authorization state, String message, Numbers numbers, Means means) throws Refused {
    return state instanceof Authorization.Asking asking && message.equals(AUTHORIZE)
        ? deciding(asking, numbers, means).silent(asking)
        : Step.to(state);
  }

  private static Purchase present(Optional<Purchase> state) throws Refused {
    return state.orElseThrow(() -> new Refused(ErrorCode.unknownXID, "AuthReq-P-03"));
  }
}
