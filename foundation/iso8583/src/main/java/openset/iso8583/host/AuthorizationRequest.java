package openset.iso8583.host;

import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;

/** 0100: may this card pay this amount? (spec/host-link.md, "Authorization") */
public record AuthorizationRequest(
    Trace trace,
    Card card,
    Amount amount,
    Acceptor acceptor,
    Reference reference,
    Purchase purchase) {
  static final String GOODS_AND_SERVICES = "000000";
  private static final String ELECTRONIC_COMMERCE = "59";

  /** The parsed 0100. */
  public static AuthorizationRequest of(IsoMessage message) throws MalformedMessage {
    if (!message.need(3).equals(GOODS_AND_SERVICES)) {
      throw new MalformedMessage(3, "not goods and services");
    }
    return new AuthorizationRequest(
        Trace.of(message),
        Card.of(message.need(2), message.need(14)),
        Amount.of(message),
        Acceptor.of(message),
        Reference.of(message),
        Purchase.of(message));
  }

  /** The 0100 to send. */
  public IsoMessage toMessage() {
    IsoMessage.Builder message = builder(Mti.AUTHORIZATION);
    purchase.data().into(message);
    return message.build();
  }

  /** All but element 127. */
  IsoMessage.Builder builder(Mti mti) {
    IsoMessage.Builder message =
        IsoMessage.of(mti)
            .put(2, card.number().digits())
            .put(3, GOODS_AND_SERVICES)
            .put(14, card.expiry())
            .put(25, ELECTRONIC_COMMERCE);
    trace.into(message);
    amount.into(message);
    acceptor.into(message);
    reference.into(message);
    return message;
  }

  /** The same request with another number, for the next link. */
  public AuthorizationRequest with(Trace other) {
    return new AuthorizationRequest(other, card, amount, acceptor, reference, purchase);
  }

  /** The same request for another amount. */
  public AuthorizationRequest with(Amount other) {
    return new AuthorizationRequest(trace, card, other, acceptor, reference, purchase);
  }

  /** The same request from another terminal. */
  public AuthorizationRequest at(String terminal) {
    return new AuthorizationRequest(
        trace, card, amount, acceptor.at(terminal), reference, purchase);
  }

  /** The same request without what nobody keeps after the authorization. */
  public AuthorizationRequest kept() {
    return new AuthorizationRequest(trace, card, amount, acceptor, reference, purchase.kept());
  }

  /** The reversal of this request. */
  public Reversal reversal(Trace fresh) {
    return reversal(fresh, Reversal.Original.authorization(trace));
  }

  Reversal reversal(Trace fresh, Reversal.Original original) {
    return new Reversal(
        fresh,
        original,
        Reversal.Amounts.all(amount),
        acceptor,
        reference,
        Purchase.of(purchase.key(), purchase.xid()));
  }
}
