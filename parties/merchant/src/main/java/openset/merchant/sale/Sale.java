package openset.merchant.sale;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.merchant.plan.Schedule;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.CurrencyAmount;
import openset.set.data.Date;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;
import openset.set.data.auth.AVSResult;
import openset.set.data.auth.AuthTags;
import openset.set.data.auth.CapToken;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.payment.AuthToken;
import openset.set.data.sale.AuthCode;
import openset.set.extension.SecurityCodeResult;
import openset.set.operator.EncK;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreatePRes;
import openset.set.treatment.merchant.OpenedSale;
import openset.set.treatment.merchant.ProcessAuthRes;

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

  /**
   * The cardholder meant another order or amount than was offered; it may order again.
   *
   * @param cardholder the certificate that signed; empty where nobody did
   */
  record Rejected(OpenedSale opened, Optional<CertThumb> cardholder) implements Sale {
    static final Tagged<Rejected> TYPE =
        Sequence.sequence(
            "Rejected",
            field("opened", OpenedSale.TYPE, Rejected::opened),
            optional("cardholder", CertThumb.TYPE, Rejected::cardholder),
            Rejected::new);
  }

  /**
   * The gateway is being asked.
   *
   * @param authReqAmt what is asked for
   * @param answered whether the wallet was told already that the order is here
   */
  record Authorizing(
      Ordered ordered, AuthTags authTags, CurrencyAmount authReqAmt, boolean answered)
      implements Sale {
    static final Tagged<Authorizing> TYPE =
        Sequence.sequence(
            "Authorizing",
            field("ordered", Ordered.TYPE, Authorizing::ordered),
            field("authTags", AuthTags.TYPE, Authorizing::authTags),
            field("authReqAmt", CurrencyAmount.TYPE, Authorizing::authReqAmt),
            field("answered", Asn1.BOOLEAN, Authorizing::answered),
            Authorizing::new);

    /** The same, and the wallet has its answer. */
    Authorizing told() {
      return new Authorizing(ordered, authTags, authReqAmt, true);
    }
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
   * @param authorizations what the gateway approved, the oldest first
   * @param authToken for a further authorization, unopened; the last one that was given
   * @param pending what the gateway is being asked now
   * @param refused why the last further authorization was not given
   * @param notBooked what the gateway would not book last
   */
  record Authorized(
      Ordered ordered,
      List<Held> authorizations,
      Optional<AuthToken> authToken,
      Optional<Pending> pending,
      Optional<AuthCode> refused,
      Optional<NotBooked> notBooked)
      implements Sale {
    static final Tagged<Authorized> TYPE =
        Sequence.sequence(
            "Authorized",
            field("ordered", Ordered.TYPE, Authorized::ordered),
            field(
                "authorizations",
                Repeated.sequenceOf(Held.TYPE, 1),
                Authorized::authorizations),
            optional("authToken", AuthToken.TYPE.implicit(0), Authorized::authToken),
            optional("pending", Pending.TYPE.explicit(1), Authorized::pending),
            optional("refused", AuthCode.TYPE.implicit(2), Authorized::refused),
            optional("notBooked", NotBooked.TYPE.implicit(3), Authorized::notBooked),
            Authorized::new);

    /** A sale with a copy of the list. */
    public Authorized {
      authorizations = List.copyOf(authorizations);
    }

    private Authorized(
        Ordered ordered,
        List<Held> authorizations,
        Optional<AuthToken> authToken,
        Optional<Pending> pending,
        Optional<AuthCode> refused) {
      this(ordered, authorizations, authToken, pending, refused, Optional.empty());
    }

    static Authorized of(Ordered ordered, Held held, Optional<AuthToken> token) {
      return new Authorized(
          ordered, List.of(held), token, Optional.empty(), Optional.empty());
    }

    /** What is held together, captured or not. */
    public CurrencyAmount authAmt() {
      return sum(Held::authAmt);
    }

    /** What was captured together. */
    public CurrencyAmount captured() {
      return sum(Held::captured);
    }

    /** What was given back together. */
    public CurrencyAmount refunded() {
      return sum(Held::refunded);
    }

    /** Numbers of the lines that were refunded. */
    public Set<Integer> refundedLines() {
      return authorizations.stream()
          .flatMap(held -> held.refunds().stream())
          .filter(Held.Refunded::stands)
          .flatMap(refund -> refund.lines().stream())
          .collect(Collectors.toUnmodifiableSet());
    }

    /** The same with nothing under way, as the gateway would not book something. */
    Authorized notBooked(String request, String code) {
      return new Authorized(
          ordered,
          authorizations,
          authToken,
          Optional.empty(),
          refused,
          Optional.of(new NotBooked(request, code)));
    }

    private CurrencyAmount sum(Function<Held, CurrencyAmount> amount) {
      return authorizations.stream()
          .map(amount)
          .reduce(CurrencyAmount.zero(ordered.purchAmt().currency()), CurrencyAmount::plus);
    }

    /** The code of the latest approval. */
    public String approvalCode() {
      return authorizations.getLast().approval().approvalCode();
    }

    /** What was paid of its plan; Plan-01. */
    public Schedule.Paid paid() {
      Instant last = authorizations.getLast().approval().at();
      return new Schedule.Paid(authorizations.size(), authAmt(), last);
    }

    /** The payment of a plan that follows; empty where that was all, or the plan was ended. */
    public Optional<Schedule.Payment> next(Schedule schedule) {
      return authToken.isEmpty() ? Optional.empty() : schedule.next(paid());
    }

    /** Whether a payment of a plan is being asked for, and not what a parcel lacks. */
    public boolean isAskingForPayment() {
      return pending.orElse(null) instanceof Pending.Asking asking
          && asking.ship().isEmpty()
          && !asking.claims();
    }

    /** Whether the gateway is being asked something. */
    public boolean isBusy() {
      return pending.isPresent();
    }

    /** The first authorization of which something is not captured yet. */
    OptionalInt withRoom() {
      for (int i = 0; i < authorizations.size(); i++) {
        if (authorizations.get(i).room().isPositive()) return OptionalInt.of(i);
      }
      return OptionalInt.empty();
    }

    Authorized asking(Pending now) {
      return new Authorized(
          ordered, authorizations, authToken, Optional.of(now), Optional.empty());
    }

    /** The same with nothing under way. */
    Authorized idle() {
      return new Authorized(ordered, authorizations, authToken, Optional.empty(), refused);
    }

    /** The same with nothing under way, as another authorization was not given. */
    Authorized refused(AuthCode why) {
      return new Authorized(
          ordered, authorizations, authToken, Optional.empty(), Optional.of(why));
    }

    /** The same, of which nothing is known that was not given. */
    Authorized unrefused() {
      return new Authorized(
          ordered, authorizations, authToken, pending, Optional.empty(), notBooked);
    }

    /** The same with one more authorization; its token is good now and the one before is not. */
    Authorized plus(Held held, Optional<AuthToken> token) {
      List<Held> all = new ArrayList<>(authorizations);
      all.add(held);
      return new Authorized(ordered, all, token, Optional.empty(), Optional.empty());
    }

    /** The same with nothing under way and an authorization changed. */
    Authorized with(int place, Held held) {
      List<Held> all = new ArrayList<>(authorizations);
      all.set(place, held);
      return new Authorized(ordered, all, authToken, Optional.empty(), refused);
    }

    /** The same, of which no more is asked for: what was given back is not wanted again. */
    Authorized last() {
      return new Authorized(ordered, authorizations, Optional.empty(), pending, refused);
    }

    /**
     * How it stands at a time: of an authorization that is over by then, what was captured is left
     * and nothing is held. While the gateway is being asked it stands as it was asked.
     */
    public Authorized at(Instant now) {
      if (isBusy() || authorizations.stream().noneMatch(held -> held.isOver(now))) return this;
      return new Authorized(
          ordered,
          authorizations.stream().map(held -> held.isOver(now) ? held.ended() : held).toList(),
          authToken,
          pending,
          refused,
          notBooked);
    }

    /** When the first of what is held and not captured ends, where the gateway said so. */
    public Optional<Instant> until() {
      return authorizations.stream()
          .filter(held -> held.room().isPositive())
          .flatMap(held -> held.approval().until().stream())
          .min(Comparator.naturalOrder());
    }

    /** What there is after one was given back whole. */
    Sale voided(int place, Instant at) {
      Authorized left = with(place, authorizations.get(place).nothing());
      return left.authAmt().isPositive()
          ? left
          : new Reversed(ordered, authorizations.get(place).approval(), at);
    }
  }

  /**
   * What the gateway would not book.
   *
   * @param request its name in SET: CapReq, CapRevReq, CredReq or CredRevReq
   * @param code what it said, a name of CapCode or CapRevOrCredCode; or error
   */
  record NotBooked(String request, String code) {
    static final Tagged<NotBooked> TYPE =
        Sequence.sequence(
            "NotBooked",
            field("request", Asn1.sized(Asn1.VISIBLE_STRING, 1, 20), NotBooked::request),
            field("code", Asn1.sized(Asn1.VISIBLE_STRING, 1, 40), NotBooked::code),
            NotBooked::new);
  }

  /** The gateway's latest decision about a sale; empty where there is none. */
  static Optional<Decision> decision(Sale sale) {
    return switch (sale) {
      case Declined declined -> declined.decision();
      case Authorized authorized -> authorized.authorizations().getLast().approval().decision();
      case Reversed reversed -> reversed.approval().decision();
      case Opened _, Rejected _, Authorizing _ -> Optional.empty();
    };
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

  /** Whether the cardholder signed what it ordered; empty before an order. */
  static Optional<Boolean> signed(Sale sale) {
    return switch (sale) {
      case Opened _, Rejected _ -> Optional.empty();
      case Authorizing authorizing -> Optional.of(authorizing.ordered().cardholder().isPresent());
      case Declined declined -> Optional.of(declined.ordered().cardholder().isPresent());
      case Authorized authorized -> Optional.of(authorized.ordered().cardholder().isPresent());
      case Reversed reversed -> Optional.of(reversed.ordered().cardholder().isPresent());
    };
  }

  /** How a sale stands at a time: what is over by then is held no more. */
  static Sale at(Sale sale, Instant now) {
    return sale instanceof Authorized authorized ? authorized.at(now) : sale;
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
   * @param cardholder the certificate that signed; empty where nobody did
   */
  record Ordered(
      TransIDs transIDs,
      RRPID rrpid,
      Challenge challC,
      BrandID brandID,
      CurrencyAmount purchAmt,
      Optional<CertThumb> cardholder) {
    static final Tagged<Ordered> TYPE =
        Sequence.sequence(
            "Ordered",
            field("transIDs", TransIDs.TYPE, Ordered::transIDs),
            field("rrpid", RRPID.TYPE, Ordered::rrpid),
            field("chall-C", Challenge.TYPE, Ordered::challC),
            field("brandID", BrandID.TYPE, Ordered::brandID),
            field("purchAmt", CurrencyAmount.TYPE, Ordered::purchAmt),
            optional("cardholder", CertThumb.TYPE, Ordered::cardholder),
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
   * @param until from when on it is held no more, where the gateway said so
   */
  record Approval(
      AuthTags authTags,
      CurrencyAmount authAmt,
      String approvalCode,
      CapToken capToken,
      Optional<Decision> decision,
      Optional<Instant> until) {
    static final Tagged<Approval> TYPE =
        Sequence.sequence(
            "Approval",
            field("authTags", AuthTags.TYPE, Approval::authTags),
            field("authAmt", CurrencyAmount.TYPE, Approval::authAmt),
            field("approvalCode", Asn1.sized(Asn1.VISIBLE_STRING, 0, 6), Approval::approvalCode),
            field("capToken", CapToken.TYPE, Approval::capToken),
            optional("decision", Decision.TYPE.implicit(0), Approval::decision),
            optional("until", Date.TYPE.implicit(1), Approval::until),
            Approval::new);

    static Approval of(AuthTags authTags, ProcessAuthRes.Outcome outcome, Instant now) {
      return new Approval(
          authTags,
          outcome.authAmt(),
          outcome.approvalCode().orElse(""),
          outcome.capToken().orElseThrow(),
          Optional.of(Decision.of(outcome, now)),
          outcome.until());
    }

    /** When it was decided; of earlier versions, when it was asked for. */
    public Instant at() {
      return decision
          .map(Decision::decidedAt)
          .orElse(authTags.authRRTags().currentDate());
    }

    Approval reduced(CurrencyAmount stays, CapToken token) {
      return new Approval(authTags, stays, approvalCode, token, decision, until);
    }
  }

  /**
   * When the gateway decided, and what it says to the cardholder; absent in sales that earlier
   * versions decided.
   *
   * @param acqCardMsg as it came, unopened
   * @param address what the issuer found of the billing address that it was told
   * @param securityCode what it found of the code printed on the card that it was told
   */
  record Decision(
      Instant decidedAt,
      Optional<EncK<AcqCardCodeMsg>> acqCardMsg,
      Optional<AVSResult> address,
      Optional<SecurityCodeResult> securityCode) {
    static final Tagged<Decision> TYPE =
        Sequence.sequence(
            "Decision",
            field("decidedAt", Date.TYPE, Decision::decidedAt),
            optional(
                "acqCardMsg", EncK.<AcqCardCodeMsg>type().implicit(0), Decision::acqCardMsg),
            optional("address", AVSResult.TYPE.implicit(1), Decision::address),
            optional(
                "securityCode",
                SecurityCodeResult.TYPE.implicit(2),
                Decision::securityCode),
            Decision::new);

    static Decision of(ProcessAuthRes.Outcome outcome, Instant now) {
      return new Decision(
          now, outcome.acqCardMsg(), outcome.avsResult(), outcome.securityCode());
    }

    static Decision alone(Instant now) {
      return new Decision(now, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }
}
