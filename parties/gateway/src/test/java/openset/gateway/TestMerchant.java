package openset.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.MerchantID;
import openset.set.data.Salt;
import openset.set.data.XID;
import openset.set.data.auth.CapToken;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import openset.set.data.order.Offer;
import openset.set.data.payment.AuthToken;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.MerTermIDs;
import openset.set.data.order.OrderLine;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.CapResPayload;
import openset.set.extension.CardChecks;
import openset.set.message.AuthRes;
import openset.set.message.AuthRevRes;
import openset.set.message.CapRes;
import openset.set.message.Error;
import openset.set.message.ErrorTBS;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitReq;
import openset.set.message.PInitRes;
import openset.set.message.PReq;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.treatment.Means;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.cardholder.CreatePInitReq;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.CreateAuthRevReq;
import openset.set.treatment.merchant.CreateCapReq;
import openset.set.treatment.merchant.CreatePInitRes;
import openset.set.treatment.merchant.ProcessAuthRes;
import openset.set.treatment.merchant.ProcessAuthRevRes;
import openset.set.treatment.merchant.ProcessCapRes;
import openset.set.treatment.merchant.ProcessPReq;

/** A merchant with orders that cardholders agreed to, by the treatments of both. */
record TestMerchant(Brand brand, Brand.Pair gateway) {
  static final String ORDERED = "The Quiet Harbour";

  /** A merchant and a cardholder who know each other through PInit. */
  record Opened(CreatePInitRes.Created sale, ProcessPInitRes.Proved proved) {}

  /** A request for an authorization, and the order it is for. */
  record Asks(AcceptedOrder order, CreateAuthReq.Created created) {
    byte[] authReq() {
      return MessageWrapper.TYPE.encode(created.wrapper());
    }

    XID xid() {
      return order.transIDs().xid();
    }
  }

  /** A request for a capture. */
  record Claims(CreateCapReq.Created created) {
    byte[] capReq() {
      return MessageWrapper.TYPE.encode(created.wrapper());
    }
  }

  Means means() {
    return brand.means(List.of(brand.merchantSigning), List.of(brand.merchantOpening));
  }

  CreateAuthReq.With with() {
    return with(Optional.empty());
  }

  private CreateAuthReq.With with(Optional<String> terminal) {
    return new CreateAuthReq.With(
        brand.merchantSigning,
        brand.merchantOpening.certificate(),
        brand.known(gateway),
        MerTermIDs.of(new MerchantID("M-0001"), terminal),
        "5942");
  }

  /** A request that names the terminal it comes from. */
  Asks asksAt(String terminal, AcceptedOrder order) throws Refused {
    return new Asks(
        order, CreateAuthReq.create(order, with(Optional.of(terminal)), means()));
  }

  static CurrencyAmount euros(long minor) {
    return CurrencyAmount.of("EUR", minor);
  }

  static AsSent<Offer> offer(long minor) {
    return offer(minor, Optional.empty());
  }

  /** An offer to be paid by a plan. */
  static AsSent<Offer> offer(long minor, Optional<InstallRecurData> plan) {
    OrderLine line =
        new OrderLine(
            1, "bk-101", ORDERED, 1, euros(minor), euros(minor), Salt.random(Brand.RANDOM));
    return AsSent.of(
        Offer.TYPE,
        new Offer(
            LocalID.ofText("order-1"),
            Instant.parse("2026-06-01T12:00:00Z"),
            List.of(new BrandID(Brand.NAME)),
            List.of(line),
            euros(0),
            euros(0),
            euros(minor),
            new Delivery(
                DeliveryMethod.digital, "Sample Cardholder", List.of(), Optional.empty()),
            plan));
  }

  Opened opens(Card card, AsSent<Offer> offer) throws Refused {
    Means means = means();
    CreatePInitReq.Created asked =
        CreatePInitReq.create(
            new CreatePInitReq.Of(
                LocalID.ofText("wallet-1"),
                offer.value().lidM(),
                card.brandID(),
                card.bin(),
                new Language("en")),
            means);
    CreatePInitRes.Created sale =
        CreatePInitRes.create(
            (PInitReq) asked.wrapper().message(),
            offer,
            new CreatePInitRes.With(brand.merchantSigning, brand.known(gateway)),
            means);
    MessageWrapper answer = sale.wrapper();
    return new Opened(
        sale,
        ProcessPInitRes.process(
            answer, (PInitRes) answer.message(), asked.asked(), offer, means));
  }

  /** An order that was proved, before a bank is asked. */
  AcceptedOrder accepts(Opened opened, Card card, AsSent<Offer> offer) throws Refused {
    return accepts(opened, card, offer, CardChecks.NONE);
  }

  private AcceptedOrder accepts(
      Opened opened, Card card, AsSent<Offer> offer, CardChecks checks) throws Refused {
    Means means = means();
    MessageWrapper request =
        CreatePReq.create(opened.proved(), offer, card, checks, means).wrapper();
    ProcessPReq.Outcome outcome =
        ProcessPReq.process(
            request,
            (PReq) request.message(),
            new ProcessPReq.Known(opened.sale().sale(), offer.value(), Optional.empty()),
            means);
    return ((ProcessPReq.Outcome.Accepted) outcome).order();
  }

  AcceptedOrder sells(Card card, long minor) throws Refused {
    AsSent<Offer> offer = offer(minor);
    return accepts(opens(card, offer), card, offer);
  }

  /** An order whose cardholder lets its bank check something. */
  AcceptedOrder sells(Card card, long minor, CardChecks checks) throws Refused {
    AsSent<Offer> offer = offer(minor);
    return accepts(opens(card, offer), card, offer, checks);
  }

  /** A new request for an order; each has its own RRPID. */
  Asks asks(AcceptedOrder order) throws Refused {
    return new Asks(order, CreateAuthReq.create(order, with(), means()));
  }

  /** A first authorization, asked for as {@code wish} says. */
  Asks asks(AcceptedOrder order, CreateAuthReq.Wish wish) throws Refused {
    return new Asks(order, CreateAuthReq.create(order, wish, with(), means()));
  }

  /** Another authorization of the same purchase. */
  Asks asksAgain(AcceptedOrder order, AuthToken token, CreateAuthReq.Wish wish)
      throws Refused {
    CreateAuthReq.Further further =
        new CreateAuthReq.Further(order.transIDs(), token);
    return new Asks(order, CreateAuthReq.further(further, wish, with(), means()));
  }

  /** An order to be paid by a plan that the cardholder signed. */
  AcceptedOrder sells(Card card, long minor, InstallRecurData plan) throws Refused {
    AsSent<Offer> offer = offer(minor, Optional.of(plan));
    return accepts(opens(card, offer), card, offer);
  }

  Asks asks(Card card, long minor) throws Refused {
    return asks(sells(card, minor));
  }

  /** What the merchant believes of an AuthRes. */
  ProcessAuthRes.Outcome reads(Asks asks, byte[] authRes) throws Refused {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(authRes);
    return ProcessAuthRes.process(
        wrapper,
        (AuthRes) wrapper.message(),
        new ProcessAuthRes.Asked(
            asks.created().authTags(),
            asks.order().purchAmt(),
            new BrandID(Brand.NAME),
            CertThumb.of(brand.merchantSigning.certificate()),
            brand.merchantOpening),
        means());
  }

  Claims claims(Asks asks, CapToken token, long minor) throws Refused {
    return claims(asks, token, minor, Optional.empty());
  }

  /** A capture that shall fall into this batch. */
  Claims claims(Asks asks, CapToken token, long minor, Optional<BatchID> into)
      throws Refused {
    return new Claims(
        CreateCapReq.create(
            new CreateCapReq.Capture(asks.created().authTags(), token, euros(minor), into),
            with(),
            means()));
  }

  /** What the merchant believes of a CapRes. */
  CapResPayload reads(Claims claims, byte[] capRes) throws Refused {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(capRes);
    return ProcessCapRes.process(
            wrapper,
            (CapRes) wrapper.message(),
            new ProcessCapRes.Asked(
                claims.created().capRRTags(),
                claims.created().items(),
                new BrandID(Brand.NAME),
                brand.merchantOpening),
            means())
        .getFirst();
  }

  /** A reversal. */
  record GivesBack(CreateAuthRevReq.Created created, CurrencyAmount stays) {
    byte[] authRevReq() {
      return MessageWrapper.TYPE.encode(created.wrapper());
    }
  }

  GivesBack givesBack(Asks asks, CapToken token, long stays) throws Refused {
    CreateAuthRevReq.Reversal reversal =
        new CreateAuthRevReq.Reversal(asks.created().authTags(), token, euros(stays));
    return new GivesBack(
        CreateAuthRevReq.create(reversal, with(), means()), euros(stays));
  }

  /** What the merchant believes of an AuthRevRes. */
  ProcessAuthRevRes.Outcome reads(GivesBack back, byte[] authRevRes) throws Refused {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(authRevRes);
    return ProcessAuthRevRes.process(
        wrapper,
        (AuthRevRes) wrapper.message(),
        new ProcessAuthRevRes.Asked(
            back.created().authRevTags(),
            back.stays(),
            new BrandID(Brand.NAME),
            CertThumb.of(brand.merchantSigning.certificate()),
            brand.merchantOpening),
        means());
  }

  /** The code of an Error that the gateway signed; anything else fails. */
  ErrorCode refusal(byte[] answer) throws Refused {
    Error error = (Error) MessageWrapper.TYPE.decode(answer).message();
    Required signer = Required.of(CertificateType.PGWY, KeyUse.SIGN, Brand.NAME);
    return S.verify(
            ((Error.SignedError) error).signed(),
            ErrorTBS.CONTENT,
            Expected.of(signer, means().trust(), means().now()))
        .value()
        .errorCode();
  }
}
