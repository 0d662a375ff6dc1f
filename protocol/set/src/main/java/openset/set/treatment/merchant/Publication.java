package openset.set.treatment.merchant;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CertThumb;
import openset.set.data.order.PublishedOffer;
import openset.set.operator.Signed;

/**
 * An offer that the merchant published for a brand, and holds PReq to that comes without PInit.
 *
 * <pre>
 * Publication ::= SEQUENCE {
 *   signed          S { M, PublishedOffer },
 *   merchantThumb   CertThumb }
 * </pre>
 *
 * @param signed as it was given out
 * @param merchantThumb the certificate it was signed with
 */
public record Publication(Signed<PublishedOffer> signed, CertThumb merchantThumb) {
  public static final Tagged<Publication> TYPE =
      Sequence.sequence(
          "Publication",
          field("signed", Signed.<PublishedOffer>type(), Publication::signed),
          field("merchantThumb", CertThumb.TYPE, Publication::merchantThumb),
          Publication::new);

  /** What was signed; it is our own, so it is not proved again. */
  public PublishedOffer offer() {
    return PublishedOffer.TYPE.decode(signed.cms().content().content().orElseThrow().bytes());
  }
}
