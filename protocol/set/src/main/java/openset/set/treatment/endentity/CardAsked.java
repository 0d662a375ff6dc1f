package openset.set.treatment.endentity;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.crypto.Randomness;
import openset.set.data.card.BackKeyData;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PAN;

/**
 * The card a certificate was asked for, with the wallet's half of what hides its number and the key
 * for the way back. Kept under seal.
 *
 * <pre>
 * CardAsked ::= SEQUENCE {
 *   pan         PAN,
 *   cardExpiry  CardExpiry,
 *   cardSecret  CardSecret,
 *   caBackKey   BackKeyData }
 * </pre>
 */
public record CardAsked(
    PAN pan, CardExpiry cardExpiry, CardSecret cardSecret, BackKeyData caBackKey) {
  public static final Tagged<CardAsked> TYPE =
      Sequence.sequence(
          "CardAsked",
          field("pan", PAN.TYPE, CardAsked::pan),
          field("cardExpiry", CardExpiry.TYPE, CardAsked::cardExpiry),
          field("cardSecret", CardSecret.TYPE, CardAsked::cardSecret),
          field("caBackKey", BackKeyData.TYPE, CardAsked::caBackKey),
          CardAsked::new);

  /** This card, with secrets that never were used. */
  static CardAsked of(PAN pan, CardExpiry cardExpiry, Randomness randomness) {
    return new CardAsked(
        pan, cardExpiry, CardSecret.random(randomness), BackKeyData.random(randomness));
  }

  /** Nothing of the account. */
  @Override
  public String toString() {
    return "CardAsked[redacted]";
  }
}
