package openset.set.data.card;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import openset.asn1.Tagged;
import openset.crypto.Hkdf;
import openset.crypto.SecretBytes;
import openset.pki.BlindedAccount;
import openset.set.data.Nonce;

/**
 * The secret under which an account number is hidden in its certificate, known to cardholder, CCA
 * and issuer. Of all zeros where there is no certificate.
 *
 * <pre>
 * PANSecret ::= Secret    -- OCTET STRING (SIZE(32))
 * </pre>
 */
public record PANSecret(SecretBytes secret) {
  private static final int OCTETS = 32;
  private static final byte[] PURPOSE = "OpenSET PANSecret".getBytes(StandardCharsets.US_ASCII);

  /** The PAN secret of a cardholder without certificate. */
  public static final PANSecret NONE = new PANSecret(SecretOctets.zero(OCTETS));

  public static final Tagged<PANSecret> TYPE =
      SecretOctets.type("PANSecret", OCTETS).map("PANSecret", PANSecret::new, PANSecret::secret);

  public PANSecret {
    SecretOctets.sized(secret, OCTETS);
  }

  /**
   * PANSecret = HKDF-SHA-256(secret CardSecret, salt NonceCCA, info "OpenSET PANSecret" ‖ 00 ‖ PAN
   * ‖ CardExpiry), 32 octets. SET 1.0 takes CardSecret XOR NonceCCA, which lets the CCA choose the
   * result.
   */
  public static PANSecret derive(
      CardSecret cardSecret, Nonce nonceCCA, PAN pan, CardExpiry cardExpiry) {
    ByteArrayOutputStream info = new ByteArrayOutputStream();
    info.writeBytes(PURPOSE);
    info.write(0);
    info.writeBytes(account(pan, cardExpiry));
    byte[] salt = nonceCCA.octets().bytes();
    return new PANSecret(Hkdf.sha256(cardSecret.secret(), salt, info.toByteArray(), OCTETS));
  }

  /**
   * The unique cardholder id that stands in the certificate as CN instead of the account number:
   * base64 of HMAC-SHA-256({PAN, CardExpiry}, PANSecret), 44 characters (CERT-33).
   */
  public String cardholderId(PAN pan, CardExpiry cardExpiry) {
    return BlindedAccount.of(pan.digits(), cardExpiry.digits(), secret);
  }

  private static byte[] account(PAN pan, CardExpiry cardExpiry) {
    return (pan.digits() + cardExpiry.digits()).getBytes(StandardCharsets.US_ASCII);
  }
}
