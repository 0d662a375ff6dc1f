package openset.testkit.world;

import java.util.Optional;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.TransIDs;
import openset.set.message.InqReq;
import openset.set.message.InqRes;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Means;
import openset.set.treatment.cardholder.CreateInqReq;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.ProcessInqRes;
import openset.set.treatment.merchant.CreateInqRes;
import openset.set.treatment.merchant.CreatePRes;
import openset.set.treatment.merchant.ProcessAuthRes;
import openset.set.treatment.merchant.ProcessInqReq;

/** One inquiry about a purchase that the gateway decided, each message as octets. */
public final class Inquiry {
  private final Purchase purchase;
  private final Means means;
  private CreateInqReq.Created inqReq;

  /** An inquiry about {@code purchase}, whose PRes was made. */
  public Inquiry(Purchase purchase, Means means) {
    this.purchase = purchase;
    this.means = means;
  }

  /** The cardholder asks after this purchase. */
  public byte[] inqReq(SigningCredential card) {
    return inqReq(purchase.ordered().transIDs(), card);
  }

  /** Somebody asks after a purchase of these identifiers. */
  public byte[] inqReq(TransIDs ids, SigningCredential by) {
    inqReq = CreateInqReq.create(ids, by, means);
    return MessageWrapper.TYPE.encode(inqReq.wrapper());
  }

  /** What the merchant knows of the purchase, which {@code cardholder} ordered. */
  public ProcessInqReq.Known known(SigningCredential cardholder) {
    return new ProcessInqReq.Known(
        purchase.sale().transIDs(),
        purchase.sale().brandID(),
        Optional.of(CertThumb.of(cardholder.certificate())));
  }

  /** How the purchase stands after so much of it was captured. */
  public CreateInqRes.Standing standing(CurrencyAmount captured) {
    ProcessAuthRes.Outcome outcome = purchase.authorized();
    CreateInqRes.Decision decision =
        new CreateInqRes.Decision(
            means.now(), outcome.authCode(), outcome.authAmt(), outcome.acqCardMsg());
    Optional<CreateInqRes.Captured> capture =
        Optional.of(new CreateInqRes.Captured(means.now(), captured))
            .filter(c -> c.amount().isPositive());
    return CreateInqRes.Standing.decided(
        decision, CreateInqRes.Paid.of(capture), purchase.offer().value().total());
  }

  /** The merchant answers. */
  public byte[] inqRes(
      byte[] request,
      ProcessInqReq.Known known,
      CreateInqRes.Standing standing,
      SigningCredential by)
      throws Refused {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(request);
    CreatePRes.To to =
        ProcessInqReq.process(wrapper, (InqReq) wrapper.message(), known, means);
    return MessageWrapper.TYPE.encode(CreateInqRes.create(to, standing, by, means));
  }

  /** The cardholder takes the answer. */
  public ProcessInqRes.Told told(byte[] answer) throws Refused {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(answer);
    CreatePReq.Asked agreed = purchase.ordered();
    return ProcessInqRes.process(
        wrapper, (InqRes) wrapper.message(), agreed, inqReq.asked(), means);
  }

  /** What the answer is held to. */
  public CreateInqReq.Asked asked() {
    return inqReq.asked();
  }
}
