package openset.set.operator;

import openset.asn1.Tagged;
import openset.pki.cms.AuthEnvelopedData;

/**
 * EncK(k, s, t), a {@code T} signed, then sealed under a key both sides hold.
 */
public record EncK<T>(AuthEnvelopedData cms) {
  /** As it travels: ContentInfo with AuthEnvelopedData. */
  public static <T> Tagged<EncK<T>> type() {
    return AuthEnvelopedData.TYPE.map("EncK", EncK::new, EncK::cms);
  }
}
