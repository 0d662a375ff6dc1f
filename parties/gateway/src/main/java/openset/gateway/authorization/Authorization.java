package openset.gateway.authorization;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Der;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.gateway.host.HostRequest;
import openset.pki.Certificate;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.Date;
import openset.set.data.MerchantID;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;
import openset.set.data.auth.AuthRevTags;
import openset.set.data.auth.AuthTags;
import openset.set.data.auth.RespReason;
import openset.set.data.card.BackKeyData;
import openset.set.data.order.OIData;
import openset.set.data.payment.AuthToken;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.RRTags;
import openset.set.operator.Detached;
import openset.set.treatment.gateway.Booked;
import openset.set.treatment.gateway.MerchantParty;
import openset.set.treatment.gateway.ProcessCapReq;

/**
 * Where one authorization stands. Kept as DER, sealed; never with an account number in it.
 *
 * <pre>
 * Authorization ::= CHOICE {
 *   asking     [0] EXPLICIT Asking,
 *   unknown    [1] EXPLICIT Unknown,
 *   declined   [2] EXPLICIT Declined,
 *   approved   [3] EXPLICIT Approved,
 *   reversed   [4] EXPLICIT Reversed }
 * </pre>
 */
public sealed interface Authorization {
  /** How many items a list has at most. */
  int PLACE_MAX = 1024;

  /**
   * The acquirer is being asked.
   *
   * @param account where it is needed again; sealed to the gateway
   */
  record Asking(
      Asked asked, HostRequest.Sale sale, Wanted wanted, Optional<Account> account)
      implements Authorization {
    static final Tagged<Asking> TYPE =
        Sequence.sequence(
            "Asking",
            field("asked", Asked.TYPE, Asking::asked),
            field("sale", HostRequest.Sale.TYPE, Asking::sale),
            field("wanted", Wanted.TYPE, Asking::wanted),
            optional("account", Account.TYPE.implicit(0), Asking::account),
            Asking::new);
  }

  /** No answer came, so it is being undone at the acquirer until that is acknowledged. */
  record Unknown(boolean reversed) implements Authorization {
    static final Tagged<Unknown> TYPE =
        Sequence.sequence(
            "Unknown", field("reversed", Asn1.BOOLEAN, Unknown::reversed), Unknown::new);
  }

  /** Nothing is held. */
  record Declined(AuthCode authCode, String reason) implements Authorization {
    static final Tagged<Declined> TYPE =
        Sequence.sequence(
            "Declined",
            field("authCode", AuthCode.TYPE, Declined::authCode),
            field("reason", Asn1.sized(Asn1.VISIBLE_STRING, 1, 40), Declined::reason),
            Declined::new);
  }

  /**
   * The issuer holds the amount.
   *
   * @param captures what was booked of it, the oldest first
   * @param booking what is being booked now
   * @param reversing what is being given back now
   * @param back what of the captures went back
   */
  record Approved(
      HostRequest.Sale sale,
      Approval approval,
      List<Captured> captures,
      Optional<Booking> booking,
      Optional<Reversing> reversing,
      GoneBack back)
      implements Authorization {
    static final Tagged<Approved> TYPE =
        Sequence.sequence(
            "Approved",
            field("sale", HostRequest.Sale.TYPE, Approved::sale),
            field("approval", Approval.TYPE, Approved::approval),
            field("captures", Repeated.sequenceOf(Captured.TYPE, 0), Approved::captures),
            optional("booking", Booking.TYPE.implicit(0), Approved::booking),
            optional("reversing", Reversing.TYPE.implicit(1), Approved::reversing),
            defaulted("back", GoneBack.TYPE.implicit(2), GoneBack.NOTHING, Approved::back),
            Approved::new);

    /** An approval with a copy of the list. */
    public Approved {
      captures = List.copyOf(captures);
    }

    static Approved of(HostRequest.Sale sale, Approval approval) {
      return new Approved(
          sale, approval, List.of(), Optional.empty(), Optional.empty(), GoneBack.NOTHING);
    }

    /** What is approved now. */
    public CurrencyAmount authAmt() {
      return approval.authAmt();
    }

    /** The issuer's code. */
    public String approvalCode() {
      return approval.approvalCode();
    }

    /** What was booked of it so far and not taken back. */
    public CurrencyAmount captured() {
      return captures.stream()
          .filter(back::stands)
          .map(Captured::amount)
          .reduce(CurrencyAmount.zero(authAmt().currency()), CurrencyAmount::plus);
    }

    /** Whether its time is over: nothing is held, and nothing more is captured. */
    public boolean isOver(Instant now) {
      return approval.until().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** What of the agreed amount it takes up: of one that is over, what was or is being booked. */
    private CurrencyAmount used(Instant now) {
      if (!isOver(now)) return authAmt();
      return booking.map(Booking::amount).map(captured()::plus).orElseGet(this::captured);
    }

    /** To judge what is captured of it. */
    ProcessCapReq.Known known(Instant now) {
      return new ProcessCapReq.Known(authAmt(), captured(), isOver(now));
    }

    /** What was given back of it and not taken back. */
    public CurrencyAmount credited() {
      return books().credited().orElseGet(() -> CurrencyAmount.zero(authAmt().currency()));
    }

    /** What was booked, to judge what may go back. */
    Booked books() {
      return back.books(captures);
    }

    /** Key at the banks of what is taken back. */
    Der hostKey(GoneBack.Going going) {
      RRPID original = going.item().originalRRPID().orElseThrow();
      return back.creditKey(original)
          .or(
              () ->
                  captures.stream()
                      .filter(one -> one.key().equals(original))
                      .map(Captured::hostKey)
                      .findFirst())
          .orElseThrow();
    }

    Approved going(GoneBack.Going now) {
      return with(Optional.empty(), Optional.empty(), back.asking(now));
    }

    Approved gone(GoneBack.Going going, Instant at) {
      return with(Optional.empty(), Optional.empty(), back.booked(going, at));
    }

    private Approved with(
        Optional<Booking> nowBooking, Optional<Reversing> nowReversing, GoneBack nowBack) {
      return new Approved(sale, approval, captures, nowBooking, nowReversing, nowBack);
    }

    /** Whether the acquirer is being asked, or does not know of it yet. */
    boolean isBusy() {
      boolean untold = approval.standIn().filter(in -> in.answer().isEmpty()).isPresent();
      return booking.isPresent() || reversing.isPresent() || back.now().isPresent() || untold;
    }

    /** The same, and the acquirer answered the advice of it. */
    Approved told(String answer) {
      return new Approved(sale, approval.told(answer), captures, booking, reversing, back);
    }

    Approved booking(Booking now) {
      return with(Optional.of(now), Optional.empty(), back);
    }

    Approved booked(Captured capture) {
      List<Captured> all = new ArrayList<>(captures);
      all.add(capture);
      return new Approved(sale, approval, all, Optional.empty(), Optional.empty(), back);
    }

    /** The same with nothing under way. */
    Approved idle() {
      return with(Optional.empty(), Optional.empty(), back.idle());
    }

    Approved reversing(Reversing now) {
      return with(Optional.empty(), Optional.of(now), back);
    }

    /** The same of which so much stays. */
    Approved staying(CurrencyAmount amount) {
      return new Approved(
          sale, approval.staying(amount), captures, Optional.empty(), Optional.empty(), back);
    }

    /** Nothing of it stays. */
    Reversed reversed() {
      return new Reversed(sale, approval);
    }
  }

  /** All was given back by its merchant: nothing is held. */
  record Reversed(HostRequest.Sale sale, Approval approval) implements Authorization {
    static final Tagged<Reversed> TYPE =
        Sequence.sequence(
            "Reversed",
            field("sale", HostRequest.Sale.TYPE, Reversed::sale),
            field("approval", Approval.TYPE, Reversed::approval),
            Reversed::new);
  }

  Asn1Type<Authorization> TYPE =
      Choice.choice(
          "Authorization",
          alternative("asking", Asking.class, Asking.TYPE.explicit(0)),
          alternative("unknown", Unknown.class, Unknown.TYPE.explicit(1)),
          alternative("declined", Declined.class, Declined.TYPE.explicit(2)),
          alternative("approved", Approved.class, Approved.TYPE.explicit(3)),
          alternative("reversed", Reversed.class, Reversed.TYPE.explicit(4)));

  /**
   * What is wanted with an approval.
   *
   * @param token whether one for further authorizations
   * @param batchID of what is captured at once
   */
  record Wanted(boolean token, Optional<BatchID> batchID) {
    static final Tagged<Wanted> TYPE =
        Sequence.sequence(
            "Wanted",
            field("token", Asn1.BOOLEAN, Wanted::token),
            optional("batchID", BatchID.TYPE.implicit(0), Wanted::batchID),
            Wanted::new);
  }

  /**
   * The account while its bank is asked.
   *
   * @param keyedHash by which purchases of one card are counted
   * @param sealed the token that an approval would give
   */
  record Account(Der keyedHash, AuthToken sealed) {
    static final Tagged<Account> TYPE =
        Sequence.sequence(
            "Account",
            field("keyedHash", Asn1.octets(1, 64), Account::keyedHash),
            field("sealed", AuthToken.TYPE, Account::sealed),
            Account::new);
  }

  /**
   * What was approved.
   *
   * @param authRRPID by which the merchant names it
   * @param authAmt what of it is approved now
   * @param at when it was approved
   * @param standIn where the gateway approved it in the issuer's place
   * @param until from when on nothing of it is held and captured; absent in what earlier versions
   *     approved
   */
  record Approval(
      RRPID authRRPID,
      CurrencyAmount authAmt,
      String approvalCode,
      Instant at,
      Optional<StandIn> standIn,
      Optional<Instant> until) {
    static final Tagged<Approval> TYPE =
        Sequence.sequence(
            "Approval",
            field("authRRPID", RRPID.TYPE, Approval::authRRPID),
            field("authAmt", CurrencyAmount.TYPE, Approval::authAmt),
            field("approvalCode", Asn1.sized(Asn1.VISIBLE_STRING, 6, 6), Approval::approvalCode),
            field("at", Date.TYPE, Approval::at),
            optional("standIn", StandIn.TYPE.implicit(0), Approval::standIn),
            optional("until", Date.TYPE.implicit(1), Approval::until),
            Approval::new);

    private Approval staying(CurrencyAmount amount) {
      return new Approval(authRRPID, amount, approvalCode, at, standIn, until);
    }

    private Approval told(String answer) {
      return new Approval(
          authRRPID, authAmt, approvalCode, at, standIn.map(in -> in.told(answer)), until);
    }
  }

  /**
   * An approval in the issuer's place.
   *
   * @param keyedHash of the account
   * @param answer what the acquirer said to the advice; empty as long as it said nothing
   */
  record StandIn(RespReason reason, Der keyedHash, Optional<String> answer) {
    static final Tagged<StandIn> TYPE =
        Sequence.sequence(
            "StandIn",
            field("reason", RespReason.TYPE, StandIn::reason),
            field("keyedHash", Asn1.octets(1, 64), StandIn::keyedHash),
            optional(
                "answer", Asn1.sized(Asn1.VISIBLE_STRING, 2, 2).implicit(0), StandIn::answer),
            StandIn::new);

    private StandIn told(String code) {
      return new StandIn(reason, keyedHash, Optional.of(code));
    }
  }

  /**
   * What was booked with the acquirer.
   *
   * @param key of the capture: RRPID of CapReq
   * @param hostKey its idempotency key at the banks; a sale's own, where it was captured with it
   */
  record Captured(
      RRPID key, CurrencyAmount amount, Instant at, Der hostKey) {
    static final Tagged<Captured> TYPE =
        Sequence.sequence(
            "Captured",
            field("key", RRPID.TYPE, Captured::key),
            field("amount", CurrencyAmount.TYPE, Captured::amount),
            field("at", Date.TYPE, Captured::at),
            field("hostKey", HostRequest.KEY, Captured::hostKey),
            Captured::new);
  }

  /**
   * What was once approved.
   *
   * @param used what of it is held or was captured
   */
  record Given(RRPID authRRPID, Instant at, CurrencyAmount used) {}

  /** What was approved of an authorization; empty where nothing ever was. */
  static Optional<Given> given(Authorization authorization, Instant now) {
    return switch (authorization) {
      case Approved approved ->
          Optional.of(
              new Given(
                  approved.approval().authRRPID(),
                  approved.approval().at(),
                  approved.used(now)));
      case Reversed(var sale, var approval) ->
          Optional.of(
              new Given(
                  approval.authRRPID(),
                  approval.at(),
                  CurrencyAmount.zero(sale.amount().currency())));
      case Asking _, Unknown _, Declined _ -> Optional.empty();
    };
  }

  /**
   * The merchant who waits: whom the answer is for and what it is sealed to.
   *
   * @param place of this item among several, from 1; 0 where the request is about it alone
   */
  record Caller(
      BrandID brandID,
      MerchantID merchantID,
      CertThumb merchantThumb,
      Certificate keyExchange,
      int place) {
    static final Tagged<Caller> TYPE =
        Sequence.sequence(
            "Caller",
            field("brandID", BrandID.TYPE, Caller::brandID),
            field("merchantID", MerchantID.TYPE, Caller::merchantID),
            field("merchantThumb", CertThumb.TYPE, Caller::merchantThumb),
            field("keyExchange", Certificate.TYPE, Caller::keyExchange),
            defaulted("place", Asn1.integer(0, PLACE_MAX).implicit(0), 0, Caller::place),
            Caller::new);

    static Caller of(MerchantParty merchant) {
      return new Caller(
          new BrandID(merchant.signer().brand()),
          merchant.merchantID(),
          merchant.thumb(),
          merchant.keyExchange().certificate(),
          0);
    }

    /** The same, who waits for the answer about several items. */
    Caller at(int number) {
      return new Caller(brandID, merchantID, merchantThumb, keyExchange, number);
    }

    /** Whether this is one item of several. */
    boolean isOfSeveral() {
      return place > 0;
    }
  }

  /**
   * What was asked, as far as the answer needs it.
   *
   * @param back the cardholder's key for our message, where it gave one
   */
  record Asked(
      Caller caller, AuthTags authTags, Detached<OIData> hOIData, Optional<BackKeyData> back) {
    static final Tagged<Asked> TYPE =
        Sequence.sequence(
            "Asked",
            field("caller", Caller.TYPE, Asked::caller),
            field("authTags", AuthTags.TYPE, Asked::authTags),
            field("hOIData", Detached.type(OIData.CONTENT), Asked::hOIData),
            optional("back", BackKeyData.TYPE.implicit(0), Asked::back),
            Asked::new);
  }

  /**
   * A reversal under way.
   *
   * @param stays what shall stay; 0 voids
   */
  record Reversing(Caller caller, AuthRevTags authRevTags, CurrencyAmount stays) {
    static final Tagged<Reversing> TYPE =
        Sequence.sequence(
            "Reversing",
            field("caller", Caller.TYPE, Reversing::caller),
            field("authRevTags", AuthRevTags.TYPE, Reversing::authRevTags),
            field("stays", CurrencyAmount.TYPE, Reversing::stays),
            Reversing::new);
  }

  /**
   * A capture under way.
   *
   * @param batchID the batch that the merchant named
   */
  record Booking(
      Caller caller,
      RRTags capRRTags,
      TransIDs transIDs,
      RRPID authRRPID,
      CurrencyAmount amount,
      Optional<BatchID> batchID) {
    static final Tagged<Booking> TYPE =
        Sequence.sequence(
            "Booking",
            field("caller", Caller.TYPE, Booking::caller),
            field("capRRTags", RRTags.TYPE, Booking::capRRTags),
            field("transIDs", TransIDs.TYPE, Booking::transIDs),
            field("authRRPID", RRPID.TYPE, Booking::authRRPID),
            field("amount", CurrencyAmount.TYPE, Booking::amount),
            optional("batchID", BatchID.TYPE.implicit(0), Booking::batchID),
            Booking::new);

    /** Idempotency key at the banks. */
    Der hostKey() {
      return HostRequest.key(capRRTags.rrpid(), caller.place());
    }
  }
}
