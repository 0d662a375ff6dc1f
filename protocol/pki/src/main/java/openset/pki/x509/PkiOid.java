package openset.pki.x509;

import openset.asn1.ObjectIdentifier;

/** Object identifiers of names and extensions (X.520, RFC 5280, SET 1.0). */
public final class PkiOid {
  /** {@code id-at-countryName}. */
  public static final ObjectIdentifier COUNTRY = ObjectIdentifier.of("2.5.4.6");
  /** {@code id-at-organizationName}. */
  public static final ObjectIdentifier ORGANIZATION = ObjectIdentifier.of("2.5.4.10");
  /** {@code id-at-organizationalUnitName}. */
  public static final ObjectIdentifier UNIT = ObjectIdentifier.of("2.5.4.11");
  /** {@code id-at-commonName}. */
  public static final ObjectIdentifier COMMON_NAME = ObjectIdentifier.of("2.5.4.3");
  /** {@code id-at-name}: the holder's name in a cardholder certificate. */
  public static final ObjectIdentifier NAME = ObjectIdentifier.of("2.5.4.41");

  /** {@code id-ce-keyUsage}. */
  public static final ObjectIdentifier KEY_USAGE = ObjectIdentifier.of("2.5.29.15");
  /** {@code id-ce-privateKeyUsagePeriod}. */
  public static final ObjectIdentifier KEY_PERIOD = ObjectIdentifier.of("2.5.29.16");
  /** {@code id-ce-subjectAltName}. */
  public static final ObjectIdentifier SUBJECT_ALT_NAME = ObjectIdentifier.of("2.5.29.17");
  /** {@code id-ce-basicConstraints}. */
  public static final ObjectIdentifier BASIC_CONSTRAINTS = ObjectIdentifier.of("2.5.29.19");
  /** {@code id-ce-cRLNumber}. */
  public static final ObjectIdentifier CRL_NUMBER = ObjectIdentifier.of("2.5.29.20");
  /** {@code id-ce-cRLReasons}. */
  public static final ObjectIdentifier CRL_REASON = ObjectIdentifier.of("2.5.29.21");
  /** {@code id-ce-certificatePolicies}. */
  public static final ObjectIdentifier POLICIES = ObjectIdentifier.of("2.5.29.32");
  /** {@code id-ce-authorityKeyIdentifier}. */
  public static final ObjectIdentifier AUTHORITY_KEY = ObjectIdentifier.of("2.5.29.35");

  /** {@code set-rootKeyThumb}: what the digest in hashedRootKey is of. */
  public static final ObjectIdentifier ROOT_KEY_THUMB = ObjectIdentifier.of("2.23.42.3.0.0");
  /** {@code set-policy-root}: the policy every SET certificate is under. */
  public static final ObjectIdentifier SET_POLICY = ObjectIdentifier.of("2.23.42.5.0");
  /** {@code setCext-hashedRoot}. */
  public static final ObjectIdentifier HASHED_ROOT_KEY = ObjectIdentifier.of("2.23.42.7.0");
  /** {@code setCext-certType}. */
  public static final ObjectIdentifier CERTIFICATE_TYPE = ObjectIdentifier.of("2.23.42.7.1");
  /** {@code setCext-merchData}. */
  public static final ObjectIdentifier MERCHANT_DATA = ObjectIdentifier.of("2.23.42.7.2");
  /** {@code setCext-cCertRequired}. */
  public static final ObjectIdentifier CARD_CERT_REQUIRED = ObjectIdentifier.of("2.23.42.7.3");
  /** {@code setCext-tunneling}. */
  public static final ObjectIdentifier TUNNELING = ObjectIdentifier.of("2.23.42.7.4");
  /** {@code setCext-setExt}. */
  public static final ObjectIdentifier SET_EXTENSIONS = ObjectIdentifier.of("2.23.42.7.5");

  private PkiOid() {}
}
