package openset.set.data.registration;

import static openset.asn1.Field.field;

import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.SETString;

/**
 * One answer of the form that will not do, and why.
 *
 * <pre>
 * FailedItem ::= SEQUENCE {
 *   itemNumber   INTEGER (1..50),
 *   itemReason   SETString{128} }
 * </pre>
 *
 * @param itemNumber the place of its field in the form, from 1
 */
public record FailedItem(int itemNumber, String itemReason) {
  public static final Tagged<FailedItem> TYPE =
      Sequence.sequence(
          "FailedItem",
          field("itemNumber", Asn1.integer(1, 50), FailedItem::itemNumber),
          field("itemReason", SETString.type(128), FailedItem::itemReason),
          FailedItem::new);
}
