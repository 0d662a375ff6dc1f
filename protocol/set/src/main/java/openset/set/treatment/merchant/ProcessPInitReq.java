package openset.set.treatment.merchant;

import java.util.Optional;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.order.Offer;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitReq;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/** What the merchant checks of PInitReq, {@code spec/pinit.md}. In clear, it binds nobody. */
public final class ProcessPInitReq {
  private ProcessPInitReq() {}

  /**
   * Checks that this request can start the payment of {@code offer}.
   *
   * @param offer what was ordered under the request's localID-M
   */
  public static void process(MessageWrapper wrapper, PInitReq request, Offer offer, Means means)
      throws Refused {
    // PInitReq-M-01: the wrapper is fresh and names this exchange.
    WrapperCheck.fresh(wrapper, means);
    WrapperCheck.sameRRPID(wrapper, request.rrpid());
    WrapperCheck.sameIDs(
        wrapper,
        new MessageIDs(
            Optional.of(request.localIDC()), request.localIDM(), Optional.empty()));
    // PInitReq-M-02: no critical extension.
    WrapperCheck.extensions(request.piRqExtensions());
    // PInitReq-M-03: localID-M is the order's label.
    if (!request.localIDM().filter(offer.lidM()::equals).isPresent()) {
      throw new Refused(ErrorCode.unknownLID, "PInitReq-M-03");
    }
    // PInitReq-M-04: the brand is one the offer is for.
    if (!offer.brandIDs().contains(request.brandID())) {
      throw new Refused(ErrorCode.unspecifiedFailure, "PInitReq-M-04");
    }
  }
}
