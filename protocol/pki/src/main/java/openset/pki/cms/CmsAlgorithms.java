package openset.pki.cms;

import openset.asn1.ObjectIdentifier;

/** The algorithm identifiers our CMS uses, each in its one exact form. */
public final class CmsAlgorithms {
  private static final ObjectIdentifier NIST = ObjectIdentifier.of("2.16.840.1.101.3.4");

  /** id-sha256, parameters absent (RFC 5754 2). */
  public static final AlgorithmIdentifier SHA256 = AlgorithmIdentifier.of(NIST.arc(2).arc(1));

  /** id-sha512, parameters absent (RFC 5754 2). */
  public static final AlgorithmIdentifier SHA512 = AlgorithmIdentifier.of(NIST.arc(2).arc(3));

  /** id-aes256-wrap, parameters absent (RFC 3565 2.3.2, RFC 3394). */
  public static final AlgorithmIdentifier AES256_WRAP = AlgorithmIdentifier.of(NIST.arc(1).arc(45));

  private CmsAlgorithms() {}
}
