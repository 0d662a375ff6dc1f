package openset.set.data.registration;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.SETString;

/**
 * The answer to one field. It is personal: printed, it shows the name of the field only.
 *
 * <pre>
 * RegFormItem ::= SEQUENCE {
 *   fieldName    SETString{128},
 *   fieldValue   SETString{200} }
 * </pre>
 */
public record RegFormItem(String fieldName, String fieldValue) {
  public static final Tagged<RegFormItem> TYPE =
      Sequence.sequence(
          "RegFormItem",
          field("fieldName", SETString.type(128), RegFormItem::fieldName),
          field("fieldValue", SETString.type(200), RegFormItem::fieldValue),
          RegFormItem::new);

  /** The name of the field, not the answer. */
  @Override
  public String toString() {
    return "RegFormItem[" + fieldName + "]";
  }
}
