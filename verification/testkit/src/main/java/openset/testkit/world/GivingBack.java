package openset.testkit.world;

import java.util.Optional;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AuthRevCode;
import openset.set.data.auth.AuthRevTags;
import openset.set.message.AuthRevReq;
import openset.set.message.AuthRevRes;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.CreateAuthRevRes;
import openset.set.treatment.gateway.ProcessAuthRevReq;
import openset.set.treatment.gateway.ProcessCapReq;
import openset.set.treatment.merchant.CreateAuthRevReq;
import openset.set.treatment.merchant.ProcessAuthRevRes;

/** One reversal of an approved authorization, each message as octets. */
public final class GivingBack {
  private final World world;
  private final Purchase purchase;
  private final Means means;
  private CreateAuthRevReq.Created authRevReq;

  /** A reversal of the authorization of {@code purchase}, whose PRes was made. */
  public GivingBack(World world, Purchase purchase, Means means) {
    this.world = world;
    this.purchase = purchase;
    this.means = means;
  }

  /** The merchant gives back all but {@code stays}. */
  public byte[] authRevReq(CurrencyAmount stays) throws Refused {
    authRevReq =
        CreateAuthRevReq.create(
            new CreateAuthRevReq.Reversal(
                purchase.authorization().authTags(),
                purchase.authorized().capToken().orElseThrow(),
                stays),
            world.asMerchant(means.trust()),
            means);
    return MessageWrapper.TYPE.encode(authRevReq.wrapper());
  }

  /** The gateway, which captured nothing, gives it back and answers. */
  public byte[] authRevRes(byte[] request) throws Refused {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(request);
    CurrencyAmount all = purchase.offer().value().total();
    ProcessCapReq.Known known =
        new ProcessCapReq.Known(all, CurrencyAmount.zero(all.currency()));
    ProcessAuthRevReq.Outcome outcome =
        ProcessAuthRevReq.process(
            wrapper,
            (AuthRevReq) wrapper.message(),
            Optional.of(known),
            world.gatewayOpening(),
            means);
    ProcessAuthRevReq.Request asked = ((ProcessAuthRevReq.Outcome.Agreed) outcome).request();
    return MessageWrapper.TYPE.encode(
        CreateAuthRevRes.create(
            CreateAuthRevRes.To.merchant(asked),
            AuthRevCode.approved,
            asked.authNewAmt(),
            world.asGateway(),
            means));
  }

  /** The merchant takes the answer about {@code stays}. */
  public ProcessAuthRevRes.Outcome given(byte[] answer, CurrencyAmount stays)
      throws Refused {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(answer);
    ProcessAuthRevRes.Asked asked =
        new ProcessAuthRevRes.Asked(
            authRevReq.authRevTags(),
            stays,
            purchase.sale().brandID(),
            CertThumb.of(world.merchantSigning().certificate()),
            world.merchantOpening());
    return ProcessAuthRevRes.process(
        wrapper, (AuthRevRes) wrapper.message(), asked, means);
  }

  /** By what the answer is known. */
  public AuthRevTags tags() {
    return authRevReq.authRevTags();
  }
}
