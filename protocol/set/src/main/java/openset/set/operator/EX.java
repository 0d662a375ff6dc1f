package openset.set.operator;

import openset.asn1.Tagged;
import openset.pki.cms.AuthEnvelopedData;

/**
 * EX(r, t, p), a {@code T} and the extra {@code P} linked to it, sealed to one certificate.
 */
public record EX<T, P>(AuthEnvelopedData cms) {
  /** As it travels: ContentInfo with AuthEnvelopedData. */
  public static <T, P> Tagged<EX<T, P>> type() {
    return AuthEnvelopedData.TYPE.map("EX", EX::new, EX::cms);
  }
}
