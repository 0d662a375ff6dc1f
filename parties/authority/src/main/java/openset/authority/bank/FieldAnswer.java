package openset.authority.bank;

import static openset.asn1.Field.field;

import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * The answer to one question of an issuer's form. It is personal: printed, it shows the key only.
 *
 * <pre>
 * FieldAnswer ::= SEQUENCE {
 *   key    UTF8String (SIZE (1..100)),
 *   value  UTF8String (SIZE (0..200)) }
 * </pre>
 *
 * @param key the issuer's name of the question, the same in every language
 */
public record FieldAnswer(String key, String value) {
  public static final Tagged<FieldAnswer> TYPE =
      Sequence.sequence(
          "FieldAnswer",
          field("key", Asn1.sized(Asn1.UTF8_STRING, 1, 100), FieldAnswer::key),
          field("value", Asn1.sized(Asn1.UTF8_STRING, 0, 200), FieldAnswer::value),
          FieldAnswer::new);

  /** The key, not the answer. */
  @Override
  public String toString() {
    return "FieldAnswer[" + key + "]";
  }
}
