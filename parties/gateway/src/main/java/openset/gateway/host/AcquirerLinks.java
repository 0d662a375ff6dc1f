package openset.gateway.host;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import openset.asn1.Der;
import openset.conduct.Hosts;
import openset.conduct.Peers;
import openset.gateway.operation.Lines;
import openset.gateway.operation.LinkAct;
import openset.gateway.operation.LinkNow;
import openset.gateway.operation.Observed;
import openset.gateway.operation.WatchedLink;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.LinkAlarms;
import openset.iso8583.LinkConfig;
import openset.iso8583.LinkEvents;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;
import openset.iso8583.Stans;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationAnswer;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Card;
import openset.iso8583.host.CheckResults;
import openset.iso8583.host.Checks;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.SaleRequest;
import openset.iso8583.host.StandInAdvice;
import openset.iso8583.host.Trace;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.RespReason;
import openset.set.extension.BillingAddress;
import openset.set.extension.CardChecks;
import openset.set.extension.SecurityCode;

/**
 * The gateway's links to its acquirers, one for each. Asking again is safe: the acquirer finds the
 * idempotency key (HL-11).
 */
public final class AcquirerLinks implements Hosts, Lines, AutoCloseable {
  private final Map<String, IsoLink> links = new TreeMap<>();
  private final Map<String, LinkConfig> configs;
  private final Observed observed;
  private final Stans stans;
  private final InstantSource clock;
  private final Duration patience;

  private AcquirerLinks(
      Map<String, LinkConfig> configs, Observed observed, Stans stans, InstantSource clock,
      Duration patience) {
    this.configs = Map.copyOf(configs);
    this.observed = observed;
    this.stans = stans;
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * Opens a link to each acquirer; they come up by themselves.
   *
   * @param acquirers where each acquirer listens, by its institution code
   * @param stans numbers what is sent
   * @param patience how long an answer is waited for
   * @param observed counts what happens on them and how long answers take
   */
  public static AcquirerLinks open(
      Map<String, LinkConfig> acquirers, Stans stans, InstantSource clock, Duration patience,
      Observed observed) {
    AcquirerLinks all = new AcquirerLinks(acquirers, observed, stans, clock, patience);
    acquirers.forEach(
        (institution, config) -> {
          LinkEvents events =
              new WatchedLink(institution, observed, new LinkAlarms(config.name()));
          all.links.put(institution, IsoLink.open(config, clock, events));
        });
    all.links.values().forEach(link -> stans.avoid(link::uses));
    return all;
  }

  /** Waits until every link is signed on; false where one is not in time. */
  public boolean awaitUp(Duration timeout) {
    return links.values().stream().allMatch(link -> link.awaitUp(timeout));
  }

  @Override
  public List<LinkNow> now() {
    return links.entrySet().stream()
        .map(each -> now(each.getKey(), each.getValue()))
        .toList();
  }

  private LinkNow now(String institution, IsoLink link) {
    LinkConfig config = configs.get(institution);
    return new LinkNow(
        institution,
        config.peer().host() + ":" + config.peer().port(),
        new LinkNow.Agreed(
            config.terms().keys().isPresent(), config.terms().tls().isPresent()),
        link.isWanted(),
        link.isUp(),
        link.underWay());
  }

  /** What is under way when signing off is given up after the usual time itself. */
  @Override
  public boolean act(String institution, LinkAct act) {
    IsoLink link = links.get(institution);
    return switch (act) {
      case SIGN_OFF -> link.signOff(patience);
      case SIGN_ON -> {
        link.signOn();
        yield link.awaitUp(patience);
      }
      case ECHO -> link.echo();
      case CHANGE_KEY -> link.changeKey();
    };
  }

  /**
   * Asks an acquirer.
   *
   * @param host its institution code
   * @param request a {@link HostRequest}
   */
  @Override
  public Peers.Reply ask(String host, Der request) {
    IsoLink link = links.get(host);
    if (link == null) return new Peers.Reply.Nothing("no link to this acquirer");
    HostRequest asked = HostRequest.TYPE.decode(request.bytes());
    IsoMessage message = message(asked);
    String type = message.mti().toString();
    long began = System.nanoTime();
    return switch (link.ask(message, patience)) {
      case Answer.Answered(IsoMessage answer) -> {
        observed.answered(host, type, Duration.ofNanos(System.nanoTime() - began));
        yield reply(asked, read(answer));
      }
      case Answer.NoAnswer(var reason, boolean _) -> {
        observed.silent(host, type);
        yield new Peers.Reply.Nothing(reason.name());
      }
    };
  }

  /** A capture or reversal that is not decided yet is asked again; nobody repeats 0100 (HL-12). */
  private static Peers.Reply reply(HostRequest asked, HostAnswer answer) {
    boolean undecided =
        ResponseCode.of(answer.responseCode())
            .filter(code -> !AdviceAnswer.of(code).isFinal())
            .isPresent();
    if (undecided && !(asked instanceof HostRequest.Authorize)) {
      return new Peers.Reply.Nothing("not decided: " + answer.responseCode());
    }
    return new Peers.Reply.Bytes(Der.of(HostAnswer.TYPE.encode(answer)));
  }

  private static HostAnswer read(IsoMessage message) {
    AuthorizationAnswer answer = AuthorizationAnswer.of(message);
    return new HostAnswer(
        message.text(39).orElse("96"),
        message.text(38).orElse(""),
        message.number(4).orElse(0),
        answer.until(),
        checked(answer.checked()));
  }

  private static Optional<HostAnswer.Checked> checked(CheckResults results) {
    return results.equals(CheckResults.NONE)
        ? Optional.empty()
        : Optional.of(new HostAnswer.Checked(results.address(), results.securityCode()));
  }

  private IsoMessage message(HostRequest request) {
    try {
      return switch (request) {
        case HostRequest.Authorize(var sale, var card) when sale.atOnce() ->
            new SaleRequest(authorization(sale, card)).toMessage();
        case HostRequest.Authorize(var sale, var card) ->
            authorization(sale, card).toMessage();
        case HostRequest.StandIn in ->
            new StandInAdvice(
                    authorization(in.sale(), in.card()),
                    in.approvalCode(),
                    in.reason() == RespReason.standInTimeOut
                        ? StandInAdvice.Reason.TIME_OUT
                        : StandInAdvice.Reason.ISSUER_UNAVAILABLE,
                    in.until())
                .toMessage();
        case HostRequest.Reverse reverse -> reversal(reverse);
        case HostRequest.Capture(var sale, var key, var amount, var code) ->
            advice(new Item(sale, key, amount, code)).toMessage();
        case HostRequest.Credit(var sale, var key, var amount, var code) ->
            ClearingItem.first(
                    ClearingItem.Kind.CREDIT, advice(new Item(sale, key, amount, code)))
                .toMessage();
        case HostRequest.TakeBack back -> takingBack(back).toMessage();
      };
    } catch (MalformedMessage e) {
      throw new IllegalStateException("a request of ours cannot be sent: " + e.getMessage());
    }
  }

  private AuthorizationRequest authorization(HostRequest.Sale sale, HostRequest.Card card)
      throws MalformedMessage {
    return new AuthorizationRequest(
        trace(sale),
        Card.of(card.pan().digits(), card.expiry().digits().substring(2)),
        amount(sale.amount()),
        acceptor(sale),
        reference(sale),
        new Purchase(
            octets(sale.key().octets()),
            octets(sale.xid().octets()),
            card.transStain().map(stain -> octets(stain.octets())),
            card.certificateSerial().map(AcquirerLinks::octets),
            Optional.of(sale.acceptor().merchant()),
            checks(card)));
  }

  private static Checks checks(HostRequest.Card card) {
    CardChecks all = card.checks().orElse(CardChecks.NONE);
    return new Checks(
        all.billingAddress().map(BillingAddress::compared),
        all.securityCode().map(SecurityCode::digits),
        // HL-27: of a plan only which kind it is.
        card.series(),
        // HL-29: where the cardholder signed nothing, that is said.
        card.certificateSerial().isEmpty());
  }

  /** HL-30: the same 0400 until it is acknowledged, under a number of its own each time. */
  private IsoMessage reversal(HostRequest.Reverse reverse) {
    HostRequest.Sale sale = reverse.sale();
    OptionalLong stays =
        reverse.stays().stream().mapToLong(amount -> amount.minor()).findFirst();
    return new openset.iso8583.host.Reversal(
            fresh(),
            new openset.iso8583.host.Reversal.Original(
                sale.atOnce() ? Mti.FINANCIAL : Mti.AUTHORIZATION, trace(sale)),
            new openset.iso8583.host.Reversal.Amounts(amount(sale.amount()), stays),
            acceptor(sale),
            reference(sale),
            Purchase.of(octets(sale.key().octets()), octets(sale.xid().octets())))
        .toMessage();
  }

  /** Money of an authorization, under a key of its own. */
  private record Item(
      HostRequest.Sale sale, Der key, CurrencyAmount amount, String approvalCode) {}

  private FinancialAdvice advice(Item item) {
    HostRequest.Sale sale = item.sale();
    return new FinancialAdvice(
        fresh(),
        amount(item.amount()),
        acceptor(sale),
        new FinancialAdvice.Approval(
            reference(sale), item.approvalCode(), octets(sale.key().octets())),
        Purchase.of(octets(item.key()), octets(sale.xid().octets())),
        Optional.empty());
  }

  private ClearingItem takingBack(HostRequest.TakeBack back) {
    ClearingItem.Kind kind =
        switch (back.item()) {
          case CAPTURE -> ClearingItem.Kind.CAPTURE_REVERSAL;
          case CREDIT -> ClearingItem.Kind.CREDIT_REVERSAL;
        };
    return ClearingItem.reversal(
        kind,
        advice(new Item(back.sale(), back.key(), back.amount(), back.approvalCode())),
        octets(back.earlier()));
  }

  private Trace fresh() {
    return Trace.at(clock.instant(), stans.next());
  }

  private static Trace trace(HostRequest.Sale sale) {
    return new Trace(sale.reference().time(), sale.reference().stan());
  }

  private static Reference reference(HostRequest.Sale sale) {
    return new Reference(sale.reference().acquirer(), sale.reference().retrieval());
  }

  private static Acceptor acceptor(HostRequest.Sale sale) {
    // HL-26: where the merchant names no terminal, its acquirer knows which it is.
    return new Acceptor(
        sale.acceptor().terminal().orElse(""),
        sale.acceptor().merchant(),
        sale.acceptor().category());
  }

  private static Amount amount(CurrencyAmount amount) {
    return new Amount(amount.minor(), amount.currency().number());
  }

  private static Octets octets(Der octets) {
    return Octets.of(octets.bytes());
  }

  @Override
  public void close() {
    links.values().forEach(IsoLink::close);
  }
}
