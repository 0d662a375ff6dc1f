package openset.cardholder.registration;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.Optional;
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
 *   expiry    CardExpiry,
 *   renews    [0] LocalID OPTIONAL }
 * </pre>
 *
 * @param cardID the wallet's label of the card, and of its registration
 * @param number BIN and last digits, the rest hidden
 * @param renews the entry of the same card whose certificate this one's follows
 */
public record Label(
    LocalID cardID,
    BrandID brandID,
    Instant begunAt,
    String number,
    CardExpiry expiry,
    Optional<LocalID> renews) {
  public static final Tagged<Label> TYPE =
      Sequence.sequence(
          "Label",
          field("cardID", LocalID.TYPE, Label::cardID),
          field("brandID", BrandID.TYPE, Label::brandID),
          field("begunAt", Date.TYPE, Label::begunAt),
          field("number", Asn1.sized(Asn1.VISIBLE_STRING, 12, 19), Label::number),
          field("expiry", CardExpiry.TYPE, Label::expiry),
          optional("renews", LocalID.TYPE.implicit(0), Label::renews),
          Label::new);

  /** The label of a card that begins now. */
  public static Label of(
      LocalID cardID, BrandID brandID, Instant now, PAN pan, CardExpiry expiry) {
    return new Label(cardID, brandID, now, pan.toString(), expiry, Optional.empty());
  }

  /** The label of the same card, whose certificate is renewed now. */
  public Label renewedAs(LocalID next, Instant now) {
    return new Label(next, brandID, now, number, expiry, Optional.of(cardID));
  }
}
