package openset.set.treatment;

import java.util.Optional;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.sale.CapResPayload;
import openset.set.message.AuthReq;
import openset.set.message.AuthRes;
import openset.set.message.CapReq;
import openset.set.message.CapRes;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitReq;
import openset.set.message.PInitRes;
import openset.set.message.PReq;
import openset.set.message.PRes;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.set.treatment.cardholder.ProcessPRes;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.gateway.ProcessCapReq;
import openset.set.treatment.merchant.ProcessAuthRes;
import openset.set.treatment.merchant.ProcessCapRes;
import openset.set.treatment.merchant.ProcessPInitReq;
import openset.set.treatment.merchant.ProcessPReq;

/** Wallet, merchant and gateway of a purchase, each as the receiver of a message's octets. */
public record Receivers(Purchase purchase, Means means) {
  /** The wrapper as it comes out of its octets. */
  public static MessageWrapper sent(MessageWrapper wrapper) {
    return MessageWrapper.TYPE.decode(MessageWrapper.TYPE.encode(wrapper));
  }

  /** Lets whoever processes this message do so. */
  public Object receive(MessageWrapper wrapper) throws Refused {
    return switch (wrapper.message()) {
      case PInitReq _ -> pInitReq(wrapper);
      case PInitRes _ -> pInitRes(wrapper);
      case PReq _ -> pReq(wrapper);
      case PRes _ -> pRes(wrapper);
      case AuthReq _ -> authReq(wrapper);
      case AuthRes _ -> authRes(wrapper);
      case CapReq _ -> capReq(wrapper);
      case CapRes _ -> capRes(wrapper);
      default -> throw new Refused(ErrorCode.messageNotSupported, "W-08");
    };
  }

  /** At the merchant; its brand where it may go on. */
  public String pInitReq(MessageWrapper wrapper) throws Refused {
    PInitReq message = (PInitReq) sent(wrapper).message();
    ProcessPInitReq.process(sent(wrapper), message, Purchase.OFFER.value(), means);
    return message.brandID().name();
  }

  /** At the wallet. */
  public ProcessPInitRes.Proved pInitRes(MessageWrapper wrapper) throws Refused {
    MessageWrapper came = sent(wrapper);
    return ProcessPInitRes.process(
        came, (PInitRes) came.message(), purchase.pInitReq.asked(), Purchase.OFFER, means);
  }

  /** At the merchant. */
  public ProcessPReq.Outcome pReq(MessageWrapper wrapper) throws Refused {
    return pReq(wrapper, Optional.empty());
  }

  /** At a merchant to whom this XID came before, signed with {@code earlier}. */
  public ProcessPReq.Outcome pReq(MessageWrapper wrapper, Optional<CertThumb> earlier)
      throws Refused {
    MessageWrapper came = sent(wrapper);
    return ProcessPReq.process(
        came,
        (PReq) came.message(),
        new ProcessPReq.Known(purchase.pInitRes.sale(), Purchase.OFFER.value(), earlier),
        means);
  }

  /** At the gateway. */
  public ProcessAuthReq.Outcome authReq(MessageWrapper wrapper) throws Refused {
    MessageWrapper came = sent(wrapper);
    return ProcessAuthReq.process(
        came, (AuthReq) came.message(), purchase.world.gatewayOpening, means);
  }

  /** At the merchant. */
  public ProcessAuthRes.Outcome authRes(MessageWrapper wrapper) throws Refused {
    MessageWrapper came = sent(wrapper);
    return ProcessAuthRes.process(
        came,
        (AuthRes) came.message(),
        new ProcessAuthRes.Asked(
            purchase.authReq.authTags(),
            purchase.order.purchAmt(),
            purchase.order.brandID(),
            CertThumb.of(purchase.world.merchantSigning.certificate()),
            purchase.world.merchantOpening),
        means);
  }

  /** At the wallet. */
  public ProcessPRes.Outcome pRes(MessageWrapper wrapper) throws Refused {
    MessageWrapper came = sent(wrapper);
    return ProcessPRes.process(came, (PRes) came.message(), purchase.pReq.asked(), means);
  }

  /** At a gateway that approved the whole amount and captured nothing yet. */
  public ProcessCapReq.Outcome capReq(MessageWrapper wrapper) throws Refused {
    CurrencyAmount all = purchase.order.purchAmt();
    CurrencyAmount none = CurrencyAmount.zero(all.currency());
    return capReq(wrapper, Optional.of(new ProcessCapReq.Known(all, none)));
  }

  /** At a gateway that knows so much of the authorization. */
  public ProcessCapReq.Outcome capReq(
      MessageWrapper wrapper, Optional<ProcessCapReq.Known> known) throws Refused {
    MessageWrapper came = sent(wrapper);
    ProcessCapReq.Asked asked =
        ProcessCapReq.process(
            came, (CapReq) came.message(), purchase.world.gatewayOpening, means);
    return ProcessCapReq.judge(asked, asked.items().getFirst(), known);
  }

  /** At the merchant. */
  public CapResPayload capRes(MessageWrapper wrapper) throws Refused {
    MessageWrapper came = sent(wrapper);
    return ProcessCapRes.process(
            came,
            (CapRes) came.message(),
            new ProcessCapRes.Asked(
                purchase.capReq.capRRTags(),
                purchase.capReq.items(),
                purchase.order.brandID(),
                purchase.world.merchantOpening),
            means)
        .getFirst();
  }
}
