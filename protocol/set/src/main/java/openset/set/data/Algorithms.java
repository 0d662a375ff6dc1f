package openset.set.data;

import static openset.asn1.Field.field;

import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/** AlgorithmIdentifiers that can have one value only: any other is refused where it is read. */
public final class Algorithms {
  /** The algorithm identifier of SHA-256. */
  public static final ObjectIdentifier ID_SHA256 = ObjectIdentifier.of("2.16.840.1.101.3.4.2.1");

  /** The algorithm identifier of AES-256-GCM. */
  public static final ObjectIdentifier ID_AES256_GCM =
      ObjectIdentifier.of("2.16.840.1.101.3.4.1.46");

  /** id-sha256, parameters absent (RFC 5754 section 2.2). */
  public static final Tagged<ObjectIdentifier> SHA256 = only(ID_SHA256);

  /** id-aes256-GCM, parameters absent: it names the cipher; each sealed value has its own nonce. */
  public static final Tagged<ObjectIdentifier> AES256_GCM = only(ID_AES256_GCM);

  private Algorithms() {}

  private static Tagged<ObjectIdentifier> only(ObjectIdentifier expected) {
    return Sequence.sequence(
        "AlgorithmIdentifier",
        field("algorithm", Asn1.OBJECT_IDENTIFIER, oid -> expected),
        found -> {
          if (!found.equals(expected)) throw new Asn1Exception("expected algorithm " + expected);
          return expected;
        });
  }
}
