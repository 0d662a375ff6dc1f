package openset.set.treatment;

import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.pki.CertificateType;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.auth.CapToken;
import openset.set.data.capture.CapReqData;
import openset.set.data.capture.CapResData;
import openset.set.data.capture.CapTokenSeq;
import openset.set.message.CapReq;
import openset.set.message.CapRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.EncB;
import openset.set.operator.Recipient;
import openset.set.operator.Signatory;

/** As {@link ForgedOrder}: CapReq and CapRes. */
public final class ForgedCapture {
  public final Claiming claiming;
  public final Booking booking;

  /** CapReq before it is signed and sealed. */
  public record Claiming(CapReqData data, CapTokenSeq tokens, Signatory signer) {}

  /** CapRes before it is signed and sealed. */
  public record Booking(CapResData data, SigningCredential signer, Recipient to) {}

  private final Recipient gateway;

  /** From the purchase that all look at. */
  public static ForgedCapture honest() {
    try {
      return new ForgedCapture(Purchase.honest());
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  /** Opens what {@code purchase} sent, with the keys of those it was sent to. */
  public ForgedCapture(Purchase purchase) throws Refused {
    PurchaseWorld world = purchase.world;
    gateway = Recipient.self(world.gatewayOpening);
    CapReq capReq = (CapReq) purchase.capReq.wrapper().message();
    claiming =
        new Claiming(
            EncB.open(
                    world.gatewayOpening,
                    capReq.encB(),
                    Forms.CAP_REQ,
                    Resent.expected(world, CertificateType.MER))
                .value(),
            capReq.encB().baggage().value(),
            ForgedAuthorization.asMerchant(world));
    CapRes capRes = (CapRes) purchase.capRes.message();
    booking =
        new Booking(
            Enc.open(
                    world.merchantOpening,
                    capRes.enc(),
                    Forms.CAP_RES,
                    Resent.expected(world, CertificateType.PGWY))
                .value(),
            world.gatewaySigning,
            Recipient.self(world.merchantOpening));
  }

  /** CapReq with {@code value} at {@code path}. */
  public MessageWrapper capReq(String path, Object value) {
    return capReq(Altered.at(claiming, path, value));
  }

  /** CapReq with {@code token}. */
  public MessageWrapper capReq(CapToken token) {
    return capReq("tokens.tokens", List.of(Optional.of(token)));
  }

  /** CapReq of {@code claimed}. */
  public MessageWrapper capReq(Claiming claimed) {
    CapReq message =
        new CapReq(
            EncB.seal(
                claimed.signer(),
                gateway,
                Forms.CAP_REQ,
                claimed.data(),
                AsSent.of(CapTokenSeq.TYPE, claimed.tokens()),
                PurchaseWorld.RANDOM));
    return Resent.wrap(
        claimed.data().capItemSeq().getFirst().transIDs(),
        claimed.data().capRRTags().rrpid(),
        message);
  }

  /** CapRes with {@code value} at {@code path}. */
  public MessageWrapper capRes(String path, Object value) {
    Booking booked = Altered.at(booking, path, value);
    CapRes message =
        new CapRes(
            Enc.seal(
                Signatory.of(booked.signer()),
                booked.to(),
                Forms.CAP_RES,
                booked.data(),
                PurchaseWorld.RANDOM));
    return Resent.wrap(
        booked.data().capResItemSeq().getFirst().transIDs(),
        booked.data().capRRTags().rrpid(),
        message);
  }
}
