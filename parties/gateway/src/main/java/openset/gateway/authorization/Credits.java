package openset.gateway.authorization;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import openset.asn1.Der;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.gateway.batch.Account;
import openset.gateway.batch.BatchItem;
import openset.gateway.batch.Batches;
import openset.gateway.batch.Slot;
import openset.gateway.host.HostAnswer;
import openset.gateway.host.HostRequest;
import openset.pki.OpeningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.batch.AmountType;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.credit.CapRevOrCredResItem;
import openset.set.data.credit.CapRevOrCredResPayload;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.message.CapRevOrCredReq;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.Booked;
import openset.set.treatment.gateway.CreateCapRevOrCredRes;
import openset.set.treatment.gateway.ProcessCapRevOrCredReq;

/** Takes captures back, gives captured money back, and takes that back, as a merchant asks. */
record Credits(Means means, Batches batches) {
  private static final Booked NOTHING = new Booked(List.of(), List.of());

  /** A request about one authorization, in the conversation of its purchase. */
  Step<Purchase> take(Purchase purchase, Input.Received received, CapRevOrCredReq request)
      throws Refused {
    OpeningCredential own = Keys.addressed(request.encB().sealed(), means);
    ProcessCapRevOrCredReq.Request asked =
        ProcessCapRevOrCredReq.process(received.wrapper(), request, own, means);
    // CRvReq-P-04: a header names a purchase only where the request is about one item.
    if (asked.items().size() != 1) {
      throw new Refused(ErrorCode.wrapperMsgMismatch, "CRvReq-P-04");
    }
    ProcessCapRevOrCredReq.Item item = asked.items().getFirst();
    OptionalInt place = purchase.approved(item.item().authRRPID());
    // CRvReq-P-08: one capture, reversal or credit at a time; the merchant asks again.
    if (place.isPresent() && approved(purchase, place.getAsInt()).isBusy()) {
      throw new Refused(ErrorCode.unspecifiedFailure, "CRvReq-P-08");
    }
    GoneBack.Going going =
        new GoneBack.Going(
            Authorization.Caller.of(asked.merchant()),
            asked.kind(),
            asked.tags(),
            item.item(),
            HostRequest.key(asked.tags().rrpid(), 0));
    Optional<ProcessCapRevOrCredReq.Not> not =
        item instanceof ProcessCapRevOrCredReq.Item.NotProved notProved
            ? Optional.of(notProved.not())
            : judge(purchase, place, going);
    if (not.isPresent()) {
      return refused(purchase, going, not.get());
    }
    return purchase.at(
        place.orElseThrow(), ask(approved(purchase, place.orElseThrow()), going));
  }

  /** One item of several, decided by itself. */
  Step<Purchase> told(Purchase purchase, GoneBack.Going going) throws Refused {
    OptionalInt place = purchase.approved(going.item().authRRPID());
    boolean busy = place.isPresent() && approved(purchase, place.getAsInt()).isBusy();
    Optional<ProcessCapRevOrCredReq.Not> why =
        busy
            ? Optional.of(
                new ProcessCapRevOrCredReq.Not(
                    CapRevOrCredCode.unspecifiedFailure, "CRvReq-P-08"))
            : judge(purchase, place, going);
    if (why.isPresent()) return refused(purchase, going, why.get());
    return purchase.at(
        place.orElseThrow(), ask(approved(purchase, place.orElseThrow()), going));
  }

  private Step<Purchase> refused(
      Purchase purchase, GoneBack.Going going, ProcessCapRevOrCredReq.Not why)
      throws Refused {
    return Step.to(purchase, answer(going, not(going, why.code())), refusal(why));
  }

  static Effect refusal(ProcessCapRevOrCredReq.Not why) {
    return new Effect.Refusal("CapRevOrCredReq", why.code().name(), why.rule());
  }

  static Authorization.Approved approved(Purchase purchase, int place) {
    return (Authorization.Approved) purchase.at(place);
  }

  /** What was booked before decides, and the batch that the merchant named. */
  Optional<ProcessCapRevOrCredReq.Not> judge(
      Purchase purchase, OptionalInt place, GoneBack.Going going) {
    Booked books =
        place.isPresent() ? approved(purchase, place.getAsInt()).books() : NOTHING;
    Optional<ProcessCapRevOrCredReq.Not> not = books.judge(going.kind(), going.item());
    if (not.isPresent()) return not;
    HostRequest.Sale sale = approved(purchase, place.orElseThrow()).sale();
    return batches
        .refusal(
            account(sale),
            going.caller().brandID(),
            going.item().amount().currency(),
            going.item().newBatchID())
        .map(why -> new ProcessCapRevOrCredReq.Not(code(why.capCode()), why.rule()));
  }

  private static CapRevOrCredCode code(CapCode why) {
    return why == CapCode.batchClosed
        ? CapRevOrCredCode.batchClosed
        : CapRevOrCredCode.batchUnknown;
  }

  private static Account account(HostRequest.Sale sale) {
    return new Account(sale.reference().acquirer(), sale.acceptor().merchant());
  }

  static Step<Authorization> ask(Authorization.Approved approved, GoneBack.Going going) {
    CurrencyAmount amount = going.item().amount();
    HostRequest request =
        switch (going.kind()) {
          case CRED ->
              new HostRequest.Credit(
                  approved.sale(), going.hostKey(), amount, approved.approvalCode());
          case CAP_REV ->
              takeBack(approved, HostRequest.Item.CAPTURE, going, approved.hostKey(going));
          case CRED_REV ->
              takeBack(approved, HostRequest.Item.CREDIT, going, approved.hostKey(going));
        };
    String name =
        going.kind() == CapRevOrCred.CRED
            ? AuthorizationDesk.CREDIT
            : AuthorizationDesk.TAKE_BACK;
    return Step.to(
        approved.going(going),
        new Effect.AskHost(
            name,
            approved.sale().reference().acquirer(),
            Der.of(HostRequest.TYPE.encode(request))));
  }

  private static HostRequest takeBack(
      Authorization.Approved approved,
      HostRequest.Item item,
      GoneBack.Going going,
      Der earlier) {
    return new HostRequest.TakeBack(
        approved.sale(),
        item,
        going.hostKey(),
        earlier,
        going.item().amount(),
        approved.approvalCode());
  }

  /** CRvRes-P-02: the acquirer acknowledged, or would not; until then it is asked again. */
  Step<Authorization> done(Authorization.Approved approved, HostAnswer answer) throws Refused {
    if (approved.back().now().isEmpty()) return Step.to(approved);
    GoneBack.Going going = approved.back().now().get();
    CapRevOrCredCode code = ResponseCodes.back(answer.responseCode());
    boolean booked = code == CapRevOrCredCode.success;
    Slot slot = place(approved, going, booked);
    CapRevOrCredResPayload payload =
        new CapRevOrCredResPayload(
            code,
            booked ? going.item().amount() : zero(going.item()),
            Optional.of(slot.batchID()),
            Optional.of(slot.sequence()),
            Optional.empty());
    return Step.to(
        booked ? approved.gone(going, means.now()) : approved.idle(),
        answer(going, item(going, payload)));
  }

  private Slot place(
      Authorization.Approved approved, GoneBack.Going going, boolean booked) {
    boolean back = going.kind() != CapRevOrCred.CRED_REV;
    BatchItem item =
        new BatchItem(
            going.item().transIDs(),
            going.tags().rrpid(),
            going.item().authRRPID(),
            going.caller().brandID(),
            going.item().amount(),
            back ? AmountType.credit : AmountType.debit,
            booked);
    return batches.place(
        account(approved.sale()), going.item().newBatchID(), item, means.now());
  }

  private static CurrencyAmount zero(CapRevOrCredReqItem item) {
    return CurrencyAmount.zero(item.amount().currency());
  }

  static CapRevOrCredResItem not(GoneBack.Going going, CapRevOrCredCode code) {
    return item(going, CapRevOrCredResPayload.of(code, zero(going.item())));
  }

  private static CapRevOrCredResItem item(
      GoneBack.Going going, CapRevOrCredResPayload payload) {
    return new CapRevOrCredResItem(
        going.item().transIDs(), going.item().authRRPID(), payload);
  }

  private Effect answer(GoneBack.Going going, CapRevOrCredResItem item) throws Refused {
    Authorization.Caller caller = going.caller();
    if (caller.isOfSeveral()) {
      return new Effect.Tell(
          Several.key(going.tags().rrpid()),
          Several.REPORT,
          Der.of(CapRevOrCredResItem.TYPE.encode(item)));
    }
    CreateCapRevOrCredRes.To to =
        new CreateCapRevOrCredRes.To(
            going.kind(), going.tags(), Keys.recipient(caller, means));
    return new Effect.Answer(
        going.tags().rrpid(),
        CreateCapRevOrCredRes.create(
            to, List.of(item), Keys.with(caller.brandID(), means).signing(), means));
  }
}
