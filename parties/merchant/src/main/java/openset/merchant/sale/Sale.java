package openset.merchant.sale;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.CurrencyAmount;
import openset.set.data.Date;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;
import openset.set.data.auth.AuthRevTags;
import openset.set.data.auth.AuthTags;
import openset.set.data.auth.CapToken;
import openset.set.data.capture.CapItem;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.RRTags;
import openset.set.operator.EncK;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreatePRes;
import openset.set.treatment.merchant.OpenedSale;

/**
 * Where one sale stands. Kept as DER.
 *
 * <pre>
 * Sale ::= CHOICE {
 *   opened        [0] EXPLICIT Opened,
 *   rejected      [1] EXPLICIT Rejected,
 *   authorizing   [2] EXPLICIT Authorizing,
 *   declined      [3] EXPLICIT Declined,
 *   authorized    [4] EXPLICIT Authorized,
 *   reversed      [5] EXPLICIT Reversed }
 * </pre>
 */
public sealed interface Sale {
  /** A wallet was told XID, gateway and offer, and may order. */
  record Opened(OpenedSale opened) implements Sale {
    static final Tagged<Opened> TYPE =
        Sequence.sequence(
            "Opened", field("opened", OpenedSale.TYPE, Opened::opened), Opened::new);
  }

  /** The cardholder signed another order or amount than was offered; it may order again. */
  record Rejected(OpenedSale opened, CertThumb cardholder) implements Sale {
    static final Tagged<Rejected> TYPE =
        Sequence.sequence(
            "Rejected",
            field("opened", OpenedSale.TYPE, Rejected::opened),
            field("cardholder", CertThumb.TYPE, Rejected::cardholder),
            Rejected::new);
  }

  /**
   * The gateway is being asked.
   *
   * @param answered whether the wallet was told already that the order is here
   */
  record Authorizing(Ordered ordered, AuthTags authTags, boolean answered) implements Sale {
    static final Tagged<Authorizing> TYPE =
        Sequence.sequence(
            "Authorizing",
            field("ordered", Ordered.TYPE, Authorizing::ordered),
            field("authTags", AuthTags.TYPE, Authorizing::authTags),
            field("answered", Asn1.BOOLEAN, Authorizing::answered),
            Authorizing::new);
  }

  /** No money: the bank or the gateway said why. The customer may pay otherwise. */
  record Declined(Ordered ordered, AuthCode authCode, Optional<Decision> decision)
      implements Sale {
    static final Tagged<Declined> TYPE =
        Sequence.sequence(
            "Declined",
            field("ordered", Ordered.TYPE, Declined::ordered),
            field("authCode", AuthCode.TYPE, Declined::authCode),
            optional("decision", Decision.TYPE.implicit(0), Declined::decision),
            Declined::new);
  }

  /**
   * The money is held, and captured as goods are shipped.
   *
   * @param captured what was captured so far
   * @param capturing what is being captured now
   * @param capturedAt when the last capture was booked
   * @param reversing what is being given back now
   */
  record Authorized(
      Ordered ordered,
      Approval approval,
      CurrencyAmount captured,
      Optional<Capturing> capturing,
      Optional<Instant> capturedAt,
      Optional<Reversing> reversing)
      implements Sale {
    static final Tagged<Authorized> TYPE =
        Sequence.sequence(
            "Authorized",
            field("ordered", Ordered.TYPE, Authorized::ordered),
            field("approval", Approval.TYPE, Authorized::approval),
            field("captured", CurrencyAmount.TYPE, Authorized::captured),
            optional("capturing", Capturing.TYPE, Authorized::capturing),
            optional("capturedAt", Date.TYPE.implicit(0), Authorized::capturedAt),
            optional("reversing", Reversing.TYPE.implicit(1), Authorized::reversing),
            Authorized::new);

    boolean isBusy() {
      return capturing.isPresent() || reversing.isPresent();
    }

    Authorized capturing(Capturing now) {
      return with(approval, captured, Optional.of(now), capturedAt);
    }

    Authorized captured(CurrencyAmount more, Instant at) {
      return with(approval, captured.plus(more), Optional.empty(), Optional.of(at));
    }

    Authorized notCaptured() {
      return with(approval, captured, Optional.empty(), capturedAt);
    }

    Authorized reversing(Reversing now) {
      return new Authorized(
          ordered, approval, captured, Optional.empty(), capturedAt, Optional.of(now));
    }

    Authorized notReversing() {
      return with(approval, captured, Optional.empty(), capturedAt);
    }

    Authorized reduced(CurrencyAmount stays, CapToken token) {
      return with(approval.reduced(stays, token), captured, Optional.empty(), capturedAt);
    }

    Reversed voided(Instant at) {
      return new Reversed(ordered, approval, at);
    }

    private Authorized with(
        Approval approval,
        CurrencyAmount captured,
        Optional<Capturing> capturing,
        Optional<Instant> capturedAt) {
      return new Authorized(
          ordered, approval, captured, capturing, capturedAt, Optional.empty());
    }
  }

  /** All that was held was given back: nothing was shipped, and nothing will be. */
  record Reversed(Ordered ordered, Approval approval, Instant reversedAt) implements Sale {
    static final Tagged<Reversed> TYPE =
        Sequence.sequence(
            "Reversed",
            field("ordered", Ordered.TYPE, Reversed::ordered),
            field("approval", Approval.TYPE, Reversed::approval),
            field("reversedAt", Date.TYPE, Reversed::reversedAt),
            Reversed::new);
  }

  Asn1Type<Sale> TYPE =
      Choice.choice(
          "Sale",
          alternative("opened", Opened.class, Opened.TYPE.explicit(0)),
          alternative("rejected", Rejected.class, Rejected.TYPE.explicit(1)),
          alternative("authorizing", Authorizing.class, Authorizing.TYPE.explicit(2)),
          alternative("declined", Declined.class, Declined.TYPE.explicit(3)),
          alternative("authorized", Authorized.class, Authorized.TYPE.explicit(4)),
          alternative("reversed", Reversed.class, Reversed.TYPE.explicit(5)));

  /**
   * What stays of an order once the gateway has its payment half.
   *
   * @param rrpid of PReq, which PRes answers
   */
  record Ordered(
      TransIDs transIDs,
      RRPID rrpid,
      Challenge challC,
      BrandID brandID,
      CurrencyAmount purchAmt,
      CertThumb cardholder) {
    static final Tagged<Ordered> TYPE =
        Sequence.sequence(
            "Ordered",
            field("transIDs", TransIDs.TYPE, Ordered::transIDs),
            field("rrpid", RRPID.TYPE, Ordered::rrpid),
            field("chall-C", Challenge.TYPE, Ordered::challC),
            field("brandID", BrandID.TYPE, Ordered::brandID),
            field("purchAmt", CurrencyAmount.TYPE, Ordered::purchAmt),
            field("cardholder", CertThumb.TYPE, Ordered::cardholder),
            Ordered::new);

    static Ordered of(AcceptedOrder order) {
      return new Ordered(
          order.transIDs(),
          order.rrpid(),
          order.challC(),
          order.brandID(),
          order.purchAmt(),
          order.proof().cardholder());
    }

    CreatePRes.To to() {
      return new CreatePRes.To(transIDs, rrpid, challC);
    }
  }

  /**
   * What the gateway approved.
   *
   * @param capToken for captures, unopened
   */
  record Approval(
      AuthTags authTags,
      CurrencyAmount authAmt,
      String approvalCode,
      CapToken capToken,
      Optional<Decision> decision) {
    static final Tagged<Approval> TYPE =
        Sequence.sequence(
            "Approval",
            field("authTags", AuthTags.TYPE, Approval::authTags),
            field("authAmt", CurrencyAmount.TYPE, Approval::authAmt),
            field("approvalCode", Asn1.sized(Asn1.VISIBLE_STRING, 0, 6), Approval::approvalCode),
            field("capToken", CapToken.TYPE, Approval::capToken),
            optional("decision", Decision.TYPE.implicit(0), Approval::decision),
            Approval::new);

    Approval reduced(CurrencyAmount stays, CapToken token) {
      return new Approval(authTags, stays, approvalCode, token, decision);
    }
  }

  /**
   * When the gateway decided, and what it says to the cardholder; absent in sales that earlier
   * versions decided.
   *
   * @param acqCardMsg as it came, unopened
   */
  record Decision(Instant decidedAt, Optional<EncK<AcqCardCodeMsg>> acqCardMsg) {
    static final Tagged<Decision> TYPE =
        Sequence.sequence(
            "Decision",
            field("decidedAt", Date.TYPE, Decision::decidedAt),
            optional(
                "acqCardMsg", EncK.<AcqCardCodeMsg>type().implicit(0), Decision::acqCardMsg),
            Decision::new);
  }

  /**
   * A reversal under way.
   *
   * @param stays what shall stay authorized
   */
  record Reversing(AuthRevTags authRevTags, CurrencyAmount stays) {
    static final Tagged<Reversing> TYPE =
        Sequence.sequence(
            "Reversing",
            field("authRevTags", AuthRevTags.TYPE, Reversing::authRevTags),
            field("stays", CurrencyAmount.TYPE, Reversing::stays),
            Reversing::new);
  }

  /**
   * A capture under way.
   *
   * @param ship the shipment it is for; empty where an earlier shipment is claimed again
   */
  record Capturing(RRTags capRRTags, CapItem item, Optional<Ship> ship) {
    static final Tagged<Capturing> TYPE =
        Sequence.sequence(
            "Capturing",
            field("capRRTags", RRTags.TYPE, Capturing::capRRTags),
            field("item", CapItem.TYPE, Capturing::item),
            optional("ship", Ship.TYPE.implicit(0), Capturing::ship),
            Capturing::new);
  }
}
