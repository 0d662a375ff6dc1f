package openset.set.data.card;

import openset.asn1.Asn1Exception;
import openset.asn1.Tagged;
import openset.crypto.SecretBytes;

/** OCTET STRINGs whose content nobody may see. */
final class SecretOctets {
  private static final int OCTET_STRING = 0x04;

  private SecretOctets() {}

  static Tagged<SecretBytes> type(String name, int length) {
    return new Tagged<>(
        name,
        OCTET_STRING,
        in -> {
          if (in.remaining() != length) throw new Asn1Exception(name + " of other length");
          return SecretBytes.of(in.rest());
        },
        (out, secret) ->
            secret.use(
                octets -> {
                  out.raw(octets);
                  return true;
                }));
  }

  static boolean isZero(SecretBytes secret) {
    return secret.equals(zero(secret.length()));
  }

  static SecretBytes zero(int length) {
    return SecretBytes.of(new byte[length]);
  }

  static SecretBytes sized(SecretBytes secret, int length) {
    if (secret.length() != length) throw new IllegalArgumentException("secret of other length");
    return secret;
  }
}
