package openset.set.data.order;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.CurrencyAmount;
import openset.set.data.Digest;
import openset.set.data.MsgExtensions;
import openset.set.data.Salt;
import openset.set.data.sale.InstallRecurData;
import openset.set.operator.Content;

/**
 * What HOD is the digest of. HOD binds the order to the payment without telling the gateway what
 * was bought.
 *
 * <pre>
 * HODInput ::= SEQUENCE {
 *   odRoot             Digest,
 *   lineCount          INTEGER (1..1024),
 *   tax                CurrencyAmount,
 *   deliveryCharge     CurrencyAmount,
 *   delivery           Delivery,
 *   purchAmt           CurrencyAmount,
 *   odSalt             Salt,
 *   installRecurData   [0] InstallRecurData OPTIONAL,
 *   odExtensions       [1] MsgExtensions OPTIONAL }
 * </pre>
 *
 * <p>SET 1.0 has the order description OD, an OCTET STRING, in place of the first five.
 *
 * @param odRoot root of the tree over the order's lines
 * @param purchAmt the total
 * @param odSalt drawn by the cardholder
 */
public record HODInput(
    Digest odRoot,
    int lineCount,
    CurrencyAmount tax,
    CurrencyAmount deliveryCharge,
    Delivery delivery,
    CurrencyAmount purchAmt,
    Salt odSalt,
    Optional<InstallRecurData> installRecurData,
    Optional<MsgExtensions> odExtensions) {
  public static final Tagged<HODInput> TYPE =
      Sequence.sequence(
          "HODInput",
          field("odRoot", Digest.TYPE, HODInput::odRoot),
          field("lineCount", Asn1.integer(1, 1024), HODInput::lineCount),
          field("tax", CurrencyAmount.TYPE, HODInput::tax),
          field("deliveryCharge", CurrencyAmount.TYPE, HODInput::deliveryCharge),
          field("delivery", Delivery.TYPE, HODInput::delivery),
          field("purchAmt", CurrencyAmount.TYPE, HODInput::purchAmt),
          field("odSalt", Salt.TYPE, HODInput::odSalt),
          optional(
              "installRecurData", InstallRecurData.TYPE.implicit(0), HODInput::installRecurData),
          optional("odExtensions", MsgExtensions.TYPE.implicit(1), HODInput::odExtensions),
          HODInput::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<HODInput> CONTENT = new Content<>(SetOid.HOD_INPUT, TYPE);
}
