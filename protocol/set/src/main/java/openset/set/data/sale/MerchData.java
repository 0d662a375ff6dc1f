package openset.set.data.sale;

import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * What kind of merchant asks.
 *
 * <pre>
 * MerchData ::= SEQUENCE {
 *   merchCatCode   [0] NumericString (SIZE(4)) OPTIONAL,
 *   merchGroup     [1] MerchGroup OPTIONAL }
 * </pre>
 *
 * @param merchCatCode merchant category code of ISO 18245
 */
public record MerchData(Optional<String> merchCatCode, Optional<MerchGroup> merchGroup) {
  public static final Tagged<MerchData> TYPE =
      Sequence.sequence(
          "MerchData",
          optional(
              "merchCatCode",
              Asn1.sized(Asn1.NUMERIC_STRING, 4, 4).implicit(0),
              MerchData::merchCatCode),
          optional("merchGroup", MerchGroup.TYPE.implicit(1), MerchData::merchGroup),
          MerchData::new);
}
