package openset.set.operator;

import openset.asn1.Tagged;
import openset.pki.cms.AuthEnvelopedData;

/**
 * E(r, t), a {@code T} sealed to one certificate; opened by {@code E}.
 */
public record Enveloped<T>(AuthEnvelopedData cms) {
  /** As it travels: ContentInfo with AuthEnvelopedData. */
  public static <T> Tagged<Enveloped<T>> type() {
    return AuthEnvelopedData.TYPE.map("E", Enveloped::new, Enveloped::cms);
  }
}
