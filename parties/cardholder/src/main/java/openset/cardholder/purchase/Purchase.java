package openset.cardholder.purchase;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.asn1.AsSent;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Der;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.cardholder.stop.Stop;
import openset.set.data.BrandID;
import openset.set.data.Date;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.MerchantID;
import openset.set.data.URL;
import openset.set.data.XID;
import openset.set.data.order.Offer;
import openset.set.data.order.PublishedOffer;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.PResPayload;
import openset.set.data.outcome.Receipt;
import openset.set.data.sale.AuthCode;
import openset.set.operator.Signed;
import openset.set.treatment.cardholder.CreateInqReq;
import openset.set.treatment.cardholder.CreatePInitReq;
import openset.set.treatment.cardholder.CreatePReq;

/**
 * Where a purchase stands. Kept as DER.
 *
 * <pre>
 * Purchase ::= CHOICE {
 *   started        [0] EXPLICIT Started,
 *   offered        [1] EXPLICIT Offered,
 *   cancelled      [2] EXPLICIT Cancelled,
 *   ordered        [3] EXPLICIT Ordered,
 *   confirmed      [4] EXPLICIT Confirmed,
 *   declined       [5] EXPLICIT Declined,
 *   notConfirmed   [6] EXPLICIT NotConfirmed,
 *   stopped        [7] EXPLICIT Stopped }
 * </pre>
 */
public sealed interface Purchase {
  /** What is to be bought, as it was given. */
  Order order();

  /** What was signed, where something was. */
  default Optional<Ordered> signed() {
    return Optional.empty();
  }

  /** The same purchase, with more known of what was signed. */
  default Purchase with(Ordered ordered) {
    throw new IllegalStateException("nothing was signed");
  }

  /** The merchant is being asked for its signed offer. */
  record Started(Order order, CreatePInitReq.Asked asked) implements Purchase {
    static final Tagged<Started> TYPE =
        Sequence.sequence(
            "Started",
            field("order", Order.TYPE, Started::order),
            field("asked", CreatePInitReq.Asked.TYPE, Started::asked),
            Started::new);
  }

  /**
   * A proved merchant offers exactly this order; the person has not said yes yet.
   *
   * @param pInitRes the merchant's answer as it came, which is checked again on approval; where the
   *     offer was published and nobody was asked, nothing
   */
  record Offered(
      Order order, CreatePInitReq.Asked asked, Der pInitRes, XID xid, Seller seller)
      implements Purchase {
    static final Tagged<Offered> TYPE =
        Sequence.sequence(
            "Offered",
            field("order", Order.TYPE, Offered::order),
            field("asked", CreatePInitReq.Asked.TYPE, Offered::asked),
            field("pInitRes", Asn1.OCTET_STRING, Offered::pInitRes),
            field("xid", XID.TYPE, Offered::xid),
            field("seller", Seller.TYPE, Offered::seller),
            Offered::new);
  }

  /** The person said no; nothing was signed. */
  record Cancelled(Order order) implements Purchase {
    static final Tagged<Cancelled> TYPE =
        Sequence.sequence(
            "Cancelled", field("order", Order.TYPE, Cancelled::order), Cancelled::new);
  }

  /**
   * Order and payment are signed and sent; PReq goes out byte for byte until it is answered.
   *
   * @param pInitRes the merchant's offer as it came, with the CRLs that prove its answer
   * @param inquiry what the merchant is being asked about it
   * @param told what the merchant said when it was asked last
   */
  record Ordered(
      Order order,
      Seller seller,
      Der pInitRes,
      CreatePReq.Asked asked,
      Optional<CreateInqReq.Asked> inquiry,
      Optional<Told> told)
      implements Purchase {
    static final Tagged<Ordered> TYPE =
        Sequence.sequence(
            "Ordered",
            field("order", Order.TYPE, Ordered::order),
            field("seller", Seller.TYPE, Ordered::seller),
            field("pInitRes", Asn1.OCTET_STRING, Ordered::pInitRes),
            field("asked", CreatePReq.Asked.TYPE, Ordered::asked),
            optional("inquiry", CreateInqReq.Asked.TYPE.implicit(0), Ordered::inquiry),
            optional("told", Told.TYPE.implicit(1), Ordered::told),
            Ordered::new);

    @Override
    public Optional<Ordered> signed() {
      return Optional.of(this);
    }

    @Override
    public Purchase with(Ordered ordered) {
      return ordered;
    }

    Ordered asking(CreateInqReq.Asked question) {
      return new Ordered(order, seller, pInitRes, asked, Optional.of(question), told);
    }

    Ordered notAsking() {
      return new Ordered(order, seller, pInitRes, asked, Optional.empty(), told);
    }

    Ordered told(Told now) {
      return new Ordered(order, seller, pInitRes, asked, Optional.empty(), Optional.of(now));
    }
  }

  /** The gateway's receipt says that the amount is held. */
  record Confirmed(Ordered ordered, Receipt receipt) implements Purchase {
    static final Tagged<Confirmed> TYPE =
        Sequence.sequence(
            "Confirmed",
            field("ordered", Ordered.TYPE, Confirmed::ordered),
            field("receipt", Receipt.TYPE, Confirmed::receipt),
            Confirmed::new);

    @Override
    public Order order() {
      return ordered.order();
    }

    @Override
    public Optional<Ordered> signed() {
      return Optional.of(ordered);
    }

    @Override
    public Purchase with(Ordered now) {
      return new Confirmed(now, receipt);
    }
  }

  /** The gateway's receipt says that nothing is held, and why. */
  record Declined(Ordered ordered, Receipt receipt) implements Purchase {
    static final Tagged<Declined> TYPE =
        Sequence.sequence(
            "Declined",
            field("ordered", Ordered.TYPE, Declined::ordered),
            field("receipt", Receipt.TYPE, Declined::receipt),
            Declined::new);

    @Override
    public Order order() {
      return ordered.order();
    }

    @Override
    public Optional<Ordered> signed() {
      return Optional.of(ordered);
    }

    @Override
    public Purchase with(Ordered now) {
      return new Declined(now, receipt);
    }
  }

  /**
   * Only the merchant says something.
   *
   * @param claimed what it says of an authorization, without proof
   */
  record NotConfirmed(
      Ordered ordered, CompletionCode completionCode, Optional<AuthCode> claimed)
      implements Purchase {
    static final Tagged<NotConfirmed> TYPE =
        Sequence.sequence(
            "NotConfirmed",
            field("ordered", Ordered.TYPE, NotConfirmed::ordered),
            field("completionCode", CompletionCode.TYPE, NotConfirmed::completionCode),
            optional("claimed", AuthCode.TYPE.implicit(0), NotConfirmed::claimed),
            NotConfirmed::new);

    @Override
    public Order order() {
      return ordered.order();
    }

    @Override
    public Optional<Ordered> signed() {
      return Optional.of(ordered);
    }

    @Override
    public Purchase with(Ordered now) {
      return new NotConfirmed(now, completionCode, claimed);
    }
  }

  /**
   * An answer broke a rule, or the merchant sent an Error.
   *
   * @param ordered what was signed before; then the payment may have been made all the same
   */
  record Stopped(Order order, Stop stop, Optional<Ordered> ordered) implements Purchase {
    static final Tagged<Stopped> TYPE =
        Sequence.sequence(
            "Stopped",
            field("order", Order.TYPE, Stopped::order),
            field("stop", Stop.TYPE, Stopped::stop),
            optional("ordered", Ordered.TYPE.implicit(0), Stopped::ordered),
            Stopped::new);

    @Override
    public Optional<Ordered> signed() {
      return ordered;
    }

    @Override
    public Purchase with(Ordered now) {
      return new Stopped(order, stop, Optional.of(now));
    }
  }

  Asn1Type<Purchase> TYPE =
      Choice.choice(
          "Purchase",
          alternative("started", Started.class, Started.TYPE.explicit(0)),
          alternative("offered", Offered.class, Offered.TYPE.explicit(1)),
          alternative("cancelled", Cancelled.class, Cancelled.TYPE.explicit(2)),
          alternative("ordered", Ordered.class, Ordered.TYPE.explicit(3)),
          alternative("confirmed", Confirmed.class, Confirmed.TYPE.explicit(4)),
          alternative("declined", Declined.class, Declined.TYPE.explicit(5)),
          alternative("notConfirmed", NotConfirmed.class, NotConfirmed.TYPE.explicit(6)),
          alternative("stopped", Stopped.class, Stopped.TYPE.explicit(7)));

  /**
   * What is to be bought, and how.
   *
   * @param lidC the wallet's label of the purchase
   * @param cardID the card that pays
   * @param setUrl where the merchant takes messages
   * @param language in which the person reads
   * @param offer as it was given, byte for byte
   * @param published the same, signed by the merchant when it was published; then PInit is left out
   */
  record Order(
      LocalID lidC,
      LocalID cardID,
      BrandID brandID,
      URL setUrl,
      Language language,
      Instant begunAt,
      AsSent<Offer> offer,
      Optional<Signed<PublishedOffer>> published) {
    public static final Tagged<Order> TYPE =
        Sequence.sequence(
            "Order",
            field("lid-C", LocalID.TYPE, Order::lidC),
            field("cardID", LocalID.TYPE, Order::cardID),
            field("brandID", BrandID.TYPE, Order::brandID),
            field("setUrl", URL.TYPE, Order::setUrl),
            field("language", Language.TYPE, Order::language),
            field("begunAt", Date.TYPE, Order::begunAt),
            field("offer", AsSent.type(Offer.TYPE), Order::offer),
            optional(
                "published", Signed.<PublishedOffer>type().implicit(0), Order::published),
            Order::new);
  }

  /**
   * What the merchant says when it is asked; nothing of it is proved but that it said so.
   *
   * @param said without the gateway's receipt, which is proved and kept by itself
   * @param more the same of each further authorization, the oldest first
   */
  record Told(Instant at, PResPayload said, List<PResPayload> more) {
    static final Tagged<Told> TYPE =
        Sequence.sequence(
            "Told",
            field("at", Date.TYPE, Told::at),
            field("said", PResPayload.TYPE, Told::said),
            defaulted(
                "more",
                Repeated.sequenceOf(PResPayload.TYPE, 0).implicit(0),
                List.of(),
                Told::more),
            Told::new);

    /** What was said, with a copy of the list. */
    public Told {
      more = List.copyOf(more);
    }

    /** Of each authorization, the oldest first. */
    public List<PResPayload> all() {
      return Stream.concat(Stream.of(said), more.stream()).toList();
    }

    /** How far the furthest of them has come. */
    public CompletionCode completionCode() {
      return all().stream()
          .map(PResPayload::completionCode)
          .max(Comparator.comparing(CompletionCode::code))
          .orElseThrow();
    }
  }

  /**
   * The merchant, by its proved certificate.
   *
   * @param name that stands on statements
   * @param web its web origin, where the certificate has one
   */
  record Seller(String name, MerchantID merchantID, Optional<String> web) {
    public static final Tagged<Seller> TYPE =
        Sequence.sequence(
            "Seller",
            field("name", Asn1.UTF8_STRING, Seller::name),
            field("merchantID", MerchantID.TYPE, Seller::merchantID),
            optional("web", Asn1.UTF8_STRING.implicit(0), Seller::web),
            Seller::new);
  }
}
