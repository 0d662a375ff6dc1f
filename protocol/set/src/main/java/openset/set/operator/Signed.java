package openset.set.operator;

import openset.asn1.Tagged;
import openset.pki.cms.SignedData;

/**
 * S(s, t) before it is verified: says nothing until {@code S} has verified it.
 */
public record Signed<T>(SignedData cms) {
  /** As it travels: ContentInfo with SignedData. */
  public static <T> Tagged<Signed<T>> type() {
    return SignedData.TYPE.map("S", Signed::new, Signed::cms);
  }
}
