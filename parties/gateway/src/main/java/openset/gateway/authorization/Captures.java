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
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.batch.AmountType;
import openset.set.data.capture.CapItem;
import openset.set.data.capture.CapResItem;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.data.sale.RRTags;
import openset.set.data.sale.SaleDetail;
import openset.set.message.CapReq;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.CreateCapRes;
import openset.set.treatment.gateway.ProcessCapReq;

/** Books what a merchant captures of an approved authorization. */
record Captures(Means means, Batches batches) {
  Step<Purchase> book(Purchase purchase, Input.Received received, CapReq request)
      throws Refused {
    OpeningCredential own = Keys.addressed(request.encB().sealed(), means);
    ProcessCapReq.Asked asked =
        ProcessCapReq.process(received.wrapper(), request, own, means);
    // CapReq-P-03: a header names a purchase only where the request is about one item.
    if (asked.items().size() != 1) {
      throw new Refused(ErrorCode.wrapperMsgMismatch, "CapReq-P-03");
    }
    ProcessCapReq.Item item = asked.items().getFirst();
    OptionalInt place = purchase.approved(item.item().authRRPID());
    return switch (ProcessCapReq.judge(asked, item, known(purchase, place))) {
      case ProcessCapReq.Outcome.NotAgreed not ->
          answer(purchase, asked, not.request(), new ProcessCapReq.Not(not.capCode(), not.rule()));
      case ProcessCapReq.Outcome.Agreed agreed -> {
        Optional<ProcessCapReq.Not> why = refusal(agreed.request());
        yield why.isPresent()
            ? answer(purchase, asked, agreed.request(), why.get())
            : purchase.at(
                place.orElseThrow(),
                ask(
                    (Authorization.Approved) purchase.at(place.orElseThrow()),
                    booking(
                        Authorization.Caller.of(asked.merchant()),
                        asked.capRRTags(),
                        item.item())));
      }
    };
  }

  /** Whether the batch that the merchant named takes it. */
  private Optional<ProcessCapReq.Not> refusal(ProcessCapReq.Request request) {
    return batches.refusal(
        Account.of(request.merchant()),
        new BrandID(request.merchant().signer().brand()),
        request.item().capPayload().capReqAmt().currency(),
        request.item().capPayload().saleDetail().flatMap(SaleDetail::batchID));
  }

  private Optional<ProcessCapReq.Known> known(Purchase purchase, OptionalInt place)
      throws Refused {
    if (place.isEmpty()) return Optional.empty();
    Authorization.Approved approved =
        (Authorization.Approved) purchase.at(place.getAsInt());
    // CapReq-P-08: one capture of an authorization at a time; the merchant asks again.
    if (approved.isBusy()) {
      throw new Refused(ErrorCode.unspecifiedFailure, "CapReq-P-08");
    }
    return Optional.of(approved.known(means.now()));
  }

  private Step<Purchase> answer(
      Purchase kept,
      ProcessCapReq.Asked asked,
      ProcessCapReq.Request request,
      ProcessCapReq.Not why)
      throws Refused {
    BrandID brand = new BrandID(asked.merchant().signer().brand());
    return Step.to(
        kept,
        new Effect.Answer(
            asked.capRRTags().rrpid(),
            CreateCapRes.create(
                CreateCapRes.To.merchant(asked),
                List.of(CreateCapRes.not(request.item(), why.capCode())),
                Keys.with(brand, means).signing(),
                means)),
        refusal(why));
  }

  static Effect refusal(ProcessCapReq.Not why) {
    return new Effect.Refusal("CapReq", why.capCode().name(), why.rule());
  }

  private static Authorization.Booking booking(
      Authorization.Caller caller, RRTags tags, CapItem item) {
    return new Authorization.Booking(
        caller,
        tags,
        item.transIDs(),
        item.authRRPID(),
        item.capPayload().capReqAmt(),
        item.capPayload().saleDetail().flatMap(SaleDetail::batchID));
  }

  private static Step<Authorization> ask(
      Authorization.Approved approved, Authorization.Booking booking) {
    HostRequest capture =
        new HostRequest.Capture(
            approved.sale(), booking.hostKey(), booking.amount(), approved.approvalCode());
    return Step.to(
        approved.booking(booking),
        new Effect.AskHost(
            AuthorizationDesk.CAPTURE,
            approved.sale().reference().acquirer(),
            Der.of(HostRequest.TYPE.encode(capture))));
  }

  /** CapReq-P-09: one item of several, decided by itself. */
  Step<Purchase> told(Purchase purchase, Several.Claim claim) {
    OptionalInt place = purchase.approved(claim.item().authRRPID());
    Optional<ProcessCapReq.Not> why = refusal(purchase, place, claim);
    if (why.isPresent()) {
      return Step.to(
          purchase,
          report(
              claim.capRRTags(), CreateCapRes.not(claim.item(), why.get().capCode())),
          refusal(why.get()));
    }
    return purchase.at(
        place.orElseThrow(),
        ask(
            (Authorization.Approved) purchase.at(place.orElseThrow()),
            booking(claim.caller(), claim.capRRTags(), claim.item())));
  }

  private Optional<ProcessCapReq.Not> refusal(
      Purchase purchase, OptionalInt place, Several.Claim claim) {
    if (place.isEmpty()) {
      return ProcessCapReq.judge(claim.item(), claim.token(), Optional.empty());
    }
    Authorization.Approved approved = (Authorization.Approved) purchase.at(place.getAsInt());
    // CapReq-P-08: the merchant asks again.
    if (approved.isBusy()) {
      return Optional.of(
          new ProcessCapReq.Not(CapCode.unspecifiedFailure, "CapReq-P-08"));
    }
    ProcessCapReq.Known known = approved.known(means.now());
    HostRequest.Sale sale = approved.sale();
    return ProcessCapReq.judge(claim.item(), claim.token(), Optional.of(known))
        .or(
            () ->
                batches.refusal(
                    new Account(sale.reference().acquirer(), sale.acceptor().merchant()),
                    claim.caller().brandID(),
                    claim.item().capPayload().capReqAmt().currency(),
                    claim.item().capPayload().saleDetail().flatMap(SaleDetail::batchID)));
  }

  private static Effect report(RRTags tags, CapResItem item) {
    return new Effect.Tell(
        Several.key(tags.rrpid()), Several.REPORT, Der.of(CapResItem.TYPE.encode(item)));
  }

  /** The acquirer took the capture, or would not; one that is not answered is asked again. */
  Step<Authorization> booked(Authorization.Approved approved, HostAnswer answer) throws Refused {
    Authorization.Booking booking = approved.booking().orElseThrow();
    CapCode code = ResponseCodes.cap(answer.responseCode());
    CurrencyAmount taken =
        code == CapCode.success
            ? booking.amount()
            : CurrencyAmount.zero(booking.amount().currency());
    Slot slot = place(approved, booking, code == CapCode.success);
    CapResItem item =
        new CapResItem(
            booking.transIDs(),
            booking.authRRPID(),
            new CapResPayload(
                code,
                taken,
                Optional.of(slot.batchID()),
                Optional.of(slot.sequence()),
                Optional.empty()));
    Authorization next =
        taken.isPositive()
            ? approved.booked(
                new Authorization.Captured(
                    booking.capRRTags().rrpid(),
                    taken,
                    means.now(),
                    booking.hostKey()))
            : approved.idle();
    return Step.to(next, answer(booking, item));
  }

  private Effect answer(Authorization.Booking booking, CapResItem item) throws Refused {
    if (booking.caller().isOfSeveral()) return report(booking.capRRTags(), item);
    CreateCapRes.To to =
        new CreateCapRes.To(
            booking.capRRTags(), Keys.recipient(booking.caller(), means));
    return new Effect.Answer(
        booking.capRRTags().rrpid(),
        CreateCapRes.create(
            to,
            List.of(item),
            Keys.with(booking.caller().brandID(), means).signing(),
            means));
  }

  private Slot place(
      Authorization.Approved approved, Authorization.Booking booking, boolean booked) {
    BatchItem item =
        new BatchItem(
            booking.transIDs(),
            booking.capRRTags().rrpid(),
            booking.authRRPID(),
            booking.caller().brandID(),
            booking.amount(),
            AmountType.debit,
            booked);
    HostRequest.Sale sale = approved.sale();
    Account account = new Account(sale.reference().acquirer(), sale.acceptor().merchant());
    return batches.place(account, booking.batchID(), item, means.now());
  }
}
