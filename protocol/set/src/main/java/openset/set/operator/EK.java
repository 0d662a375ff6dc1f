package openset.set.operator;

import openset.asn1.Tagged;
import openset.pki.cms.AuthEnvelopedData;

/**
 * EK(k, t), a {@code T} sealed under a key both sides hold.
 */
public record EK<T>(AuthEnvelopedData cms) {
  /** As it travels: ContentInfo with AuthEnvelopedData. */
  public static <T> Tagged<EK<T>> type() {
    return AuthEnvelopedData.TYPE.map("EK", EK::new, EK::cms);
  }
}
