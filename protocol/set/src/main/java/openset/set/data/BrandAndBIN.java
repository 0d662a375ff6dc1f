package openset.set.data;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * A brand, and within it perhaps the cards of one BIN.
 *
 * <pre>
 * BrandAndBIN ::= SEQUENCE {
 *   brandID   BrandID,
 *   bin       [0] BIN OPTIONAL }
 * </pre>
 *
 * @param bin empty for all cards of the brand
 */
public record BrandAndBIN(BrandID brandID, Optional<BIN> bin) {
  public static final Tagged<BrandAndBIN> TYPE =
      Sequence.sequence(
          "BrandAndBIN",
          field("brandID", BrandID.TYPE, BrandAndBIN::brandID),
          optional("bin", BIN.TYPE.implicit(0), BrandAndBIN::bin),
          BrandAndBIN::new);

  /** All cards of a brand. */
  public static BrandAndBIN of(BrandID brandID) {
    return new BrandAndBIN(brandID, Optional.empty());
  }
}
