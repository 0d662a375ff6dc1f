package openset.gateway.authorization;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.conduct.Desk;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.gateway.host.HostAnswer;
import openset.gateway.host.HostRequest;
import openset.iso8583.host.Reference;
import openset.iso8583.host.Trace;
import openset.pki.OpeningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.XID;
import openset.set.data.auth.AuthTags;
import openset.set.data.sale.AuthCode;
import openset.set.message.AuthReq;
import openset.set.message.AuthRevReq;
import openset.set.message.CapReq;
import openset.set.message.MessageIDs;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.set.treatment.gateway.MerchantParty;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.store.ConversationKey;

/**
 * The gateway as a pure function: an authorization is proved, asked for, and answered; what is
 * captured of it follows in {@link Captures}, what is given back in {@link Reversals}.
 */
public final class AuthorizationDesk implements Desk<Authorization, Numbers> {
  static final String AUTHORIZE = "0100";
  static final String REVERSE = "0400";
  static final String CAPTURE = "0220";

  @Override
  public Asn1Type<Authorization> stateType() {
    return Authorization.TYPE;
  }

  /** An authorization is filed under XID, so that none is asked for twice (P03, P04). */
  @Override
  public ConversationKey conversation(Input.Received request, Means means) throws Refused {
    XID xid =
        request
            .wrapper()
            .messageHeader()
            .messageIDs()
            .flatMap(MessageIDs::xID)
            .orElseThrow(() -> new Refused(ErrorCode.unknownXID, "AuthReq-P-03"));
    return ConversationKey.of(xid.octets().bytes());
  }

  @Override
  public Step<Authorization> step(
      Optional<Authorization> state, Input input, Numbers numbers, Means means) throws Refused {
    return switch (input) {
      case Input.Received received -> received(state, received, numbers, means);
      case Input.HostAnswered answered -> answered(present(state), answered, numbers, means);
      case Input.NoAnswer none -> noAnswer(present(state), none, means);
      case Input.Answered _, Input.AnswerRefused _, Input.Told _, Input.TimeRanOut _ ->
          throw new IllegalStateException("a gateway asks no SET party and takes no orders");
    };
  }

  private Step<Authorization> received(
      Optional<Authorization> state, Input.Received received, Numbers numbers, Means means)
      throws Refused {
    return switch (received.wrapper().message()) {
      case AuthReq request -> authorize(state, received, request, numbers, means);
      case CapReq request -> new Captures(means, numbers.batches()).book(state, received, request);
      case AuthRevReq request -> new Reversals(means).reverse(state, received, request);
      default -> throw new Refused(ErrorCode.messageNotSupported, "W-08");
    };
  }

  private Step<Authorization> authorize(
      Optional<Authorization> state,
      Input.Received received,
      AuthReq request,
      Numbers numbers,
      Means means)
      throws Refused {
    OpeningCredential own = Keys.addressed(request.encB().sealed(), means);
    ProcessAuthReq.Outcome outcome =
        ProcessAuthReq.process(received.wrapper(), request, own, means);
    // AuthReq-P-15: a payment half is good for one authorization.
    if (state.filter(before -> !before.equals(Captures.NEVER_ASKED)).isPresent()) {
      return answer(state.get(), outcome.request(), AuthCode.piPreviouslyUsed, means);
    }
    return switch (outcome) {
      case ProcessAuthReq.Outcome.NotAgreed not ->
          answer(
              new Authorization.Declined(not.authCode(), not.rule()),
              not.request(),
              not.authCode(),
              means);
      case ProcessAuthReq.Outcome.Agreed agreed -> ask(agreed, own, numbers, means);
    };
  }

  /** Answers without asking anybody. */
  private static Step<Authorization> answer(
      Authorization next, ProcessAuthReq.Request request, AuthCode code, Means means)
      throws Refused {
    BrandID brand = new BrandID(request.merchant().signer().brand());
    CreateAuthRes.Decided decided =
        CreateAuthRes.Decided.not(code, request.authReqAmt(), Optional.empty());
    return Step.to(
        next,
        new Effect.Answer(
            request.authTags().authRRTags().rrpid(),
            CreateAuthRes.create(
                CreateAuthRes.To.merchant(request), decided, Keys.with(brand, means), means)));
  }

  private static Step<Authorization> ask(
      ProcessAuthReq.Outcome.Agreed agreed, OpeningCredential own, Numbers numbers, Means means) {
    MerchantParty merchant = agreed.request().merchant();
    AuthTags tags = agreed.request().authTags();
    HostRequest.Sale sale = sale(agreed, numbers, means);
    HostRequest.Card card =
        new HostRequest.Card(
            agreed.panData().pan(),
            agreed.panData().cardExpiry(),
            agreed.piHead().transStain(),
            Der.of(agreed.cardholder().certificate().certificate().serialNumber().toByteArray()));
    Authorization.Asked asked =
        new Authorization.Asked(
            new Authorization.Caller(
                new BrandID(own.certificate().subject().organization()),
                merchant.merchantID(),
                merchant.thumb(),
                merchant.keyExchange().certificate()),
            tags,
            agreed.cardholder().hOIData(),
            agreed.piHead().acqBackKeyData());
    Der request = Der.of(HostRequest.TYPE.encode(new HostRequest.Authorize(sale, card)));
    return Step.to(
        new Authorization.Asking(asked, sale),
        new Effect.AskHost(AUTHORIZE, merchant.acquirerBin(), request));
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
        new HostRequest.Acceptor(merchant.merchantID().id(), merchant.category()),
        agreed.request().authReqAmt(),
        agreed.request().authTags().authRRTags().rrpid(),
        agreed.request().authTags().transIDs().xid());
  }

  private Step<Authorization> answered(
      Authorization state, Input.HostAnswered answered, Numbers numbers, Means means)
      throws Refused {
    HostAnswer answer = HostAnswer.TYPE.decode(answered.answer().bytes());
    return switch (state) {
      case Authorization.Asking asking when answered.ask().equals(AUTHORIZE) ->
          decided(asking, answer, means);
      case Authorization.Unknown _ when answered.ask().equals(REVERSE) ->
          Step.to(new Authorization.Unknown(ResponseCodes.acknowledges(answer)));
      case Authorization.Approved approved when answered.ask().equals(CAPTURE) ->
          new Captures(means, numbers.batches()).booked(approved, answer);
      case Authorization.Approved approved when answered.ask().equals(REVERSE) ->
          new Reversals(means).reversed(approved, answer);
      default -> Step.to(state);
    };
  }

  private static Step<Authorization> decided(
      Authorization.Asking asking, HostAnswer answer, Means means) throws Refused {
    if (ResponseCodes.leavesOpen(answer)) return undo(asking, AuthCode.systemError, means);
    AuthCode code = ResponseCodes.auth(answer.responseCode());
    CurrencyAmount asked = asking.sale().amount();
    if (code != AuthCode.approved) {
      return answer(
          new Authorization.Declined(code, "host " + answer.responseCode()),
          asking,
          CreateAuthRes.Decided.not(code, asked, Keys.back(asking.asked())),
          means);
    }
    long minor = Math.min(answer.minor(), asked.minor());
    CurrencyAmount held = new CurrencyAmount(asked.currency(), minor);
    CreateAuthRes.Decided decided =
        new CreateAuthRes.Decided(
            code, held, Optional.of(answer.approvalCode()), Keys.back(asking.asked()));
    Authorization next =
        new Authorization.Approved(
            asking.sale(),
            held,
            answer.approvalCode(),
            CurrencyAmount.zero(asked.currency()),
            Optional.empty(),
            Optional.empty());
    return answer(next, asking, decided, means);
  }

  private static Step<Authorization> answer(
      Authorization next,
      Authorization.Asking asking,
      CreateAuthRes.Decided decided,
      Means means)
      throws Refused {
    return new Step<>(next, List.of(authRes(asking, decided, means)));
  }

  private static Effect authRes(
      Authorization.Asking asking, CreateAuthRes.Decided decided, Means means) throws Refused {
    Authorization.Caller caller = asking.asked().caller();
    CreateAuthRes.To to =
        new CreateAuthRes.To(
            asking.asked().authTags(),
            caller.merchantID(),
            caller.merchantThumb(),
            Keys.recipient(caller, means));
    return new Effect.Answer(
        asking.asked().authTags().authRRTags().rrpid(),
        CreateAuthRes.create(to, decided, Keys.with(caller.brandID(), means), means));
  }

  private static Step<Authorization> noAnswer(
      Authorization state, Input.NoAnswer none, Means means) throws Refused {
    if (!(state instanceof Authorization.Asking asking) || !none.ask().equals(AUTHORIZE)) {
      return Step.to(state);
    }
    return undo(asking, AuthCode.noReply, means);
  }

  /** What is held is not known: it is undone until that is acknowledged, and the merchant told. */
  private static Step<Authorization> undo(
      Authorization.Asking asking, AuthCode code, Means means) throws Refused {
    CreateAuthRes.Decided decided =
        CreateAuthRes.Decided.not(code, asking.sale().amount(), Keys.back(asking.asked()));
    Der reverse = Der.of(HostRequest.TYPE.encode(HostRequest.Reverse.all(asking.sale())));
    return Step.to(
        new Authorization.Unknown(false),
        authRes(asking, decided, means),
        new Effect.GiveUp(AUTHORIZE),
        new Effect.AskHost(REVERSE, asking.sale().reference().acquirer(), reverse));
  }

  private static Authorization present(Optional<Authorization> state) throws Refused {
    return state.orElseThrow(() -> new Refused(ErrorCode.unknownXID, "AuthReq-P-03"));
  }
}
