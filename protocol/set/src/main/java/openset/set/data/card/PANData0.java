package openset.set.data.card;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Nonce;

/**
 * The account of a cardholder who asks for a certificate, as the CCA alone sees it.
 *
 * <pre>
 * PANData0 ::= SEQUENCE {
 *   pan          PAN,
 *   cardExpiry   CardExpiry,
 *   cardSecret   CardSecret,
 *   exNonce      Nonce }
 * </pre>
 *
 * @param exNonce fresh, so that digests of the account say nothing of it
 */
public record PANData0(PAN pan, CardExpiry cardExpiry, CardSecret cardSecret, Nonce exNonce) {
  public static final Tagged<PANData0> TYPE =
      Sequence.sequence(
          "PANData0",
          field("pan", PAN.TYPE, PANData0::pan),
          field("cardExpiry", CardExpiry.TYPE, PANData0::cardExpiry),
          field("cardSecret", CardSecret.TYPE, PANData0::cardSecret),
          field("exNonce", Nonce.TYPE, PANData0::exNonce),
          PANData0::new);

  /** The account's BIN and last four digits, and nothing else. */
  @Override
  public String toString() {
    return "PANData0[" + pan + "]";
  }
}
