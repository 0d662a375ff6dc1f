package openset.set.operator;

import openset.asn1.Tagged;
import openset.pki.cms.AuthEnvelopedData;

/**
 * EncX(s, r, t, p), a {@code T} and an extra {@code P}, signed together, then sealed.
 */
public record EncX<T, P>(AuthEnvelopedData cms) {
  /** As it travels: ContentInfo with AuthEnvelopedData. */
  public static <T, P> Tagged<EncX<T, P>> type() {
    return AuthEnvelopedData.TYPE.map("EncX", EncX::new, EncX::cms);
  }
}
