package openset.set.data.order;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.BrandCrlIdentifier;
import openset.set.SetOid;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.Date;
import openset.set.operator.Content;
import openset.set.operator.Detached;

/**
 * What a merchant signs when it publishes the offer of an order, so that it can be paid without
 * PInit: {@code S(M, PublishedOffer)}, {@code spec/published.md}. An OpenSET type.
 *
 * <pre>
 * PublishedOffer ::= SEQUENCE {
 *   offerDigest          DD{Offer},
 *   brandID              BrandID,
 *   peThumb              CertThumb,
 *   notBefore            Date,
 *   notAfter             Date,
 *   brandCRLIdentifier   [0] EXPLICIT BrandCRLIdentifier OPTIONAL }
 * </pre>
 *
 * @param brandID the brand it is published for
 * @param peThumb the gateway's key-exchange certificate to seal to
 * @param notBefore when it was published
 * @param notAfter the instant from which it is no longer good
 */
public record PublishedOffer(
    Detached<Offer> offerDigest,
    BrandID brandID,
    CertThumb peThumb,
    Instant notBefore,
    Instant notAfter,
    Optional<BrandCrlIdentifier> brandCRLIdentifier) {
  public static final Tagged<PublishedOffer> TYPE =
      Sequence.sequence(
          "PublishedOffer",
          field("offerDigest", Detached.type(Offer.CONTENT), PublishedOffer::offerDigest),
          field("brandID", BrandID.TYPE, PublishedOffer::brandID),
          field("peThumb", CertThumb.TYPE, PublishedOffer::peThumb),
          field("notBefore", Date.TYPE, PublishedOffer::notBefore),
          field("notAfter", Date.TYPE, PublishedOffer::notAfter),
          optional(
              "brandCRLIdentifier",
              BrandCrlIdentifier.TYPE.explicit(0),
              PublishedOffer::brandCRLIdentifier),
          PublishedOffer::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<PublishedOffer> CONTENT =
      new Content<>(SetOid.PUBLISHED_OFFER, TYPE);
}
