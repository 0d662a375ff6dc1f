package openset.set.data.payment;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.card.PANToken;
import openset.set.operator.Content;

/**
 * What HPIData is the digest of, for a cardholder without a certificate.
 *
 * <pre>
 * PIDataUnsigned ::= SEQUENCE {
 *   piHead     PIHead,
 *   panToken   PANToken }
 * </pre>
 */
public record PIDataUnsigned(PIHead piHead, PANToken panToken) {
  public static final Tagged<PIDataUnsigned> TYPE =
      Sequence.sequence(
          "PIDataUnsigned",
          field("piHead", PIHead.TYPE, PIDataUnsigned::piHead),
          field("panToken", PANToken.TYPE, PIDataUnsigned::panToken),
          PIDataUnsigned::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<PIDataUnsigned> CONTENT =
      new Content<>(SetOid.PI_DATA_UNSIGNED, TYPE);
}
