package openset.cardholder.registration;

import static openset.asn1.Field.field;

import java.time.Instant;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BrandID;
import openset.set.data.Date;
import openset.set.data.LocalID;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;

/**
 * By what a person knows a card.
 *
 * <pre>
 * Label ::= SEQUENCE {
 *   cardID    LocalID,
 *   brandID   BrandID,
 *   begunAt   Date,
 *   number    VisibleString (SIZE(12..19)),
 *   expiry    CardExpiry }
 * </pre>
 *
 * @param cardID the wallet's label of the card, and of its registration
 * @param number BIN and last digits, the rest hidden
 */
public record Label(
    LocalID cardID, BrandID brandID, Instant begunAt, String number, CardExpiry expiry) {
  public static final Tagged<Label> TYPE =
      Sequence.sequence(
          "Label",
          field("cardID", LocalID.TYPE, Label::cardID),
          field("brandID", BrandID.TYPE, Label::brandID),
          field("begunAt", Date.TYPE, Label::begunAt),
          field("number", Asn1.sized(Asn1.VISIBLE_STRING, 12, 19), Label::number),
          field("expiry", CardExpiry.TYPE, Label::expiry),
          Label::new);

  /** The label of a card that begins now. */
  public static Label of(
      LocalID cardID, BrandID brandID, Instant now, PAN pan, CardExpiry expiry) {
    return new Label(cardID, brandID, now, pan.toString(), expiry);
  }
}
