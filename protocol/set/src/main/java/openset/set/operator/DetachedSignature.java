package openset.set.operator;

import openset.asn1.Tagged;
import openset.pki.cms.SignedData;

/**
 * SO(s, t) before it is verified by {@code SO}: a signature over a {@code T} kept elsewhere.
 */
public record DetachedSignature<T>(SignedData cms) {
  /** As it travels: ContentInfo with SignedData. */
  public static <T> Tagged<DetachedSignature<T>> type() {
    return SignedData.TYPE.map("SO", DetachedSignature::new, DetachedSignature::cms);
  }
}
