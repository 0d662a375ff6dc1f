package openset.set.data.card;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.Nonce;
import openset.set.operator.Content;

/**
 * The account of a cardholder with a certificate, as the gateway alone sees it.
 *
 * <pre>
 * PANData ::= SEQUENCE {
 *   pan          PAN,
 *   cardExpiry   CardExpiry,
 *   panSecret    PANSecret,
 *   exNonce      Nonce }
 * </pre>
 *
 * @param exNonce fresh, so that digests of the account say nothing of it
 */
public record PANData(PAN pan, CardExpiry cardExpiry, PANSecret panSecret, Nonce exNonce) {
  public static final Tagged<PANData> TYPE =
      Sequence.sequence(
          "PANData",
          field("pan", PAN.TYPE, PANData::pan),
          field("cardExpiry", CardExpiry.TYPE, PANData::cardExpiry),
          field("panSecret", PANSecret.TYPE, PANData::panSecret),
          field("exNonce", Nonce.TYPE, PANData::exNonce),
          PANData::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<PANData> CONTENT = new Content<>(SetOid.PAN_DATA, TYPE);

  /** The account's BIN and last four digits, and nothing else. */
  @Override
  public String toString() {
    return "PANData[" + pan + "]";
  }
}
