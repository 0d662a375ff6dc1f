package openset.merchant.sale;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.merchant.plan.Schedule;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.Offer;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.message.CapRes;
import openset.set.message.Error;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.CreateCapReq;
import openset.set.treatment.merchant.ProcessCapRes;

/** What is shipped is captured, {@code spec/capture.md}. */
record Shipping(Counters counters, Practice practice, Means means) {
  static final String CAP_REQ = "CapReq";

  /** Ships lines and captures what shipped lines are worth and was not captured yet. */
  Step<Sale> ship(Sale.Authorized authorized, Ship ship, SaleFacts facts) throws Refused {
    Offer offer = facts.order().orElseThrow().offer().value();
    Set<Integer> now = new HashSet<>(ship.lines());
    // Ship-02: the lines are of this order and were not shipped before.
    boolean known = now.stream().allMatch(line -> line <= offer.lines().size());
    if (!known || facts.shipped().stream().anyMatch(now::contains)) {
      throw new Refused(ErrorCode.unspecifiedFailure, "Ship-02");
    }
    CurrencyAmount worth = worth(authorized, ship, facts);
    CurrencyAmount held = authorized.authAmt();
    if (!worth.exceeds(held)) {
      return capture(authorized, worth.minus(authorized.captured()), Optional.of(ship));
    }
    // Ship-04, Ship-05: what is not held, or is no more, is asked for first, where the gateway
    // gave a token for that.
    if (authorized.authToken().isPresent()) {
      return new Further(counters, practice, means)
          .ask(authorized, worth.minus(held), ship);
    }
    // Ship-01: the issuer may hold less than the total; no more than it holds is shipped.
    throw new Refused(ErrorCode.unspecifiedFailure, "Ship-01");
  }

  /** What shipped lines are worth once these are shipped too. */
  private static CurrencyAmount worth(
      Sale.Authorized authorized, Ship ship, SaleFacts facts) {
    Set<Integer> lines = new HashSet<>(ship.lines());
    lines.addAll(facts.shipped());
    return worth(authorized, facts.order().orElseThrow().offer().value(), lines);
  }

  /** What may be captured where so much is shipped; Plan-04: of a plan no more than is held. */
  static CurrencyAmount worth(Sale.Authorized authorized, Offer offer, Set<Integer> lines) {
    CurrencyAmount shipped = Shares.of(offer, lines);
    return Schedule.of(offer)
        .map(schedule -> schedule.worth(shipped, authorized.paid()))
        .orElse(shipped);
  }

  /** A further authorization was given: the shipment that waited for it goes on. */
  Step<Sale> goOn(Sale.Authorized authorized, Ship ship, SaleFacts facts) throws Refused {
    CurrencyAmount worth = worth(authorized, ship, facts);
    return worth.exceeds(authorized.authAmt())
        ? Step.to(authorized)
        : capture(authorized, worth.minus(authorized.captured()), Optional.of(ship));
  }

  /** Captures again what the gateway would not book when it was shipped. */
  Step<Sale> claim(Sale.Authorized authorized, SaleFacts facts) throws Refused {
    CurrencyAmount left = left(authorized, facts);
    // Ship-03: what was shipped and not captured can be claimed, and nothing else.
    if (!left.isPositive()) throw new Refused(ErrorCode.unspecifiedFailure, "Ship-03");
    Optional<Step<Sale>> again = again(authorized, left);
    return again.isPresent() ? again.get() : capture(authorized, left, Optional.empty());
  }

  /** Ship-05: what was shipped and is held no more is asked for again, where there is a token. */
  private Optional<Step<Sale>> again(Sale.Authorized authorized, CurrencyAmount left)
      throws Refused {
    CurrencyAmount room = authorized.authAmt().minus(authorized.captured());
    if (!left.exceeds(room) || authorized.authToken().isEmpty()) return Optional.empty();
    return Optional.of(
        new Further(counters, practice, means).claim(authorized, left.minus(room)));
  }

  /**
   * A further authorization was given for what was shipped before, or Plan-04 a payment of a plan:
   * what was shipped is captured now.
   */
  Step<Sale> goOn(Sale.Authorized authorized, SaleFacts facts) throws Refused {
    CurrencyAmount left = left(authorized, facts);
    return left.isPositive() && authorized.withRoom().isPresent()
        ? capture(authorized, left, Optional.empty())
        : Step.to(authorized);
  }

  private static CurrencyAmount left(Sale.Authorized authorized, SaleFacts facts) {
    CurrencyAmount worth =
        worth(authorized, facts.order().orElseThrow().offer().value(), facts.shipped());
    CurrencyAmount captured = authorized.captured();
    return captured.exceeds(worth)
        ? CurrencyAmount.zero(worth.currency())
        : worth.minus(captured);
  }

  /** Captures of the first authorization that has room; what is left follows when it is booked. */
  private Step<Sale> capture(
      Sale.Authorized authorized, CurrencyAmount amount, Optional<Ship> ship) throws Refused {
    if (!amount.isPositive()) return Step.to(authorized.unrefused());
    int place =
        authorized
            .withRoom()
            .orElseThrow(() -> new Refused(ErrorCode.unspecifiedFailure, "Ship-01"));
    Held held = authorized.authorizations().get(place);
    CurrencyAmount now = amount.exceeds(held.room()) ? held.room() : amount;
    Sale.Approval approval = held.approval();
    Counter counter = counters.of(authorized.ordered().brandID(), means);
    CreateCapReq.Created created =
        CreateCapReq.create(
            new CreateCapReq.Capture(approval.authTags(), approval.capToken(), now),
            counter.asMerchant(),
            means);
    Pending capturing =
        new Pending.Capturing(place, created.capRRTags(), created.items().getFirst(), ship);
    return Step.to(
        authorized.asking(capturing),
        new Effect.Ask(CAP_REQ, counter.gatewayUrl(), created.wrapper()));
  }

  Step<Sale> captured(
      Sale.Authorized authorized,
      Pending.Capturing capturing,
      Input.Answered answered,
      SaleFacts facts)
      throws Refused {
    return switch (answered.wrapper().message()) {
      case CapRes answer -> {
        CapResPayload payload = payload(authorized, capturing, answered, answer);
        counters
            .of(authorized.ordered().brandID(), means)
            .placement(capturing.item(), payload)
            .ifPresent(facts.placements()::learn);
        yield captured(authorized, capturing, payload, facts);
      }
      // The goods are on their way, the money is not: it comes with the next, or is claimed.
      case Error _ -> Step.to(authorized.notBooked(CAP_REQ, "error"));
      default -> throw new Refused(ErrorCode.messageNotSupported, "CapRes-M-01");
    };
  }

  private CapResPayload payload(
      Sale.Authorized authorized,
      Pending.Capturing capturing,
      Input.Answered answered,
      CapRes answer)
      throws Refused {
    Counter counter = counters.of(authorized.ordered().brandID(), means);
    ProcessCapRes.Asked asked =
        new ProcessCapRes.Asked(
            capturing.capRRTags(),
            List.of(capturing.item()),
            authorized.ordered().brandID(),
            counter.opening());
    return ProcessCapRes.process(answered.wrapper(), answer, asked, means).getFirst();
  }

  private Step<Sale> captured(
      Sale.Authorized authorized,
      Pending.Capturing capturing,
      CapResPayload payload,
      SaleFacts facts)
      throws Refused {
    if (payload.capCode() == CapCode.authExpired) return expired(authorized, capturing, facts);
    if (payload.capCode() != CapCode.success) {
      return Step.to(authorized.notBooked(CAP_REQ, payload.capCode().name()));
    }
    Held.Captured booked =
        new Held.Captured(
            capturing.capRRTags().rrpid(),
            capturing.item(),
            payload.capAmt(),
            means.now(),
            Optional.empty());
    Held held = authorized.authorizations().get(capturing.place()).captured(booked);
    Sale.Authorized now = authorized.with(capturing.place(), held).at(means.now());
    // A parcel can be worth more than one authorization holds.
    return goOn(now, facts);
  }

  /**
   * It ended while it was captured, or earlier than was said. It is asked for once more by itself;
   * what ends again waits until it is claimed.
   */
  private Step<Sale> expired(
      Sale.Authorized authorized, Pending.Capturing capturing, SaleFacts facts)
      throws Refused {
    Held held = authorized.authorizations().get(capturing.place()).ended();
    Sale.Authorized now =
        authorized
            .with(capturing.place(), held)
            .notBooked(CAP_REQ, CapCode.authExpired.name());
    Optional<Step<Sale>> again =
        capturing.ship().isPresent() ? again(now, left(now, facts)) : Optional.empty();
    return again.orElseGet(() -> Step.to(now));
  }
}
