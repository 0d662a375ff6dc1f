package openset.set.treatment.merchant;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.pki.BrandCrlIdentifier;
import openset.pki.SigningCredential;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.Digest;
import openset.set.data.SWIdent;
import openset.set.data.Thumbs;
import openset.set.data.TransIDs;
import openset.set.data.XID;
import openset.set.data.order.Offer;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitReq;
import openset.set.message.PInitRes;
import openset.set.message.PInitResData;
import openset.set.operator.DD;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;

/** Makes PInitRes, {@code spec/pinit.md}: the identifiers, the gateway, and the offer signed. */
public final class CreatePInitRes {
  private CreatePInitRes() {}

  /** The answer, and what the cardholder will be held to. */
  public record Created(MessageWrapper wrapper, OpenedSale sale) {}

  /** Who signs, and the gateway whose certificate goes along. */
  public record With(SigningCredential credential, Gateway gateway) {}

  /** Answers a request that {@link ProcessPInitReq} let through. */
  public static Created create(PInitReq request, AsSent<Offer> offer, With with, Means means) {
    // PInitRes-M-01: a new XID and a new challenge for every exchange.
    TransIDs ids =
        new TransIDs(
            request.localIDC(),
            Optional.of(offer.value().lidM()),
            XID.of(means.randomness().bytes(XID.OCTETS)),
            means.now().truncatedTo(ChronoUnit.SECONDS),
            Optional.empty(),
            request.language());
    Challenge challM = Challenge.of(means.randomness().bytes(Challenge.OCTETS));
    PInitResData data =
        new PInitResData(
            ids,
            request.rrpid(),
            request.challC(),
            challM,
            brandCrlIdentifier(request, means),
            with.gateway().thumb(),
            request.thumbs(),
            Optional.empty(),
            DD.of(Offer.CONTENT, offer));
    OpenedSale sale =
        new OpenedSale(
            ids,
            request.challC(),
            Optional.of(challM),
            request.brandID(),
            request.bin(),
            with.gateway().thumb(),
            CertThumb.of(with.credential().certificate()));
    return new Created(wrap(request, data, signatory(request, with, means), means), sale);
  }

  /**
   * PInitRes-M-02: the gateway's certificates and all CRLs go along, but for what the wallet has.
   */
  private static Signatory signatory(PInitReq request, With with, Means means) {
    List<Digest> held =
        request.thumbs().map(CreatePInitRes::all).orElse(List.of());
    return Signatory.of(with.credential())
        .enclosing(with.gateway().certificates())
        .enclosingCrls(means.trust().crls())
        .toPeerHolding(held.stream().map(Digest::octets).collect(Collectors.toSet()));
  }

  private static List<Digest> all(Thumbs thumbs) {
    return Stream.concat(
            thumbs.certThumbs().stream(), thumbs.crlThumbs().stream())
        .toList();
  }

  private static Optional<BrandCrlIdentifier> brandCrlIdentifier(PInitReq request, Means means) {
    return means.trust().brandCrls().stream()
        .filter(bci -> bci.brand().equals(request.brandID().name()))
        .filter(bci -> !holds(request, bci.thumb()))
        .findFirst();
  }

  private static boolean holds(PInitReq request, Der thumb) {
    return request
        .thumbs()
        .filter(thumbs -> thumbs.brandCRLIdThumbs().contains(new Digest(thumb)))
        .isPresent();
  }

  private static MessageWrapper wrap(
      PInitReq request, PInitResData data, Signatory signatory, Means means) {
    MessageHeader header =
        MessageHeader.of(
            means.now(),
            Optional.of(MessageIDs.of(data.transIDs())),
            request.rrpid(),
            new SWIdent(means.policy().swIdent()));
    return MessageWrapper.of(header, new PInitRes(S.sign(signatory, PInitResData.CONTENT, data)));
  }
}
