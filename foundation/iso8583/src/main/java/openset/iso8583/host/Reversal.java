package openset.iso8583.host;

import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;

/**
 * 0400: forget this authorization, whether you know of it or not (spec/host-link.md, "Reversal").
 *
 * @param original the numbers of the 0100 as it was sent on this link (element 90)
 * @param purchase its key is the key of the 0100
 */
public record Reversal(
    Trace trace,
    Trace original,
    Amount amount,
    Acceptor acceptor,
    Reference reference,
    Purchase purchase) {

  /** The parsed 0400 or 0401. */
  public static Reversal of(IsoMessage message) throws MalformedMessage {
    String original = message.need(90);
    int stan = Integer.parseInt(original.substring(4, 10));
    if (!original.startsWith(Mti.AUTHORIZATION.toString())) {
      throw new MalformedMessage(90, "original is no 0100");
    }
    if (stan == 0) throw new MalformedMessage(90, "original STAN zero");
    return new Reversal(
        Trace.of(message),
        new Trace(original.substring(10, 20), stan),
        Amount.of(message),
        Acceptor.of(message),
        Reference.of(message),
        Purchase.of(message));
  }

  /** The 0400 to send. */
  public IsoMessage toMessage() {
    IsoMessage.Builder message =
        IsoMessage.of(Mti.REVERSAL)
            .put(3, AuthorizationRequest.GOODS_AND_SERVICES)
            .put(90, originalData());
    trace.into(message);
    amount.into(message);
    acceptor.into(message);
    reference.into(message);
    purchase.data().into(message);
    return message.build();
  }

  private String originalData() {
    String stan = String.format("%06d", original.stan());
    String acquirer = "0".repeat(11 - reference.acquirer().length()) + reference.acquirer();
    return Mti.AUTHORIZATION + stan + original.time() + acquirer + "0".repeat(11);
  }
}
