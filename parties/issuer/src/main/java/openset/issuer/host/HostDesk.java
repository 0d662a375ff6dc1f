package openset.issuer.host;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.iso8583.IsoHandler;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.LinkData;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.Reversal;
import openset.iso8583.host.SaleRequest;
import openset.iso8583.host.SettlementAdvice;
import openset.iso8583.host.StandInAdvice;
import openset.issuer.desk.AuthorizationDesk;
import openset.issuer.desk.ClearingDesk;
import openset.issuer.simulator.Simulator;

/** Hands each message of the host links to the desk it is for (spec/host-link.md). */
public final class HostDesk implements IsoHandler {
  private static final Set<Mti> ITEMS = Set.of(Mti.ADVICE, Mti.REVERSAL_ADVICE);

  private final Peers peers;
  private final AuthorizationDesk authorizations;
  private final ClearingDesk clearing;
  private final Optional<Simulator> simulator;

  /**
   * Answers those peers with these desks.
   *
   * @param simulator makes answers late, double or none, where there is one
   */
  public HostDesk(
      Peers peers,
      AuthorizationDesk authorizations,
      ClearingDesk clearing,
      Optional<Simulator> simulator) {
    this.simulator = simulator;
    this.peers = peers;
    this.authorizations = authorizations;
    this.clearing = clearing;
  }

  @Override
  public List<IsoMessage> answers(Peer peer, IsoMessage request) throws MalformedMessage {
    IsoMessage answer = answer(peer, request);
    return simulator.map(each -> each.answers(request, answer)).orElse(List.of(answer));
  }

  @Override
  public IsoMessage answer(Peer peer, IsoMessage request) throws MalformedMessage {
    Mti type = request.mti().original();
    boolean fromAcquirer = peers.acquirers().contains(peer.institution());
    boolean fromClearing = peers.clearing().equals(peer.institution());
    if (fromAcquirer && type.equals(Mti.AUTHORIZATION)) {
      return authorize(peer, request);
    }
    if (fromAcquirer && type.equals(Mti.REVERSAL)) {
      return request.answer(reverse(peer, request).wire());
    }
    if (fromAcquirer && type.equals(Mti.FINANCIAL)) {
      return sell(peer, request);
    }
    if (fromAcquirer && type.equals(Mti.AUTHORIZATION_ADVICE)) {
      return request.answer(standIn(peer, request).wire());
    }
    if (fromClearing && ITEMS.contains(type)) {
      return take(request).answer(request);
    }
    if (fromClearing && type.equals(Mti.SETTLEMENT)) {
      return request.answer(settle(request).wire());
    }
    return request.answer(ResponseCode.NOT_PERMITTED.wire());
  }

  private IsoMessage authorize(Peer peer, IsoMessage message) throws MalformedMessage {
    AuthorizationRequest request = AuthorizationRequest.of(message);
    if (!request.reference().acquirer().equals(peer.institution())) {
      return message.answer(ResponseCode.INVALID_TRANSACTION.wire());
    }
    return authorizations.authorize(request).answer(message);
  }

  private IsoMessage sell(Peer peer, IsoMessage message) throws MalformedMessage {
    SaleRequest sale = SaleRequest.of(message);
    return sale.request().reference().acquirer().equals(peer.institution())
        ? authorizations.authorize(sale).answer(message)
        : message.answer(ResponseCode.INVALID_TRANSACTION.wire());
  }

  private ResponseCode standIn(Peer peer, IsoMessage message) throws MalformedMessage {
    StandInAdvice advice = StandInAdvice.of(message);
    return advice.request().reference().acquirer().equals(peer.institution())
        ? authorizations.book(advice)
        : ResponseCode.INVALID_TRANSACTION;
  }

  private ResponseCode reverse(Peer peer, IsoMessage message) throws MalformedMessage {
    Reversal reversal = Reversal.of(message);
    boolean own = reversal.reference().acquirer().equals(peer.institution());
    return own ? authorizations.reverse(reversal) : ResponseCode.INVALID_TRANSACTION;
  }

  private AdviceAnswer take(IsoMessage message) throws MalformedMessage {
    ClearingItem item = ClearingItem.of(message);
    FinancialAdvice advice = item.advice();
    if (!advice.issuer().equals(Optional.of(peers.own()))) {
      return AdviceAnswer.of(ResponseCode.NO_SUCH_ISSUER);
    }
    String cycle =
        LinkData.of(message)
            .text(LinkData.Tag.CYCLE)
            .orElseThrow(() -> new MalformedMessage(127, "CYCLE required"));
    // Both come into logs and statements.
    if (!printable(cycle) || !printable(advice.purchase().merchantId().orElse(""))) {
      throw new MalformedMessage(127, "CYCLE and MERCHANT_ID are printable ASCII");
    }
    return clearing.take(item, cycle);
  }

  private ResponseCode settle(IsoMessage message) throws MalformedMessage {
    SettlementAdvice advice = SettlementAdvice.of(message);
    return advice.institution().equals(peers.own())
        ? clearing.settle(advice)
        : ResponseCode.INVALID_TRANSACTION;
  }

  private static boolean printable(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
  }
}
