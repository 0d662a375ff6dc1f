package openset.set.treatment.inquiry;

import java.util.List;
import java.util.Arrays;
import java.util.Optional;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.TransIDs;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.InqReqData;
import openset.set.data.outcome.PResData;
import openset.set.data.outcome.PResPayload;
import openset.set.message.InqReq;
import openset.set.message.InqRes;
import openset.set.message.Message;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.message.PRes;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.Receivers;
import openset.set.treatment.cardholder.CreateInqReq;
import openset.set.treatment.cardholder.ProcessInqRes;
import openset.set.treatment.merchant.CreateInqRes;
import openset.set.treatment.merchant.CreatePRes;
import openset.set.treatment.merchant.ProcessInqReq;

/** One inquiry about the purchase that all look at; both ends, and forgers with good keys. */
public final class Asking {
  static final Purchase PURCHASE = Purchase.honest();
  static final PurchaseWorld WORLD = PURCHASE.world;
  public static final SigningCredential CARD = WORLD.card.credential();
  static final TransIDs IDS = PURCHASE.pReq.asked().transIDs();
  static final CurrencyAmount TOTAL = PURCHASE.order.purchAmt();

  final CreateInqReq.Created created = CreateInqReq.create(IDS, CARD, PURCHASE.means);

  public InqReqData data() {
    return new InqReqData(
        IDS, created.asked().rrpid(), created.asked().challC2(), Optional.empty());
  }

  /** InqReq of {@code data} by {@code signer}, under a header that says what is inside. */
  public static MessageWrapper inqReq(InqReqData data, SigningCredential signer) {
    InqReq message =
        new InqReq.InqReqSigned(S.sign(Signatory.of(signer), InqReqData.CONTENT, data));
    return wrap(data.transIDs(), data.rrpid(), message);
  }

  static MessageWrapper wrap(TransIDs ids, RRPID rrpid, Message message) {
    MessageHeader header =
        MessageHeader.of(
            PurchaseWorld.NOW, Optional.of(MessageIDs.of(ids)), rrpid, new SWIdent("test"));
    return MessageWrapper.of(header, message);
  }

  /** The merchant to whom {@link #CARD} sent PReq. */
  public static CreatePRes.To asked(MessageWrapper wrapper) throws Refused {
    return asked(wrapper, Optional.of(CertThumb.of(CARD.certificate())));
  }

  static CreatePRes.To asked(MessageWrapper wrapper, Optional<CertThumb> cardholder)
      throws Refused {
    return asked(wrapper, cardholder, PURCHASE.means);
  }

  static CreatePRes.To asked(
      MessageWrapper wrapper, Optional<CertThumb> cardholder, Means means) throws Refused {
    MessageWrapper came = Receivers.sent(wrapper);
    return ProcessInqReq.process(
        came,
        (InqReq) came.message(),
        new ProcessInqReq.Known(IDS, PURCHASE.order.brandID(), cardholder),
        means);
  }

  /** How the purchase stands with so much captured. */
  static CreateInqRes.Standing standing(long captured) {
    CreateInqRes.Decision decision =
        new CreateInqRes.Decision(
            PurchaseWorld.NOW,
            PURCHASE.authorized.authCode(),
            PURCHASE.authorized.authAmt(),
            PURCHASE.authorized.acqCardMsg());
    Optional<CreateInqRes.Captured> capture =
        Optional.of(captured)
            .filter(minor -> minor > 0)
            .map(
                minor ->
                    new CreateInqRes.Captured(
                        PurchaseWorld.NOW, new CurrencyAmount(TOTAL.currency(), minor)));
    return CreateInqRes.Standing.decided(
        decision, CreateInqRes.Paid.of(capture), TOTAL);
  }

  /** All was captured, and so much of it given back at once or in two. */
  static CreateInqRes.Standing refunded(long... minor) {
    CreateInqRes.Decision decision =
        new CreateInqRes.Decision(
            PurchaseWorld.NOW,
            PURCHASE.authorized.authCode(),
            PURCHASE.authorized.authAmt(),
            PURCHASE.authorized.acqCardMsg());
    return CreateInqRes.Standing.decided(
        decision,
        new CreateInqRes.Paid(
            Optional.of(new CreateInqRes.Captured(PurchaseWorld.NOW, TOTAL)),
            Arrays.stream(minor)
                .mapToObj(
                    part ->
                        new CreateInqRes.Credited(
                            PurchaseWorld.NOW, new CurrencyAmount(TOTAL.currency(), part)))
                .toList()),
        TOTAL);
  }

  MessageWrapper answered(CreateInqRes.Standing standing) throws Refused {
    return CreateInqRes.create(
        asked(created.wrapper()), standing, WORLD.merchantSigning, PURCHASE.means);
  }

  /** InqRes of {@code data} by {@code signer}. */
  static MessageWrapper inqRes(PResData data, SigningCredential signer) {
    PRes form = new PRes(S.sign(Signatory.of(signer), PResData.CONTENT, data));
    return wrap(data.transIDs(), data.rrpid(), new InqRes(form));
  }

  PResData answer(PResPayload payload) {
    return new PResData(
        IDS,
        created.asked().rrpid(),
        created.asked().challC2(),
        Optional.empty(),
        List.of(payload));
  }

  static PResPayload only(CompletionCode code) {
    return new PResPayload(code, Optional.empty(), Optional.empty());
  }

  ProcessInqRes.Told told(MessageWrapper wrapper) throws Refused {
    MessageWrapper came = Receivers.sent(wrapper);
    return ProcessInqRes.process(
        came,
        (InqRes) came.message(),
        PURCHASE.pReq.asked(),
        created.asked(),
        PURCHASE.means);
  }
}
