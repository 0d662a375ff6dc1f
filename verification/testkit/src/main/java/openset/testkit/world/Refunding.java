package openset.testkit.world;

import java.util.List;
import java.util.Optional;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.capture.CapPayload;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.credit.CapRevOrCredResItem;
import openset.set.data.credit.CapRevOrCredResPayload;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.data.sale.RRTags;
import openset.set.message.CapRevOrCredReq;
import openset.set.message.CapRevOrCredRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.Recipient;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.Booked;
import openset.set.treatment.gateway.CreateCapRevOrCredRes;
import openset.set.treatment.gateway.ProcessCapRevOrCredReq;
import openset.set.treatment.merchant.CreateCapRevOrCredReq;
import openset.set.treatment.merchant.ProcessCapRevOrCredRes;

/** Money of a captured purchase that goes back, each message as octets. */
public final class Refunding {
  private final World world;
  private final Purchase purchase;
  private final Means means;
  private final CapRevOrCred kind;
  private CreateCapRevOrCredReq.Created created;

  /** One request of {@code kind} about {@code purchase}, which was captured. */
  public Refunding(World world, Purchase purchase, Means means, CapRevOrCred kind) {
    this.world = world;
    this.purchase = purchase;
    this.means = means;
    this.kind = kind;
  }

  /** The merchant asks for {@code amount}; of {@code original} where it takes that back. */
  public byte[] request(CurrencyAmount amount, Optional<RRPID> original) throws Refused {
    CurrencyAmount captured =
        kind == CapRevOrCred.CRED ? purchase.offer().value().total() : amount;
    CreateCapRevOrCredReq.Back back =
        new CreateCapRevOrCredReq.Back(
            new CreateCapRevOrCredReq.Of(
                purchase.authorization().authTags(),
                purchase.authorized().capToken().orElseThrow()),
            CapPayload.of(means.now(), captured),
            amount,
            original);
    created =
        CreateCapRevOrCredReq.create(
            kind, List.of(back), world.asMerchant(means.trust()), means);
    return MessageWrapper.TYPE.encode(created.wrapper());
  }

  /** The gateway, which booked so much before, books it and answers. */
  public byte[] answer(byte[] request, Booked booked) throws Refused {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(request);
    ProcessCapRevOrCredReq.Request asked =
        ProcessCapRevOrCredReq.process(
            wrapper, (CapRevOrCredReq) wrapper.message(), world.gatewayOpening(), means);
    CapRevOrCredReqItem item = asked.items().getFirst().item();
    booked
        .judge(kind, item)
        .ifPresent(
            not -> {
              throw new IllegalStateException("not booked: " + not.rule());
            });
    CapRevOrCredResItem done =
        new CapRevOrCredResItem(
            item.transIDs(),
            item.authRRPID(),
            CapRevOrCredResPayload.of(CapRevOrCredCode.success, item.amount()));
    return MessageWrapper.TYPE.encode(
        CreateCapRevOrCredRes.create(
            new CreateCapRevOrCredRes.To(
                kind, asked.tags(), Recipient.of(asked.merchant().keyExchange())),
            List.of(done),
            world.gatewaySigning(),
            means));
  }

  /** The merchant takes the answer. */
  public CapRevOrCredResPayload told(byte[] answer) throws Refused {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(answer);
    return ProcessCapRevOrCredRes.process(
            wrapper,
            (CapRevOrCredRes) wrapper.message(),
            new ProcessCapRevOrCredRes.Asked(
                kind,
                created.tags(),
                created.items(),
                purchase.sale().brandID(),
                world.merchantOpening()),
            means)
        .getFirst();
  }

  /** By what the answer is known. */
  public RRTags tags() {
    return created.tags();
  }

  /** What was asked for. */
  public CapRevOrCredReqItem item() {
    return created.items().getFirst();
  }
}
