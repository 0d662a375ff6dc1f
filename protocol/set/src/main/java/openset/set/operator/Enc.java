package openset.set.operator;

import openset.asn1.Tagged;
import openset.pki.cms.AuthEnvelopedData;

/**
 * Enc(s, r, t), a {@code T} signed, then sealed to one certificate.
 */
public record Enc<T>(AuthEnvelopedData cms) {
  /** As it travels: ContentInfo with AuthEnvelopedData. */
  public static <T> Tagged<Enc<T>> type() {
    return AuthEnvelopedData.TYPE.map("Enc", Enc::new, Enc::cms);
  }
}
