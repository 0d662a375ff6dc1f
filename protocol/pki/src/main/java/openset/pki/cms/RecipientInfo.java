package openset.pki.cms;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Choice.choice;

import openset.asn1.Asn1Type;
import openset.asn1.Der;

/**
 * How the one recipient of an envelope comes by its key (RFC 5652 6.2).
 *
 * <pre>
 * RecipientInfo ::= CHOICE {
 *   kari  [1] IMPLICIT KeyAgreeRecipientInfo,
 *   kekri [2] IMPLICIT KEKRecipientInfo }
 * </pre>
 */
public sealed interface RecipientInfo permits KeyAgreeRecipientInfo, KekRecipientInfo {
  /** Its ASN.1 above. */
  Asn1Type<RecipientInfo> TYPE =
      choice(
          "RecipientInfo",
          alternative("kari", KeyAgreeRecipientInfo.class, KeyAgreeRecipientInfo.TYPE.implicit(1)),
          alternative("kekri", KekRecipientInfo.class, KekRecipientInfo.TYPE.implicit(2)));

  /** The envelope's key, wrapped. */
  Der encryptedKey();
}
