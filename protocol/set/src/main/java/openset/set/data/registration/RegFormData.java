package openset.set.data.registration;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.SETString;

/**
 * The form to fill in and the policy to agree to.
 *
 * <pre>
 * RegFormData ::= SEQUENCE {
 *   regTemplate   [0] RegTemplate OPTIONAL,
 *   policy        SETString{20000} }
 * </pre>
 *
 * @param policy the policy text
 */
public record RegFormData(Optional<RegTemplate> regTemplate, String policy) {
  public static final Tagged<RegFormData> TYPE =
      Sequence.sequence(
          "RegFormData",
          optional("regTemplate", RegTemplate.TYPE.implicit(0), RegFormData::regTemplate),
          field("policy", SETString.type(20000), RegFormData::policy),
          RegFormData::new);
}
