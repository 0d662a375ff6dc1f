package openset.set.operator;

import openset.asn1.Tagged;
import openset.pki.cms.AuthEnvelopedData;

/**
 * EXH(r, t, p), as {@link EX} with the digest of t inside, where nobody signs.
 */
public record EXH<T, P>(AuthEnvelopedData cms) {
  /** As it travels: ContentInfo with AuthEnvelopedData. */
  public static <T, P> Tagged<EXH<T, P>> type() {
    return AuthEnvelopedData.TYPE.map("EXH", EXH::new, EXH::cms);
  }
}
