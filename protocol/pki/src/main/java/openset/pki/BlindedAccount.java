package openset.pki;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import java.util.Base64;
import openset.asn1.Asn1;
import openset.asn1.Tagged;
import openset.crypto.Hmac;
import openset.crypto.SecretBytes;

/**
 * The common name of a cardholder's certificate (CERT-33): nobody can find the account number in it
 * without the secret that only cardholder and issuer know, and a gateway that is told the secret in
 * a payment instruction can check that the certificate is for that account.
 */
public final class BlindedAccount {
  private BlindedAccount() {}

  /**
   * What the code is made over.
   *
   * <pre>
   * BlindedAccountInput ::= SEQUENCE {
   *   pan        NumericString (SIZE (1..19)),
   *   cardExpiry NumericString (SIZE (6)) }
   * </pre>
   */
  private record Input(String pan, String cardExpiry) {
    static final Tagged<Input> TYPE =
        sequence(
            "BlindedAccountInput",
            field("pan", Asn1.sized(Asn1.NUMERIC_STRING, 1, 19), Input::pan),
            field("cardExpiry", Asn1.sized(Asn1.NUMERIC_STRING, 6, 6), Input::cardExpiry),
            Input::new);

    @Override
    public String toString() {
      return "BlindedAccountInput[redacted]";
    }
  }

  /**
   * Base64 of HMAC-SHA256 over account number and expiry, under {@code panSecret}: 44 characters.
   *
   * @param pan digits
   * @param cardExpiry YYYYMM
   */
  public static String of(String pan, String cardExpiry, SecretBytes panSecret) {
    byte[] input = Input.TYPE.encode(new Input(pan, cardExpiry));
    return Base64.getEncoder().encodeToString(Hmac.sha256(panSecret, input));
  }
}
