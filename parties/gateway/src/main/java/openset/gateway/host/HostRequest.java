package openset.gateway.host;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Der;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.iso8583.host.Checks.Recurrence;
import openset.set.data.CurrencyAmount;
import openset.set.data.Date;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.auth.RespReason;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;
import openset.set.data.card.TransStain;
import openset.set.extension.CardChecks;

/**
 * What the gateway asks an acquirer. Kept sealed while it is asked, and no longer: an authorization
 * holds the account number.
 *
 * <pre>
 * HostRequest ::= CHOICE {
 *   authorize   [0] EXPLICIT Authorize,
 *   reverse     [1] EXPLICIT Reverse,
 *   capture     [2] EXPLICIT Capture,
 *   credit      [10] EXPLICIT Credit,
 *   takeBack    [11] EXPLICIT TakeBack }
 * </pre>
 */
public sealed interface HostRequest {
  /** An item's idempotency key: an RRPID, followed for an item of a list by its place (HL-10). */
  Tagged<Der> KEY = Asn1.octets(RRPID.OCTETS, RRPID.OCTETS + Integer.BYTES);

  Tagged<Recurrence> RECURRENCE =
      Asn1.enumerated("Recurrence", Recurrence.values(), Recurrence::ordinal);

  /**
   * The idempotency key of an item.
   *
   * @param place in the list, from 1; 0 where the request is about it alone
   */
  static Der key(RRPID rrpid, int place) {
    if (place == 0) return rrpid.octets();
    return Der.of(
        ByteBuffer.allocate(RRPID.OCTETS + Integer.BYTES)
            .put(rrpid.octets().bytes())
            .putInt(place)
            .array());
  }

  /** The numbers all hosts know the authorization by, and its sale. */
  Sale sale();

  /** 0100, or 0200 where it is captured at once. */
  record Authorize(Sale sale, Card card) implements HostRequest {
    static final Tagged<Authorize> TYPE =
        Sequence.sequence(
            "Authorize",
            field("sale", Sale.TYPE, Authorize::sale),
            field("card", Card.TYPE, Authorize::card),
            Authorize::new);
  }

  /**
   * 0400 of an earlier 0100: its outcome is not known, or it is given back.
   *
   * @param stays what of it stays approved; empty where nothing does
   */
  record Reverse(Sale sale, Optional<CurrencyAmount> stays) implements HostRequest {
    static final Tagged<Reverse> TYPE =
        Sequence.sequence(
            "Reverse",
            field("sale", Sale.TYPE, Reverse::sale),
            optional("stays", CurrencyAmount.TYPE.implicit(0), Reverse::stays),
            Reverse::new);

    /** Of all of it. */
    public static Reverse all(Sale sale) {
      return new Reverse(sale, Optional.empty());
    }
  }

  /**
   * 0220 for a part of an approved authorization.
   *
   * @param key idempotency key of this capture
   */
  record Capture(Sale sale, Der key, CurrencyAmount amount, String approvalCode)
      implements HostRequest {
    static final Tagged<Capture> TYPE =
        Sequence.sequence(
            "Capture",
            field("sale", Sale.TYPE, Capture::sale),
            field("key", KEY, Capture::key),
            field("amount", CurrencyAmount.TYPE, Capture::amount),
            field(
                "approvalCode",
                Asn1.sized(Asn1.VISIBLE_STRING, 6, 6),
                Capture::approvalCode),
            Capture::new);
  }

  /**
   * 0220 of a return of goods: money goes back of what was captured.
   *
   * @param key idempotency key of this credit
   */
  record Credit(Sale sale, Der key, CurrencyAmount amount, String approvalCode)
      implements HostRequest {
    static final Tagged<Credit> TYPE =
        Sequence.sequence(
            "Credit",
            field("sale", Sale.TYPE, Credit::sale),
            field("key", KEY, Credit::key),
            field("amount", CurrencyAmount.TYPE, Credit::amount),
            field(
                "approvalCode",
                Asn1.sized(Asn1.VISIBLE_STRING, 6, 6),
                Credit::approvalCode),
            Credit::new);
  }

  /**
   * 0420: a capture or a credit never was, all of it.
   *
   * @param item which of the two
   * @param key idempotency key of this reversal
   * @param earlier idempotency key of what is taken back
   */
  record TakeBack(
      Sale sale, Item item, Der key, Der earlier, CurrencyAmount amount, String approvalCode)
      implements HostRequest {
    static final Tagged<TakeBack> TYPE =
        Sequence.sequence(
            "TakeBack",
            field("sale", Sale.TYPE, TakeBack::sale),
            field("item", Item.TYPE, TakeBack::item),
            field("key", KEY, TakeBack::key),
            field("earlier", KEY, TakeBack::earlier),
            field("amount", CurrencyAmount.TYPE, TakeBack::amount),
            field(
                "approvalCode",
                Asn1.sized(Asn1.VISIBLE_STRING, 6, 6),
                TakeBack::approvalCode),
            TakeBack::new);
  }

  /** What can be taken back. */
  enum Item {
    CAPTURE,
    CREDIT;

    static final Tagged<Item> TYPE = Asn1.enumerated("Item", values(), Item::ordinal);
  }

  /**
   * 0120: the gateway approved in the issuer's place.
   *
   * @param approvalCode its own
   * @param until from when on it is held no more, as the merchant is told
   */
  record StandIn(
      Sale sale,
      Card card,
      String approvalCode,
      RespReason reason,
      Optional<Instant> until)
      implements HostRequest {
    static final Tagged<StandIn> TYPE =
        Sequence.sequence(
            "StandIn",
            field("sale", Sale.TYPE, StandIn::sale),
            field("card", Card.TYPE, StandIn::card),
            field(
                "approvalCode",
                Asn1.sized(Asn1.VISIBLE_STRING, 6, 6),
                StandIn::approvalCode),
            field("reason", RespReason.TYPE, StandIn::reason),
            optional("until", Date.TYPE.implicit(0), StandIn::until),
            StandIn::new);
  }

  Asn1Type<HostRequest> TYPE =
      Choice.choice(
          "HostRequest",
          alternative("authorize", Authorize.class, Authorize.TYPE.explicit(0)),
          alternative("reverse", Reverse.class, Reverse.TYPE.explicit(1)),
          alternative("capture", Capture.class, Capture.TYPE.explicit(2)),
          alternative("credit", Credit.class, Credit.TYPE.explicit(10)),
          alternative("takeBack", TakeBack.class, TakeBack.TYPE.explicit(11)),
          alternative("standIn", StandIn.class, StandIn.TYPE.explicit(12)));

  /**
   * One authorization as the hosts know it.
   *
   * @param reference acquirer, retrieval reference, and time and STAN of the 0100
   * @param key idempotency key of the 0100: RRPID of AuthReq, or a new one for a 0120
   * @param atOnce whether it was asked as 0200, so that what is approved is captured too
   */
  record Sale(
      Reference reference,
      Acceptor acceptor,
      CurrencyAmount amount,
      RRPID key,
      XID xid,
      boolean atOnce) {
    public static final Tagged<Sale> TYPE =
        Sequence.sequence(
            "Sale",
            field("reference", Reference.TYPE, Sale::reference),
            field("acceptor", Acceptor.TYPE, Sale::acceptor),
            field("amount", CurrencyAmount.TYPE, Sale::amount),
            field("key", RRPID.TYPE, Sale::key),
            field("xid", XID.TYPE, Sale::xid),
            defaulted("atOnce", Asn1.BOOLEAN, false, Sale::atOnce),
            Sale::new);
  }

  /** Elements 32, 37, 7 and 11 of the 0100. */
  record Reference(String acquirer, String retrieval, String time, int stan) {
    static final Tagged<Reference> TYPE =
        Sequence.sequence(
            "Reference",
            field("acquirer", Asn1.sized(Asn1.NUMERIC_STRING, 1, 11), Reference::acquirer),
            field("retrieval", Asn1.sized(Asn1.VISIBLE_STRING, 12, 12), Reference::retrieval),
            field("time", Asn1.sized(Asn1.NUMERIC_STRING, 10, 10), Reference::time),
            field("stan", Asn1.integer(1, 999_999), Reference::stan),
            Reference::new);
  }

  /**
   * Elements 42, 18 and 41: which merchant, of which category, at which terminal.
   *
   * @param terminal where the merchant names one
   */
  record Acceptor(String merchant, String category, Optional<String> terminal) {
    static final Tagged<Acceptor> TYPE =
        Sequence.sequence(
            "Acceptor",
            field("merchant", Asn1.sized(Asn1.VISIBLE_STRING, 1, 30), Acceptor::merchant),
            field("category", Asn1.sized(Asn1.NUMERIC_STRING, 4, 4), Acceptor::category),
            optional(
                "terminal",
                Asn1.sized(Asn1.VISIBLE_STRING, 1, 8).implicit(0),
                Acceptor::terminal),
            Acceptor::new);
  }

  /**
   * The card, and the cardholder's part in element 127.
   *
   * @param transStain where the cardholder signed
   * @param certificateSerial of the certificate it signed with, likewise
   * @param checks what the issuer may check beside
   * @param series of which kind of series the payment is, as the cardholder signed it
   */
  record Card(
      PAN pan,
      CardExpiry expiry,
      Optional<TransStain> transStain,
      Optional<Der> certificateSerial,
      Optional<CardChecks> checks,
      Optional<Recurrence> series) {
    static final Tagged<Card> TYPE =
        Sequence.sequence(
            "Card",
            field("pan", PAN.TYPE, Card::pan),
            field("expiry", CardExpiry.TYPE, Card::expiry),
            optional("transStain", TransStain.TYPE, Card::transStain),
            optional("certificateSerial", Asn1.octets(1, 20), Card::certificateSerial),
            optional("checks", CardChecks.TYPE.implicit(0), Card::checks),
            optional("series", RECURRENCE.implicit(1), Card::series),
            Card::new);

    /** Refuses one of the two without the other: where nobody signed there is neither. */
    public Card {
      if (transStain.isPresent() != certificateSerial.isPresent()) {
        throw new IllegalArgumentException("a stain and a certificate, or neither");
      }
    }

    /** Nothing of the account. */
    @Override
    public String toString() {
      return "Card";
    }
  }
}
