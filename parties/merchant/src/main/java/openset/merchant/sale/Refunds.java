package openset.merchant.sale;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.capture.CapPayload;
import openset.set.data.credit.CapRevOrCredResPayload;
import openset.set.data.order.Offer;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.message.CapRevOrCredRes;
import openset.set.message.Error;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.CreateCapRevOrCredReq;
import openset.set.treatment.merchant.ProcessCapRevOrCredRes;

/**
 * Captured money goes back, {@code spec/credit.md}, {@code spec/capture-reversal.md}: what a
 * merchant's own people want refunded or taken back, and the gateway's word on it.
 */
record Refunds(Counters counters, Means means) {
  static final String ASK = "CapRevOrCredReq";

  /** Gives money back: for lines, an amount, or all that is left. */
  Step<Sale> refund(Sale.Authorized authorized, Refund refund, SaleFacts facts)
      throws Refused {
    CurrencyAmount left = authorized.captured().minus(authorized.refunded());
    CurrencyAmount amount =
        refund.lines().isEmpty()
            ? refund.amount().orElse(left)
            : worth(authorized, refund, facts);
    // Refund-01: together no more than was captured.
    boolean within =
        amount.isPositive() && amount.sameCurrency(left) && !amount.exceeds(left);
    if (!within) throw new Refused(ErrorCode.unspecifiedFailure, "Refund-01");
    return ask(authorized, amount, refund.lines());
  }

  /** Refund-02: what the lines are worth, each captured and refunded once. */
  private static CurrencyAmount worth(
      Sale.Authorized authorized, Refund refund, SaleFacts facts) throws Refused {
    Offer offer = facts.order().orElseThrow().offer().value();
    Set<Integer> before = authorized.refundedLines();
    boolean known =
        facts.shipped().containsAll(refund.lines())
            && refund.lines().stream().noneMatch(before::contains)
            && refund.amount().isEmpty();
    if (!known) throw new Refused(ErrorCode.unspecifiedFailure, "Refund-02");
    Set<Integer> after = new HashSet<>(before);
    after.addAll(refund.lines());
    return Shares.of(offer, after).minus(Shares.of(offer, before));
  }

  /** Of the first authorization that has something left; the rest follows when it is booked. */
  private Step<Sale> ask(
      Sale.Authorized authorized, CurrencyAmount amount, List<Integer> lines) throws Refused {
    int place = 0;
    while (!authorized.authorizations().get(place).refundable().isPositive()) place++;
    Held held = authorized.authorizations().get(place);
    CurrencyAmount now =
        amount.exceeds(held.refundable()) ? held.refundable() : amount;
    CreateCapRevOrCredReq.Back back =
        new CreateCapRevOrCredReq.Back(
            of(held),
            CapPayload.of(held.capturedAt().orElseThrow(), held.captured()),
            now,
            Optional.empty());
    return ask(authorized, new Wish(CapRevOrCred.CRED, place, lines, amount.minus(now)), back);
  }

  /** Takes one capture back, all of it. */
  Step<Sale> takeBack(Sale.Authorized authorized, TakeBackCapture order) throws Refused {
    for (int place = 0; place < authorized.authorizations().size(); place++) {
      Held held = authorized.authorizations().get(place);
      Optional<Held.Captured> capture = held.capture(order.key());
      if (capture.isEmpty()) continue;
      CurrencyAmount amount = capture.get().amount();
      // Uncapture-01: it stands, and no less stays captured than was refunded.
      if (!capture.get().stands() || amount.exceeds(held.refundable())) break;
      return takeBack(
          authorized,
          CapRevOrCred.CAP_REV,
          place,
          new Booked(order.key(), capture.get().at(), amount));
    }
    throw new Refused(ErrorCode.unspecifiedFailure, "Uncapture-01");
  }

  /** Takes one refund back, all of it. */
  Step<Sale> takeBack(Sale.Authorized authorized, TakeBackRefund order) throws Refused {
    for (int place = 0; place < authorized.authorizations().size(); place++) {
      Optional<Held.Refunded> refund =
          authorized.authorizations().get(place).refund(order.key());
      // Refund-03: it is of this order, and stands.
      if (refund.filter(Held.Refunded::stands).isEmpty()) continue;
      return takeBack(
          authorized,
          CapRevOrCred.CRED_REV,
          place,
          new Booked(order.key(), refund.get().at(), refund.get().amount()));
    }
    throw new Refused(ErrorCode.unspecifiedFailure, "Refund-03");
  }

  /** What is taken back. */
  private record Booked(RRPID key, Instant at, CurrencyAmount amount) {}

  private Step<Sale> takeBack(
      Sale.Authorized authorized, CapRevOrCred kind, int place, Booked booked) throws Refused {
    CurrencyAmount nothing = CurrencyAmount.zero(booked.amount().currency());
    return ask(
        authorized,
        new Wish(kind, place, List.of(), nothing),
        CreateCapRevOrCredReq.Back.all(
            of(authorized.authorizations().get(place)),
            booked.key(),
            booked.at(),
            booked.amount()));
  }

  private static CreateCapRevOrCredReq.Of of(Held held) {
    return new CreateCapRevOrCredReq.Of(
        held.approval().authTags(), held.approval().capToken());
  }

  /** What is wanted, and what of it follows. */
  private record Wish(CapRevOrCred kind, int place, List<Integer> lines, CurrencyAmount left) {}

  private Step<Sale> ask(
      Sale.Authorized authorized, Wish wish, CreateCapRevOrCredReq.Back back) throws Refused {
    Counter counter = counters.of(authorized.ordered().brandID(), means);
    CreateCapRevOrCredReq.Created created =
        CreateCapRevOrCredReq.create(
            wish.kind(), List.of(back), counter.asMerchant(), means);
    Pending returning =
        new Pending.Returning(
            wish.place(),
            wish.kind(),
            created.tags(),
            created.items().getFirst(),
            wish.lines(),
            wish.left());
    return Step.to(
        authorized.asking(returning),
        new Effect.Ask(ASK, counter.gatewayUrl(), created.wrapper()));
  }

  /** What the gateway would not book stays as it was. */
  Step<Sale> answered(
      Sale.Authorized authorized,
      Pending.Returning returning,
      Input.Answered answered,
      Placements placements)
      throws Refused {
    return switch (answered.wrapper().message()) {
      case CapRevOrCredRes answer -> {
        Counter counter = counters.of(authorized.ordered().brandID(), means);
        CapRevOrCredResPayload payload =
            ProcessCapRevOrCredRes.process(
                    answered.wrapper(),
                    answer,
                    new ProcessCapRevOrCredRes.Asked(
                        returning.kind(),
                        returning.tags(),
                        List.of(returning.item()),
                        authorized.ordered().brandID(),
                        counter.opening()),
                    means)
                .getFirst();
        counter
            .placement(returning.kind(), returning.item(), payload)
            .ifPresent(placements::learn);
        yield booked(authorized, returning, payload.capRevOrCredCode());
      }
      case Error _ -> Step.to(authorized.notBooked(returning.name(), "error"));
      default -> throw new Refused(ErrorCode.messageNotSupported, "CRvRes-M-01");
    };
  }

  private Step<Sale> booked(
      Sale.Authorized authorized, Pending.Returning returning, CapRevOrCredCode code)
      throws Refused {
    if (code != CapRevOrCredCode.success) {
      return Step.to(authorized.notBooked(returning.name(), code.name()));
    }
    Held held = authorized.authorizations().get(returning.place());
    Sale.Authorized now =
        authorized.with(returning.place(), held.returned(returning, means.now()));
    return returning.left().isPositive()
        ? ask(now, returning.left(), List.of())
        : Step.to(now);
  }
}
