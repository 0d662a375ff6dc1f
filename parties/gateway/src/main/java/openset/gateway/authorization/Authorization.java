package openset.gateway.authorization;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.gateway.host.HostRequest;
import openset.pki.Certificate;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;
import openset.set.data.auth.AuthRevTags;
import openset.set.data.auth.AuthTags;
import openset.set.data.card.BackKeyData;
import openset.set.data.order.OIData;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.RRTags;
import openset.set.operator.Detached;

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
  /** The acquirer is being asked. */
  record Asking(Asked asked, HostRequest.Sale sale) implements Authorization {
    static final Tagged<Asking> TYPE =
        Sequence.sequence(
            "Asking",
            field("asked", Asked.TYPE, Asking::asked),
            field("sale", HostRequest.Sale.TYPE, Asking::sale),
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
   * @param captured what was booked of it so far
   * @param booking what is being booked now
   * @param reversing what is being given back now
   */
  record Approved(
      HostRequest.Sale sale,
      CurrencyAmount authAmt,
      String approvalCode,
      CurrencyAmount captured,
      Optional<Booking> booking,
      Optional<Reversing> reversing)
      implements Authorization {
    static final Tagged<Approved> TYPE =
        Sequence.sequence(
            "Approved",
            field("sale", HostRequest.Sale.TYPE, Approved::sale),
            field("authAmt", CurrencyAmount.TYPE, Approved::authAmt),
            field("approvalCode", Asn1.sized(Asn1.VISIBLE_STRING, 6, 6), Approved::approvalCode),
            field("captured", CurrencyAmount.TYPE, Approved::captured),
            optional("booking", Booking.TYPE, Approved::booking),
            optional("reversing", Reversing.TYPE.implicit(0), Approved::reversing),
            Approved::new);

    boolean isBusy() {
      return booking.isPresent() || reversing.isPresent();
    }

    Approved booking(Booking now) {
      return new Approved(
          sale, authAmt, approvalCode, captured, Optional.of(now), Optional.empty());
    }

    Approved booked(CurrencyAmount more) {
      return new Approved(
          sale,
          authAmt,
          approvalCode,
          captured.plus(more),
          Optional.empty(),
          Optional.empty());
    }

    Approved reversing(Reversing now) {
      return new Approved(
          sale, authAmt, approvalCode, captured, Optional.empty(), Optional.of(now));
    }

    /** The same of which so much stays. */
    Approved staying(CurrencyAmount amount) {
      return new Approved(
          sale, amount, approvalCode, captured, Optional.empty(), Optional.empty());
    }
  }

  /** All was given back by its merchant: nothing is held. */
  record Reversed(HostRequest.Sale sale, String approvalCode) implements Authorization {
    static final Tagged<Reversed> TYPE =
        Sequence.sequence(
            "Reversed",
            field("sale", HostRequest.Sale.TYPE, Reversed::sale),
            field("approvalCode", Asn1.sized(Asn1.VISIBLE_STRING, 6, 6), Reversed::approvalCode),
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

  /** The merchant who waits: whom the answer is for and what it is sealed to. */
  record Caller(
      BrandID brandID, MerchantID merchantID, CertThumb merchantThumb, Certificate keyExchange) {
    static final Tagged<Caller> TYPE =
        Sequence.sequence(
            "Caller",
            field("brandID", BrandID.TYPE, Caller::brandID),
            field("merchantID", MerchantID.TYPE, Caller::merchantID),
            field("merchantThumb", CertThumb.TYPE, Caller::merchantThumb),
            field("keyExchange", Certificate.TYPE, Caller::keyExchange),
            Caller::new);
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
  }
}
