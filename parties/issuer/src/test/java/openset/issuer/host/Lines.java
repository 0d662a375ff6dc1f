package openset.issuer.host;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import openset.crypto.Randomness;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.LinkConfig;
import openset.iso8583.LinkEvents;
import openset.iso8583.Mti;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Card;
import openset.iso8583.host.Checks;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Decision;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.FinancialAdvice.Approval;
import openset.iso8583.host.LinkData;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.SaleRequest;
import openset.iso8583.host.SettlementAdvice;
import openset.iso8583.host.StandInAdvice;
import openset.iso8583.host.Trace;
import openset.iso8583.MalformedMessage;
import openset.issuer.Bank;
import openset.issuer.opening.Opening.AccountOpened;

/** An acquirer and a clearing house on real sockets to one issuer. */
public final class Lines implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Bank bank;
  private final IsoLink acquirer;
  private final IsoLink clearing;
  private final AtomicInteger stans = new AtomicInteger();

  public Lines(Bank bank) {
    this.bank = bank;
    this.acquirer = link(Bank.ACQUIRER);
    this.clearing = link(Bank.CLEARING);
  }

  public IsoLink link(String institution) {
    LinkConfig to =
        LinkConfig.to("test-" + institution, "127.0.0.1", bank.issuer().port(), institution);
    IsoLink link = IsoLink.open(to, bank.clock(), LinkEvents.NONE);
    if (!link.awaitUp(PATIENCE)) {
      throw new IllegalStateException("no link to the issuer");
    }
    return link;
  }

  public static Octets fresh() {
    return Octets.of(Randomness.secure().bytes(20));
  }

  public Trace trace() {
    return Trace.at(bank.clock().instant(), stans.incrementAndGet());
  }

  public AuthorizationRequest asks(AccountOpened card, long minor) {
    return asks(card.number().digits(), card.expiry().shortText(), new Amount(minor, Bank.EUR));
  }

  /** The same request about a purchase that nobody signed. */
  public static AuthorizationRequest ofNobody(AuthorizationRequest request) {
    return with(request, request.purchase().checks().ofNobody());
  }

  /** The same request for a payment of a series. */
  public static AuthorizationRequest of(AuthorizationRequest request, Checks.Recurrence series) {
    return with(
        request, new Checks(Optional.empty(), Optional.empty(), Optional.of(series)));
  }

  private static AuthorizationRequest with(AuthorizationRequest request, Checks checks) {
    Purchase purchase = request.purchase();
    return new AuthorizationRequest(
        request.trace(),
        request.card(),
        request.amount(),
        request.acceptor(),
        request.reference(),
        new Purchase(
            purchase.key(),
            purchase.xid(),
            Optional.empty(),
            Optional.empty(),
            purchase.merchantId(),
            checks));
  }

  public AuthorizationRequest asks(String number, String expiry, Amount amount) {
    try {
      return new AuthorizationRequest(
          trace(),
          Card.of(number, expiry),
          amount,
          new Acceptor("T1", "M1", "5732"),
          Reference.fresh(Bank.ACQUIRER, bank.clock().instant(), stans.incrementAndGet()),
          Purchase.of(fresh(), fresh()));
    } catch (MalformedMessage e) {
      throw new IllegalArgumentException(e);
    }
  }

  public FinancialAdvice presents(AuthorizationRequest request, String approval, long minor) {
    Octets key = Octets.of(ByteBuffer.allocate(20).put(fresh().bytes()).array());
    return new FinancialAdvice(
        trace(),
        new Amount(minor, request.amount().currency()),
        request.acceptor(),
        new Approval(request.reference(), approval, request.purchase().key()),
        Purchase.of(key, request.purchase().xid()),
        Optional.of(Bank.ISSUER));
  }

  /** A credit of an authorization. */
  public ClearingItem credits(AuthorizationRequest request, String approval, long minor) {
    return ClearingItem.first(Kind.CREDIT, presents(request, approval, minor));
  }

  /** The reversal of a capture or a credit. */
  public ClearingItem takesBack(ClearingItem item) {
    Kind kind =
        item.kind() == Kind.CREDIT ? Kind.CREDIT_REVERSAL : Kind.CAPTURE_REVERSAL;
    FinancialAdvice said = item.advice();
    FinancialAdvice own =
        new FinancialAdvice(
            trace(),
            said.amount(),
            said.acceptor(),
            said.approval(),
            Purchase.of(fresh(), said.purchase().xid()),
            said.issuer());
    return ClearingItem.reversal(kind, own, said.purchase().key());
  }

  /** A capture as an item. */
  public static ClearingItem capture(FinancialAdvice advice) {
    return ClearingItem.first(Kind.CAPTURE, advice);
  }

  public String present(ClearingItem item, String cycle) {
    return code(ask(clearing, item.with(trace()).toMessage(cycle)));
  }

  public Decision sell(AuthorizationRequest request) {
    return Decision.of(ask(acquirer, new SaleRequest(request.with(trace())).toMessage()));
  }

  /** The response code to what a gateway approved by itself. */
  public String standsIn(AuthorizationRequest request, String approval) {
    StandInAdvice advice =
        new StandInAdvice(request.with(trace()), approval, StandInAdvice.Reason.TIME_OUT);
    return code(ask(acquirer, advice.toMessage()));
  }

  public Decision authorize(AuthorizationRequest request) {
    return Decision.of(ask(acquirer, request.with(trace()).toMessage()));
  }

  public String approve(AuthorizationRequest request) {
    return ((Decision.Approved) authorize(request)).code();
  }

  /** The response code to a reversal of that request. */
  public String reverse(AuthorizationRequest request) {
    return code(ask(acquirer, request.reversal(trace()).toMessage()));
  }

  public String present(FinancialAdvice advice, String cycle) {
    return code(ask(clearing, withCycle(advice.with(trace()), cycle)));
  }

  public String settle(SettlementAdvice advice) {
    SettlementAdvice anew =
        new SettlementAdvice(
            trace(),
            advice.institution(),
            advice.cycle(),
            advice.date(),
            advice.currency(),
            advice.totals());
    return code(ask(clearing, anew.toMessage()));
  }

  public SettlementAdvice settles(String cycle, SettlementAdvice.Totals totals) {
    return new SettlementAdvice(trace(), Bank.ISSUER, cycle, "1122", Bank.EUR, totals);
  }

  public SettlementAdvice settles(String cycle, long count, long debits) {
    return new SettlementAdvice(
        trace(),
        Bank.ISSUER,
        cycle,
        "1122",
        Bank.EUR,
        new SettlementAdvice.Totals(0, count, 0, debits));
  }

  public IsoMessage withCycle(FinancialAdvice advice, String cycle) {
    try {
      IsoMessage message = advice.toMessage();
      IsoMessage.Builder more = message.with();
      LinkData.of(message).with(LinkData.Tag.CYCLE, cycle).into(more);
      return more.build();
    } catch (MalformedMessage e) {
      throw new IllegalStateException(e);
    }
  }

  public IsoMessage askAcquirerLine(IsoMessage message) {
    return ask(acquirer, message);
  }

  public IsoMessage askClearingLine(IsoMessage message) {
    return ask(clearing, message);
  }

  public static IsoMessage ask(IsoLink link, IsoMessage message) {
    return switch (link.ask(message, PATIENCE)) {
      case Answer.Answered(IsoMessage answer) -> answer;
      case Answer.NoAnswer none -> throw new IllegalStateException("no answer: " + none);
    };
  }

  public static String code(IsoMessage answer) {
    return answer.text(39).orElseThrow();
  }

  /** The same message as its repeat. */
  public static IsoMessage repeat(IsoMessage message) {
    return message.as(new Mti(message.mti().code()).repeat());
  }

  @Override
  public void close() {
    acquirer.close();
    clearing.close();
  }
}
