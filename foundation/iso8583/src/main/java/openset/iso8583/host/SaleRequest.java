package openset.iso8583.host;

import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;

/**
 * 0200: may this card pay this amount, and if so it is due at once? What is approved needs no 0220:
 * the key of the sale is the key of its capture too (spec/host-link.md, "Sale").
 *
 * @param request what a 0100 would ask
 */
public record SaleRequest(AuthorizationRequest request) {

  /** The parsed 0200. */
  public static SaleRequest of(IsoMessage message) throws MalformedMessage {
    return new SaleRequest(AuthorizationRequest.of(message));
  }

  /** The 0200 to send. */
  public IsoMessage toMessage() {
    return request.toMessage().as(Mti.FINANCIAL);
  }

  /** The same request with another number, for the next link. */
  public SaleRequest with(Trace other) {
    return new SaleRequest(request.with(other));
  }

  /** The reversal of this request. */
  public Reversal reversal(Trace fresh) {
    return request.reversal(fresh, new Reversal.Original(Mti.FINANCIAL, request.trace()));
  }
}
