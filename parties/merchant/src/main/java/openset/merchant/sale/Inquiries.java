package openset.merchant.sale;

import java.time.Instant;
import java.util.Optional;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.sale.AuthCode;
import openset.set.message.InqReq;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.CreateInqRes;
import openset.set.treatment.merchant.CreatePRes;
import openset.set.treatment.merchant.ProcessInqReq;

/** What a cardholder is told who asks after its purchase, {@code spec/inquiry.md}. */
record Inquiries(Counters counters, Means means) {
  /** An inquiry answers and moves nothing. */
  Step<Sale> answer(Optional<Sale> stored, Input.Received received, InqReq request)
      throws Refused {
    Sale sale = stored.orElseThrow(() -> ProcessInqReq.unknown("InqReq-M-04"));
    ProcessInqReq.Known known = known(sale);
    CreatePRes.To to = ProcessInqReq.process(received.wrapper(), request, known, means);
    Counter counter = counters.of(known.brandID(), means);
    return Step.to(
        sale,
        new Effect.Answer(
            to.rrpid(),
            CreateInqRes.create(
                to,
                known.unsigned() ? standing(sale).asPResSays() : standing(sale),
                counter.signing(),
                means)));
  }

  private static ProcessInqReq.Known known(Sale sale) {
    return switch (sale) {
      case Sale.Opened(var opened) ->
          new ProcessInqReq.Known(opened.transIDs(), opened.brandID(), Optional.empty());
      case Sale.Rejected(var opened, var cardholder) ->
          new ProcessInqReq.Known(
              opened.transIDs(), opened.brandID(), cardholder, cardholder.isEmpty());
      case Sale.Authorizing authorizing -> known(authorizing.ordered());
      case Sale.Declined declined -> known(declined.ordered());
      case Sale.Authorized authorized -> known(authorized.ordered());
      case Sale.Reversed reversed -> known(reversed.ordered());
    };
  }

  private static ProcessInqReq.Known known(Sale.Ordered ordered) {
    Optional<CertThumb> signer = ordered.cardholder();
    return new ProcessInqReq.Known(
        ordered.transIDs(), ordered.brandID(), signer, signer.isEmpty());
  }

  private static CreateInqRes.Standing standing(Sale sale) {
    return switch (sale) {
      case Sale.Opened _ -> CreateInqRes.Standing.of(CompletionCode.orderNotReceived);
      case Sale.Rejected _ -> CreateInqRes.Standing.of(CompletionCode.orderRejected);
      case Sale.Authorizing _ -> CreateInqRes.Standing.of(CompletionCode.orderReceived);
      case Sale.Declined declined -> standing(declined);
      case Sale.Authorized authorized -> standing(authorized);
      case Sale.Reversed reversed ->
          decided(
              reversed.approval().decision(),
              AuthCode.approved,
              CurrencyAmount.zero(reversed.ordered().purchAmt().currency()),
              CreateInqRes.Paid.NOTHING,
              reversed.ordered().purchAmt());
    };
  }

  private static CreateInqRes.Standing standing(Sale.Declined declined) {
    CurrencyAmount purchAmt = declined.ordered().purchAmt();
    return decided(
        declined.decision(),
        declined.authCode(),
        CurrencyAmount.zero(purchAmt.currency()),
        CreateInqRes.Paid.NOTHING,
        purchAmt);
  }

  /** One part for each authorization, the oldest first. */
  private static CreateInqRes.Standing standing(Sale.Authorized authorized) {
    CurrencyAmount purchAmt = authorized.ordered().purchAmt();
    return CreateInqRes.Standing.of(
        authorized.authorizations().stream()
            .map(held -> standing(held, purchAmt))
            .toList());
  }

  private static CreateInqRes.Standing standing(Held held, CurrencyAmount purchAmt) {
    return decided(
        held.approval().decision(),
        AuthCode.approved,
        held.authAmt(),
        new CreateInqRes.Paid(
            held.capturedAt().map(at -> new CreateInqRes.Captured(at, held.captured())),
            held.refunds().stream()
                .filter(Held.Refunded::stands)
                .map(one -> new CreateInqRes.Credited(one.at(), one.amount()))
                .toList()),
        purchAmt);
  }

  /** A sale that an earlier version decided says the code alone. */
  private static CreateInqRes.Standing decided(
      Optional<Sale.Decision> decision,
      AuthCode code,
      CurrencyAmount authAmt,
      CreateInqRes.Paid paid,
      CurrencyAmount purchAmt) {
    if (decision.isEmpty()) {
      return CreateInqRes.Standing.of(CompletionCode.authorizationPerformed);
    }
    Instant at = decision.get().decidedAt();
    return CreateInqRes.Standing.decided(
        new CreateInqRes.Decision(at, code, authAmt, decision.get().acqCardMsg()),
        paid,
        purchAmt);
  }
}
