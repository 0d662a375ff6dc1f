package openset.merchant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import openset.asn1.Der;
import openset.conduct.Peers;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.auth.AuthRevCode;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.credit.CapRevOrCredResItem;
import openset.set.data.credit.CapRevOrCredResPayload;
import openset.set.data.order.OIData;
import openset.set.data.payment.PIHead;
import openset.set.data.payment.PIUnsigned;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.message.AuthReq;
import openset.set.message.AuthRevReq;
import openset.set.message.CapReq;
import openset.set.message.CapRevOrCredReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.EXH;
import openset.set.operator.Linked;
import openset.set.operator.Recipient;
import openset.set.treatment.CreateError;
import openset.set.treatment.Means;
import openset.set.treatment.PaymentForms;
import openset.set.treatment.gateway.Booked;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.set.treatment.gateway.CreateAuthRevRes;
import openset.set.treatment.gateway.CreateAuthToken;
import openset.set.treatment.gateway.CreateCapRes;
import openset.set.treatment.gateway.CreateCapRevOrCredRes;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.gateway.ProcessAuthRevReq;
import openset.set.treatment.gateway.ProcessAuthToken;
import openset.set.treatment.gateway.ProcessCapReq;
import openset.set.treatment.gateway.ProcessCapRevOrCredReq;

/**
 * The gateway at the other end: it proves requests and makes answers by the gateway's treatments,
 * answers a repeat with the same octets, and stands for a bank that holds what it is asked.
 */
final class TestGateway implements Peers {
  private final Brand brand;
  private final Map<Der, Der> answered = new ConcurrentHashMap<>();
  private final Map<RRPID, CurrencyAmount> held = new ConcurrentHashMap<>();
  private final Map<RRPID, CurrencyAmount> captured = new ConcurrentHashMap<>();
  private final Map<XID, ProcessAuthToken.Chain> chains = new ConcurrentHashMap<>();
  private final List<CurrencyAmount> captures = new ArrayList<>();
  private final List<Booked.Entry> capturedNow = new ArrayList<>();
  private final List<Booked.Entry> creditedNow = new ArrayList<>();
  private final List<CurrencyAmount> reversals = new ArrayList<>();
  private final List<CurrencyAmount> authorizations = new ArrayList<>();
  private final List<String> terminals = new ArrayList<>();

  /** How it behaves now; a test changes it. */
  volatile Manner manner = TestGateway::work;
  /** What its bank says now. */
  volatile AuthCode decision = AuthCode.approved;
  /** The share of the amount that its bank holds now, of ten. */
  volatile int tenths = 10;
  /** Until when its bank holds what it approves now, where it says so. */
  volatile Optional<Instant> until = Optional.empty();
  volatile CapCode booking = CapCode.success;
  volatile AuthRevCode reversal = AuthRevCode.approved;
  volatile CapRevOrCredCode credit = CapRevOrCredCode.success;

  /** What becomes of a request. */
  interface Manner {
    Reply of(TestGateway gateway, Der wrapper) throws Refused;
  }

  TestGateway(Brand brand) {
    this.brand = brand;
  }

  @Override
  public Reply ask(String destination, Der wrapper) {
    if (!destination.equals(Shopfront.GATEWAY_URL)) throw new AssertionError(destination);
    try {
      return manner.of(this, wrapper);
    } catch (Refused refused) {
      throw new AssertionError(refused.rule(), refused);
    }
  }

  /** Never an answer. */
  static Manner silent() {
    return (gateway, wrapper) -> new Reply.Nothing("timeout");
  }

  /** Does the work, and the answer is lost. */
  static Manner answerLost() {
    return (gateway, wrapper) -> {
      gateway.work(wrapper);
      return new Reply.Nothing("timeout");
    };
  }

  /** An Error instead of an answer. */
  static Manner error() {
    return error(ErrorCode.messageTooOld);
  }

  /** An Error with this code instead of an answer. */
  static Manner error(ErrorCode code) {
    return (gateway, wrapper) -> {
      MessageWrapper asked = MessageWrapper.TYPE.decode(wrapper.bytes());
      return bytes(CreateError.create(asked.messageHeader(), code, gateway.means()));
    };
  }

  /** The asking process dies before its request is out. */
  static Manner deathBefore() {
    return (gateway, wrapper) -> {
      throw new Death();
    };
  }

  /** The asking process dies with the answer on the way. */
  static Manner deathAfter() {
    return (gateway, wrapper) -> {
      gateway.work(wrapper);
      throw new Death();
    };
  }

  /** The end of the process under test. */
  static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1;

    Death() {
      super("the process dies here");
    }
  }

  /** What it held, one for each authorization it was asked for and approved. */
  synchronized List<CurrencyAmount> authorizations() {
    return List.copyOf(authorizations);
  }

  /** The terminal that each request for an authorization named. */
  synchronized List<String> terminals() {
    return List.copyOf(terminals);
  }

  /** What it booked, in order. */
  synchronized List<CurrencyAmount> captures() {
    return List.copyOf(captures);
  }

  synchronized Reply work(Der wrapper) throws Refused {
    Der before = answered.get(wrapper);
    if (before != null) return new Reply.Bytes(before);
    MessageWrapper asked = MessageWrapper.TYPE.decode(wrapper.bytes());
    Reply.Bytes reply =
        switch (asked.message()) {
          case AuthReq request -> bytes(authorize(asked, request));
          case CapReq request -> bytes(capture(asked, request));
          case AuthRevReq request -> bytes(reverse(asked, request));
          case CapRevOrCredReq request -> bytes(goBack(asked, request));
          default -> throw new AssertionError(asked.message().name());
        };
    answered.put(wrapper, reply.answer());
    return reply;
  }

  private MessageWrapper authorize(MessageWrapper wrapper, AuthReq request) throws Refused {
    Means means = means();
    XID xid = wrapper.messageHeader().messageIDs().orElseThrow().xID().orElseThrow();
    ProcessAuthReq.Given given =
        new ProcessAuthReq.Given(
            Optional.ofNullable(chains.get(xid)),
            acquirer -> new ProcessAuthReq.Allowed(true, 0));
    ProcessAuthReq.Outcome outcome =
        ProcessAuthReq.process(wrapper, request, brand.gatewayOpening, given, means);
    terminals.add(outcome.request().terminalID().orElse(""));
    if (request.encB().baggage().value() instanceof PIUnsigned bare) {
      return unsigned(outcome.request(), bare, means);
    }
    if (outcome instanceof ProcessAuthReq.Outcome.NotAgreed not) {
      return CreateAuthRes.create(
          CreateAuthRes.To.merchant(not.request()),
          CreateAuthRes.Decided.not(
              not.authCode(), not.request().authReqAmt(), Optional.empty()),
          with(),
          means);
    }
    ProcessAuthReq.Outcome.Agreed agreed = (ProcessAuthReq.Outcome.Agreed) outcome;
    CurrencyAmount asked = agreed.request().authReqAmt();
    Optional<CreateAuthRes.Back> back = agreed.consent().back();
    CreateAuthRes.Decided decided =
        decision == AuthCode.approved
            ? approve(agreed, new CurrencyAmount(asked.currency(), asked.minor() * tenths / 10))
            : CreateAuthRes.Decided.not(decision, asked, back);
    return CreateAuthRes.create(
        CreateAuthRes.To.merchant(agreed.request()), decided, with(), means);
  }

  /** A gateway that takes what nobody signed, and a bank that holds it. */
  private MessageWrapper unsigned(ProcessAuthReq.Request asked, PIUnsigned bare, Means means)
      throws Refused {
    Linked<PIHead, OIData> link =
        EXH.open(brand.gatewayOpening, bare.exhPIData(), PaymentForms.PI_UNSIGNED).value();
    if (asked.wantsToken()) throw new AssertionError("a token for what nobody signed");
    authorizations.add(asked.authReqAmt());
    held.put(asked.authTags().authRRTags().rrpid(), asked.authReqAmt());
    CreateAuthRes.Decided decided =
        CreateAuthRes.Decided.approved(
            asked.authReqAmt(),
            "123456",
            link.value()
                .acqBackKeyData()
                .map(key -> new CreateAuthRes.Back(key, link.link())));
    return CreateAuthRes.create(CreateAuthRes.To.merchant(asked), decided, with(), means);
  }

  private CreateAuthRes.Decided approve(
      ProcessAuthReq.Outcome.Agreed agreed, CurrencyAmount amount) throws Refused {
    RRPID key = agreed.request().authTags().authRRTags().rrpid();
    authorizations.add(amount);
    held.put(key, amount);
    ProcessAuthReq.Before before = agreed.consent().before();
    chains.put(
        agreed.request().authTags().transIDs().xid(),
        new ProcessAuthToken.Chain(
            key, means().now(), before.count() + 1, before.total().plus(counted(amount))));
    CreateAuthRes.Decided yes =
        CreateAuthRes.Decided.approved(amount, "123456", agreed.consent().back());
    CreateAuthRes.Decided decided = yes.saying(until.map(yes.said()::until).orElse(yes.said()));
    if (agreed.request().captureNow()) {
      captures.add(amount);
      captured.put(key, amount);
      decided =
          decided.captured(
              new CapResPayload(
                  CapCode.success, amount, Optional.empty(), Optional.empty(), Optional.empty()));
    }
    return agreed.request().wantsToken()
        ? decided.with(Optional.of(CreateAuthToken.asking(agreed, with(), means())))
        : decided;
  }

  /** All that was asked for before has ended. */
  synchronized void forgetsWhatItHeld() {
    chains.replaceAll(
        (_, chain) ->
            new ProcessAuthToken.Chain(
                chain.last(),
                chain.at(),
                0,
                CurrencyAmount.zero(chain.total().currency())));
  }

  /** What ended counts no more. */
  private CurrencyAmount counted(CurrencyAmount amount) {
    boolean over = until.filter(end -> !means().now().isBefore(end)).isPresent();
    return over ? CurrencyAmount.zero(amount.currency()) : amount;
  }

  private CreateAuthRes.With with() {
    return new CreateAuthRes.With(brand.gatewaySigning, brand.gatewayOpening);
  }

  private Optional<ProcessCapReq.Known> known(RRPID key) {
    return Optional.ofNullable(held.get(key))
        .map(
            authorized ->
                new ProcessCapReq.Known(
                    authorized,
                    captured.getOrDefault(key, CurrencyAmount.zero(authorized.currency()))));
  }

  private MessageWrapper capture(MessageWrapper wrapper, CapReq request) throws Refused {
    Means means = means();
    ProcessCapReq.Asked asked =
        ProcessCapReq.process(wrapper, request, brand.gatewayOpening, means);
    ProcessCapReq.Item item = asked.items().getFirst();
    ProcessCapReq.Outcome outcome =
        ProcessCapReq.judge(asked, item, known(item.item().authRRPID()));
    if (!(outcome instanceof ProcessCapReq.Outcome.Agreed agreed)) {
      throw new AssertionError(outcome);
    }
    CurrencyAmount amount = agreed.request().item().capPayload().capReqAmt();
    CurrencyAmount booked = CurrencyAmount.zero(amount.currency());
    if (booking == CapCode.success) {
      booked = amount;
      captures.add(amount);
      capturedNow.add(Booked.Entry.of(asked.capRRTags().rrpid(), amount));
      captured.merge(agreed.request().item().authRRPID(), amount, CurrencyAmount::plus);
    }
    return CreateCapRes.create(
        CreateCapRes.To.merchant(asked),
        List.of(CreateCapRes.item(agreed.request().item(), booking, booked)),
        brand.gatewaySigning,
        means);
  }

  private MessageWrapper reverse(MessageWrapper wrapper, AuthRevReq request)
      throws Refused {
    Means means = means();
    ProcessAuthRevReq.Outcome outcome =
        ProcessAuthRevReq.process(
            wrapper, request, tags -> known(tags.authRRPID()), brand.gatewayOpening, means);
    if (!(outcome instanceof ProcessAuthRevReq.Outcome.Agreed agreed)) {
      throw new AssertionError(outcome);
    }
    boolean given = reversal == AuthRevCode.approved;
    RRPID key = agreed.request().authRevTags().authRRPID();
    CurrencyAmount now = given ? agreed.request().authNewAmt() : held.get(key);
    held.put(key, now);
    if (given) reversals.add(now);
    return CreateAuthRevRes.create(
        CreateAuthRevRes.To.merchant(agreed.request()),
        reversal,
        now,
        with(),
        means);
  }

  /** What stayed after each reversal, in order. */
  synchronized List<CurrencyAmount> reversals() {
    return List.copyOf(reversals);
  }

  private MessageWrapper goBack(MessageWrapper wrapper, CapRevOrCredReq request)
      throws Refused {
    Means means = means();
    ProcessCapRevOrCredReq.Request asked =
        ProcessCapRevOrCredReq.process(wrapper, request, brand.gatewayOpening, means);
    CapRevOrCredReqItem item = asked.items().getFirst().item();
    Optional<ProcessCapRevOrCredReq.Not> not =
        new Booked(List.copyOf(capturedNow), List.copyOf(creditedNow))
            .judge(asked.kind(), item);
    if (not.isPresent()) throw new AssertionError(not.get());
    CurrencyAmount booked = CurrencyAmount.zero(item.amount().currency());
    if (credit == CapRevOrCredCode.success) {
      booked = item.amount();
      book(asked, item);
    }
    CapRevOrCredResItem done =
        new CapRevOrCredResItem(
            item.transIDs(),
            item.authRRPID(),
            CapRevOrCredResPayload.of(credit, booked));
    return CreateCapRevOrCredRes.create(
        new CreateCapRevOrCredRes.To(
            asked.kind(), asked.tags(), Recipient.of(asked.merchant().keyExchange())),
        List.of(done),
        brand.gatewaySigning,
        means);
  }

  private void book(ProcessCapRevOrCredReq.Request asked, CapRevOrCredReqItem item) {
    switch (asked.kind()) {
      case CRED -> creditedNow.add(Booked.Entry.of(asked.tags().rrpid(), item.amount()));
      case CRED_REV -> takeBack(creditedNow, item.originalRRPID().orElseThrow());
      case CAP_REV -> {
        takeBack(capturedNow, item.originalRRPID().orElseThrow());
        captured.computeIfPresent(
            item.authRRPID(), (_, before) -> before.minus(item.amount()));
      }
    }
  }

  private static void takeBack(List<Booked.Entry> entries, RRPID key) {
    entries.replaceAll(
        one ->
            one.rrpid().equals(key)
                ? new Booked.Entry(key, one.amount(), Booked.Standing.TAKEN_BACK)
                : one);
  }

  /** What stands credited. */
  synchronized Optional<CurrencyAmount> credited() {
    return new Booked(List.of(), creditedNow).credited();
  }

  private Means means() {
    return brand.means(List.of(brand.gatewaySigning), List.of(brand.gatewayOpening));
  }

  private static Reply.Bytes bytes(MessageWrapper wrapper) {
    return new Reply.Bytes(Der.of(MessageWrapper.TYPE.encode(wrapper)));
  }
}
