package openset.gateway;

import java.util.List;
import java.util.Optional;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.RRPID;
import openset.set.data.auth.CapToken;
import openset.set.data.capture.CapPayload;
import openset.set.data.credit.CapRevOrCredResPayload;
import openset.set.data.sale.CapResPayload;
import openset.set.message.CapRes;
import openset.set.message.CapRevOrCredRes;
import openset.set.message.MessageWrapper;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.merchant.CreateCapReq;
import openset.set.treatment.merchant.CreateCapRevOrCredReq;
import openset.set.treatment.merchant.ProcessCapRes;
import openset.set.treatment.merchant.ProcessCapRevOrCredRes;

/** What a merchant asks of captured money, at a bench. */
record Ledgers(Bench bench, TestMerchant merchant) {
  /** An authorization that was approved, and the token for its captures. */
  record Paid(TestMerchant.Asks asks, CapToken token) {}

  /** A request about captured money. */
  record Wants(CapRevOrCred kind, CreateCapRevOrCredReq.Created created) {
    byte[] octets() {
      return MessageWrapper.TYPE.encode(created.wrapper());
    }

    RRPID rrpid() {
      return created.tags().rrpid();
    }
  }

  Paid paid(Card card, long minor) throws Refused {
    TestMerchant.Asks asks = merchant.asks(card, minor);
    CapToken token =
        merchant.reads(asks, bench.receive(asks.authReq())).capToken().orElseThrow();
    return new Paid(asks, token);
  }

  /** Captures so much, by one request; its RRPID. */
  RRPID captures(Paid paid, long minor) throws Refused {
    TestMerchant.Claims claims = merchant.claims(paid.asks, paid.token, minor);
    CapResPayload told = merchant.reads(claims, bench.receive(claims.capReq()));
    if (told.capAmt().minor() != minor) throw new AssertionError(told);
    return claims.created().capRRTags().rrpid();
  }

  CreateCapRevOrCredReq.Back back(Paid paid, long minor, Optional<RRPID> original) {
    return new CreateCapRevOrCredReq.Back(
        new CreateCapRevOrCredReq.Of(paid.asks.created().authTags(), paid.token),
        CapPayload.of(merchant.means().now(), TestMerchant.euros(minor)),
        TestMerchant.euros(minor),
        original);
  }

  Wants wants(CapRevOrCred kind, List<CreateCapRevOrCredReq.Back> back) throws Refused {
    return new Wants(
        kind,
        CreateCapRevOrCredReq.create(kind, back, merchant.with(), merchant.means()));
  }

  Wants credit(Paid paid, long minor) throws Refused {
    return wants(CapRevOrCred.CRED, List.of(back(paid, minor, Optional.empty())));
  }

  Wants takesBack(CapRevOrCred kind, Paid paid, long minor, RRPID original)
      throws Refused {
    return wants(kind, List.of(back(paid, minor, Optional.of(original))));
  }

  /** What the merchant believes of the answer. */
  List<CapRevOrCredResPayload> reads(Wants wants, byte[] answer) throws Refused {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(answer);
    return ProcessCapRevOrCredRes.process(
        wrapper,
        (CapRevOrCredRes) wrapper.message(),
        new ProcessCapRevOrCredRes.Asked(
            wants.kind,
            wants.created.tags(),
            wants.created.items(),
            new BrandID(Brand.NAME),
            merchant.brand().merchantOpening),
        merchant.means());
  }

  /** Sends it and reads the answer about its only item. */
  CapRevOrCredResPayload asks(Wants wants) throws Refused {
    return reads(wants, bench.receive(wants.octets())).getFirst();
  }

  /** Several captures in one request. */
  TestMerchant.Claims claims(List<Paid> paid, long minor) throws Refused {
    return new TestMerchant.Claims(
        CreateCapReq.create(
            paid.stream()
                .map(
                    one ->
                        new CreateCapReq.Capture(
                            one.asks.created().authTags(),
                            one.token,
                            TestMerchant.euros(minor)))
                .toList(),
            merchant.with(),
            merchant.means()));
  }

  /** What the merchant believes of the answer about several captures. */
  List<CapResPayload> reads(TestMerchant.Claims claims, byte[] answer) throws Refused {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(answer);
    return ProcessCapRes.process(
        wrapper,
        (CapRes) wrapper.message(),
        new ProcessCapRes.Asked(
            claims.created().capRRTags(),
            claims.created().items(),
            new BrandID(Brand.NAME),
            merchant.brand().merchantOpening),
        merchant.means());
  }
}
