package openset.pki.cms;

import openset.asn1.ObjectIdentifier;

/** Object identifiers of CMS content types and attributes (RFC 5652, RFC 5083). */
public final class CmsOid {
  /** id-data: octets whose meaning CMS does not know. */
  public static final ObjectIdentifier DATA = ObjectIdentifier.of("1.2.840.113549.1.7.1");

  /** id-signedData. */
  public static final ObjectIdentifier SIGNED_DATA = ObjectIdentifier.of("1.2.840.113549.1.7.2");

  /** id-digestedData. */
  public static final ObjectIdentifier DIGESTED_DATA = ObjectIdentifier.of("1.2.840.113549.1.7.5");

  /** id-ct-authEnvelopedData. */
  public static final ObjectIdentifier AUTH_ENVELOPED_DATA =
      ObjectIdentifier.of("1.2.840.113549.1.9.16.1.23");

  /** The attribute contentType. */
  public static final ObjectIdentifier CONTENT_TYPE = ObjectIdentifier.of("1.2.840.113549.1.9.3");

  /** The attribute messageDigest. */
  public static final ObjectIdentifier MESSAGE_DIGEST =
      ObjectIdentifier.of("1.2.840.113549.1.9.4");

  private CmsOid() {}
}
