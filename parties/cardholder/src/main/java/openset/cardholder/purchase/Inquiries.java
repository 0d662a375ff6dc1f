package openset.cardholder.purchase;

import java.util.Optional;
import java.util.function.Function;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.LocalID;
import openset.set.data.TransIDs;
import openset.set.data.outcome.Receipt;
import openset.set.message.Error;
import openset.set.message.InqRes;
import openset.set.treatment.Means;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.cardholder.CreateInqReq;
import openset.set.treatment.cardholder.PayingCard;
import openset.set.treatment.cardholder.ProcessInqRes;
import openset.set.treatment.cardholder.ProcessPRes;
import openset.set.treatment.cardholder.UncertifiedCard;

/** Asking the merchant how a purchase stands ({@code spec/inquiry.md}); one inquiry at a time. */
record Inquiries(Function<LocalID, PayingCard> cards, Means means) {
  static final String INQ_REQ = "InqReq";

  /** The person asks. */
  Step<Purchase> ask(Purchase purchase) throws Refused {
    // WAL-15: only what was ordered can be asked after.
    Purchase.Ordered ordered =
        purchase
            .signed()
            .orElseThrow(() -> new Refused(ErrorCode.unspecifiedFailure, "WAL-15"));
    if (ordered.inquiry().isPresent()) return Step.to(purchase);
    TransIDs ids = ordered.asked().transIDs();
    CreateInqReq.Created created =
        switch (cards.apply(ordered.order().cardID())) {
          case Card card -> CreateInqReq.create(ids, card.credential(), means);
          case UncertifiedCard _ -> CreateInqReq.unsigned(ids, means);
        };
    return Step.to(
        purchase.with(ordered.asking(created.asked())),
        new Effect.Ask(INQ_REQ, ordered.order().setUrl().text(), created.wrapper()));
  }

  /** An answer to the inquiry under way. */
  Step<Purchase> answered(Purchase purchase, Input.Answered answered) throws Refused {
    Optional<Purchase.Ordered> ordered = purchase.signed();
    Optional<CreateInqReq.Asked> inquiry = ordered.flatMap(Purchase.Ordered::inquiry);
    if (inquiry.isEmpty()) return Step.to(purchase);
    if (answered.wrapper().message() instanceof Error) return failed(purchase);
    if (!(answered.wrapper().message() instanceof InqRes answer)) {
      throw new Refused(ErrorCode.messageNotSupported, "W-08");
    }
    ProcessInqRes.Told told =
        ProcessInqRes.process(
            answered.wrapper(),
            answer,
            ordered.get().asked(),
            inquiry.get(),
            Learned.from(ordered.get(), means));
    Purchase.Told noted = new Purchase.Told(means.now(), told.said(), told.more());
    return moved(purchase, purchase.with(ordered.get().told(noted)), told.outcome());
  }

  /** WAL-15: an inquiry that brought nothing good changes nothing but that it is over. */
  Step<Purchase> failed(Purchase purchase) {
    return Step.to(purchase.signed().map(o -> purchase.with(o.notAsking())).orElse(purchase));
  }

  /** WAL-15: what the gateway's receipt says counts, whatever was said before. */
  private static Step<Purchase> moved(
      Purchase before, Purchase now, ProcessPRes.Outcome outcome) throws Refused {
    Purchase.Ordered ordered = now.signed().orElseThrow();
    return switch (outcome) {
      case ProcessPRes.Outcome.Confirmed(var receipt) ->
          proved(before, receipt, new Purchase.Confirmed(ordered, receipt));
      case ProcessPRes.Outcome.Declined(var receipt) ->
          proved(before, receipt, new Purchase.Declined(ordered, receipt));
      case ProcessPRes.Outcome.NotConfirmed(var code, var claimed) ->
          now instanceof Purchase.NotConfirmed
              ? Step.to(new Purchase.NotConfirmed(ordered, code, claimed))
              : Step.to(now);
    };
  }

  private static Step<Purchase> proved(Purchase before, Receipt receipt, Purchase next)
      throws Refused {
    Optional<Receipt> held =
        switch (before) {
          case Purchase.Confirmed confirmed -> Optional.of(confirmed.receipt());
          case Purchase.Declined declined -> Optional.of(declined.receipt());
          default -> Optional.empty();
        };
    // InqRes-C-04: a receipt that was proved is not replaced by another.
    if (held.filter(one -> !one.equals(receipt)).isPresent()) {
      throw new Refused(ErrorCode.unspecifiedFailure, "InqRes-C-04");
    }
    return Step.to(next, new Effect.GiveUp(PurchaseDesk.PREQ));
  }
}
