package openset.set.operator;

import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Tagged;
import openset.pki.cms.Algorithm;
import openset.pki.cms.DigestedData;

/**
 * DD(t), the digest of a {@code T} that is kept elsewhere: a CMS DigestedData without content, made
 * by {@code DD}.
 *
 * @param contentType what kind of content was digested
 * @param digest the SHA-256 of its DER, 32 octets
 */
public record Detached<T>(ObjectIdentifier contentType, Der digest) {
  private static final int SHA256_OCTETS = 32;

  /** The digests of content of exactly this kind. */
  public static <T> Tagged<Detached<T>> type(Content<T> content) {
    return type(content.oid());
  }

  /** The digests of content of exactly this content type. */
  public static <T> Tagged<Detached<T>> type(ObjectIdentifier contentType) {
    return DigestedData.TYPE.map(
        "DD",
        found -> of(found, contentType),
        dd -> new DigestedData(Algorithm.SHA256, dd.contentType(), dd.digest()));
  }

  private static <T> Detached<T> of(DigestedData found, ObjectIdentifier contentType) {
    Algorithm algorithm = found.digestAlgorithm();
    if (!algorithm.equals(Algorithm.SHA256)) throw new Asn1Exception("digest not SHA-256");
    if (!found.contentType().equals(contentType)) {
      throw new Asn1Exception("digest of other content than " + contentType);
    }
    if (found.digest().length() != SHA256_OCTETS) throw new Asn1Exception("digest not 32 octets");
    return new Detached<>(contentType, found.digest());
  }
}
