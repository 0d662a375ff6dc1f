package openset.iso8583.host;

import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;

/**
 * 0220: this much of an approved authorization is due. From gateway to acquirer it is a capture,
 * from acquirer to clearing house and from there to the issuer a presentment. It carries no card
 * number: the authorization is found by acquirer, retrieval reference and original key
 * (spec/host-link.md, "Capture", "Presentment").
 *
 * @param approval what it follows
 * @param purchase its key is the key of the capture, the same on every link
 * @param issuer element 100, the issuer's institution; absent from gateway to acquirer
 */
public record FinancialAdvice(
    Trace trace,
    Amount amount,
    Acceptor acceptor,
    Approval approval,
    Purchase purchase,
    Optional<String> issuer) {

  /**
   * An approved authorization.
   *
   * @param reference elements 32 and 37
   * @param code element 38
   * @param key the idempotency key of its 0100
   */
  public record Approval(Reference reference, String code, Octets key) {}

  /** The parsed 0220 or 0221 of a capture; refuses another {@link ClearingItem}. */
  public static FinancialAdvice of(IsoMessage message) throws MalformedMessage {
    ClearingItem item = ClearingItem.of(message);
    if (item.kind() != ClearingItem.Kind.CAPTURE) throw new MalformedMessage(3, "not a capture");
    return item.advice();
  }

  static FinancialAdvice read(IsoMessage message) throws MalformedMessage {
    LinkData data = LinkData.of(message);
    return new FinancialAdvice(
        Trace.of(message),
        Amount.of(message),
        Acceptor.of(message),
        new Approval(
            Reference.of(message), message.need(38), data.need(LinkData.Tag.ORIGINAL_KEY)),
        Purchase.of(data),
        message.text(100));
  }

  /** The 0220 from the clearing house to the issuer, which names the settlement cycle. */
  public IsoMessage toMessage(String cycle) {
    return message(data().with(LinkData.Tag.CYCLE, cycle));
  }

  /** The 0220 to send to all others. */
  public IsoMessage toMessage() {
    return message(data());
  }

  LinkData data() {
    return purchase.data().with(LinkData.Tag.ORIGINAL_KEY, approval.key());
  }

  private IsoMessage message(LinkData data) {
    return message(Mti.ADVICE, AuthorizationRequest.GOODS_AND_SERVICES, data, Optional.empty());
  }

  IsoMessage message(
      Mti mti, String processing, LinkData data, Optional<Conversion> conversion) {
    IsoMessage.Builder message =
        IsoMessage.of(mti).put(3, processing).put(38, approval.code());
    issuer.ifPresent(institution -> message.put(100, institution));
    trace.into(message);
    amount.into(message);
    acceptor.into(message);
    approval.reference().into(message);
    conversion.ifPresent(each -> each.into(message));
    data.into(message);
    return message.build();
  }

  /** The same advice with another number, for the next link. */
  public FinancialAdvice with(Trace other) {
    return new FinancialAdvice(other, amount, acceptor, approval, purchase, issuer);
  }
}
