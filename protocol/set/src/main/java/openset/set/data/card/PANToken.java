package openset.set.data.card;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.Nonce;
import openset.set.operator.Content;

/**
 * The account where no PANSecret may be told.
 *
 * <pre>
 * PANToken ::= SEQUENCE {
 *   pan          PAN,
 *   cardExpiry   CardExpiry,
 *   exNonce      Nonce }
 * </pre>
 *
 * @param exNonce fresh, so that digests of the account say nothing of it
 */
public record PANToken(PAN pan, CardExpiry cardExpiry, Nonce exNonce) {
  public static final Tagged<PANToken> TYPE =
      Sequence.sequence(
          "PANToken",
          field("pan", PAN.TYPE, PANToken::pan),
          field("cardExpiry", CardExpiry.TYPE, PANToken::cardExpiry),
          field("exNonce", Nonce.TYPE, PANToken::exNonce),
          PANToken::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<PANToken> CONTENT = new Content<>(SetOid.PAN_TOKEN, TYPE);

  /** The account's BIN and last four digits, and nothing else. */
  @Override
  public String toString() {
    return "PANToken[" + pan + "]";
  }
}
