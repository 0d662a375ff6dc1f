package openset.set.treatment.credit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.asn1.AsSent;
import openset.pki.OpeningCredential;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.auth.CapToken;
import openset.set.data.capture.CapPayload;
import openset.set.data.capture.CapTokenSeq;
import openset.set.data.credit.CapRevOrCredReqData;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.credit.CapRevOrCredResData;
import openset.set.data.credit.CapRevOrCredResItem;
import openset.set.data.credit.CapRevOrCredResPayload;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.message.CapRevOrCredReq;
import openset.set.message.CapRevOrCredRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.EncB;
import openset.set.operator.Recipient;
import openset.set.operator.Signatory;
import openset.set.treatment.Altered;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.Receivers;
import openset.set.treatment.Resent;
import openset.set.treatment.gateway.Booked;
import openset.set.treatment.gateway.CreateCapRevOrCredRes;
import openset.set.treatment.gateway.ProcessCapRevOrCredReq;
import openset.set.treatment.merchant.CreateCapRevOrCredReq;
import openset.set.treatment.merchant.ProcessCapRevOrCredRes;

/**
 * One request of each kind about the capture that all look at; both ends, and forgers with good
 * keys who alter one part at a path ({@link Altered}).
 */
public final class GoingBack {
  static final Purchase PURCHASE = Purchase.honest();
  static final PurchaseWorld WORLD = PURCHASE.world;
  static final CurrencyAmount ALL = PURCHASE.order.purchAmt();
  static final CurrencyAmount NOTHING = CurrencyAmount.zero(ALL.currency());
  static final CurrencyAmount PART = new CurrencyAmount(ALL.currency(), 500);
  static final RRPID CAPTURE = PURCHASE.capReq.capRRTags().rrpid();
  static final RRPID CREDIT = RRPID.random(PurchaseWorld.RANDOM);

  final CapRevOrCred kind;
  final CreateCapRevOrCredReq.Created created;

  /** A request before it is signed and sealed. */
  public record Asking(CapRevOrCredReqData data, CapTokenSeq tokens, Signatory signer) {}

  /** An answer before it is signed and sealed. */
  public record Answering(CapRevOrCredResData data, Signatory signer, OpeningCredential to) {}

  public GoingBack(CapRevOrCred kind) {
    this(kind, kind == CapRevOrCred.CAP_REV ? ALL : PART);
  }

  GoingBack(CapRevOrCred kind, CurrencyAmount amount) {
    this.kind = kind;
    CreateCapRevOrCredReq.Of of = new CreateCapRevOrCredReq.Of(tags(), token());
    CreateCapRevOrCredReq.Back back =
        switch (kind) {
          case CAP_REV ->
              CreateCapRevOrCredReq.Back.all(of, CAPTURE, PurchaseWorld.NOW, amount);
          case CRED ->
              new CreateCapRevOrCredReq.Back(
                  of, CapPayload.of(PurchaseWorld.NOW, ALL), amount, Optional.empty());
          case CRED_REV ->
              CreateCapRevOrCredReq.Back.all(of, CREDIT, PurchaseWorld.NOW, amount);
        };
    created = of(kind, List.of(back));
  }

  static CreateCapRevOrCredReq.Created of(
      CapRevOrCred kind, List<CreateCapRevOrCredReq.Back> back) {
    try {
      return CreateCapRevOrCredReq.create(kind, back, WORLD.asMerchant(), PURCHASE.means);
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  static Stream<CapRevOrCred> kinds() {
    return Stream.of(CapRevOrCred.values());
  }

  private static openset.set.data.auth.AuthTags tags() {
    return PURCHASE.authReq.authTags();
  }

  static CapToken token() {
    return PURCHASE.authorized.capToken().orElseThrow();
  }

  /** What a gateway booked that captured all, and credited a part. */
  static Booked booked(Booked.Standing capture, Booked.Standing credit) {
    return new Booked(
        List.of(new Booked.Entry(CAPTURE, ALL, capture)),
        List.of(new Booked.Entry(CREDIT, PART, credit)));
  }

  private static Recipient self(OpeningCredential own) {
    try {
      return Recipient.self(own);
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  /** The request with {@code value} at {@code path}. */
  public MessageWrapper request(String path, Object value) {
    return request(Altered.at(asking(), path, value));
  }

  Asking asking() {
    return new Asking(
        new CapRevOrCredReqData(
            created.tags(), Optional.empty(), created.items(), Optional.empty()),
        new CapTokenSeq(List.of(Optional.of(token()))),
        Signatory.of(WORLD.merchantSigning)
            .enclosing(List.of(WORLD.merchantOpening.certificate())));
  }

  MessageWrapper request(Asking asked) {
    EncB<CapRevOrCredReqData, CapTokenSeq> sealed =
        EncB.seal(
            asked.signer(),
            self(WORLD.gatewayOpening),
            kind.request(),
            asked.data(),
            AsSent.of(CapTokenSeq.TYPE, asked.tokens()),
            PurchaseWorld.RANDOM);
    return Resent.wrap(
        asked.data().capRevOrCredReqItemSeq().getFirst().transIDs(),
        asked.data().capRevOrCredRRTags().rrpid(),
        kind.request(sealed));
  }

  /** At the gateway, which did not look at what it booked yet. */
  public static ProcessCapRevOrCredReq.Request asked(MessageWrapper wrapper) throws Refused {
    MessageWrapper came = Receivers.sent(wrapper);
    return ProcessCapRevOrCredReq.process(
        came, (CapRevOrCredReq) came.message(), WORLD.gatewayOpening, PURCHASE.means);
  }

  MessageWrapper answer(CapRevOrCredCode code, CurrencyAmount amount) throws Refused {
    ProcessCapRevOrCredReq.Request request = asked(created.wrapper());
    CapRevOrCredReqItem item = request.items().getFirst().item();
    return CreateCapRevOrCredRes.create(
        new CreateCapRevOrCredRes.To(
            request.kind(), request.tags(), self(WORLD.merchantOpening)),
        List.of(
            new CapRevOrCredResItem(
                item.transIDs(), item.authRRPID(), CapRevOrCredResPayload.of(code, amount))),
        WORLD.gatewaySigning,
        PURCHASE.means);
  }

  /** The answer with {@code value} at {@code path}. */
  public MessageWrapper answer(String path, Object value) {
    CapRevOrCredReqItem item = created.items().getFirst();
    CapRevOrCredResItem done =
        new CapRevOrCredResItem(
            item.transIDs(),
            item.authRRPID(),
            CapRevOrCredResPayload.of(CapRevOrCredCode.success, item.amount()));
    CapRevOrCredResData data =
        new CapRevOrCredResData(
            created.tags(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(done),
            Optional.empty());
    Answering honest =
        new Answering(data, Signatory.of(WORLD.gatewaySigning), WORLD.merchantOpening);
    Answering told = Altered.at(honest, path, value);
    Enc<CapRevOrCredResData> sealed =
        Enc.seal(
            told.signer(),
            self(told.to()),
            kind.answer(),
            told.data(),
            PurchaseWorld.RANDOM);
    return Resent.wrap(
        told.data().capRevOrCredResItemSeq().getFirst().transIDs(),
        told.data().capRevOrCredRRTags().rrpid(),
        kind.answer(sealed));
  }

  /** At the merchant. */
  public List<CapRevOrCredResPayload> told(MessageWrapper wrapper) throws Refused {
    MessageWrapper came = Receivers.sent(wrapper);
    return ProcessCapRevOrCredRes.process(
        came,
        (CapRevOrCredRes) came.message(),
        new ProcessCapRevOrCredRes.Asked(
            kind,
            created.tags(),
            created.items(),
            PURCHASE.order.brandID(),
            WORLD.merchantOpening),
        PURCHASE.means);
  }

  static java.time.Instant old() {
    return PurchaseWorld.NOW.minus(Duration.ofMinutes(11));
  }
}
