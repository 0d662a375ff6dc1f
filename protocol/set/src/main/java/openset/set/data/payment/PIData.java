package openset.set.data.payment;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.card.PANData;
import openset.set.operator.Content;

/**
 * What HPIData is the digest of, for a cardholder with a certificate.
 *
 * <pre>
 * PIData ::= SEQUENCE {
 *   piHead    PIHead,
 *   panData   PANData }
 * </pre>
 */
public record PIData(PIHead piHead, PANData panData) {
  public static final Tagged<PIData> TYPE =
      Sequence.sequence(
          "PIData",
          field("piHead", PIHead.TYPE, PIData::piHead),
          field("panData", PANData.TYPE, PIData::panData),
          PIData::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<PIData> CONTENT = new Content<>(SetOid.PI_DATA, TYPE);
}
