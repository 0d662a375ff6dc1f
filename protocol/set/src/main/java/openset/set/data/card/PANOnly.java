package openset.set.data.card;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.Nonce;
import openset.set.operator.Content;

/**
 * The account number alone, by which the CCA finds the issuer's form.
 *
 * <pre>
 * PANOnly ::= SEQUENCE {
 *   pan       PAN,
 *   exNonce   Nonce }
 * </pre>
 *
 * @param exNonce fresh, so that digests of the account say nothing of it
 */
public record PANOnly(PAN pan, Nonce exNonce) {
  public static final Tagged<PANOnly> TYPE =
      Sequence.sequence(
          "PANOnly",
          field("pan", PAN.TYPE, PANOnly::pan),
          field("exNonce", Nonce.TYPE, PANOnly::exNonce),
          PANOnly::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<PANOnly> CONTENT = new Content<>(SetOid.PAN_ONLY, TYPE);

  /** The account's BIN and last four digits, and nothing else. */
  @Override
  public String toString() {
    return "PANOnly[" + pan + "]";
  }
}
