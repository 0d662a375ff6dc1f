package openset.pki;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;
import static openset.asn1.Sequence.sequence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Repeated;
import openset.asn1.Tagged;
import openset.pki.x509.BasicConstraints;
import openset.pki.x509.Extension;
import openset.pki.x509.HashedRootKey;
import openset.pki.x509.Only;
import openset.pki.x509.PkiOid;
import openset.pki.x509.Tunneling;

/**
 * The extensions of a certificate as values; which of them must be there and be critical is for
 * validation to say. A malformed one is refused when the certificate is read.
 *
 * @param keyUsage empty where absent
 * @param types the certificateType bits, empty where absent
 * @param basicConstraints {@link BasicConstraints#END_ENTITY} where absent
 * @param uri the one URI of subjectAltName: a merchant's web origin
 * @param policies policy identifiers
 * @param setExtensions message extensions a gateway supports
 */
record CertificateExtensions(
    Set<KeyUse> keyUsage,
    Set<CertificateType> types,
    BasicConstraints basicConstraints,
    Optional<AuthorityKey> authorityKey,
    Optional<KeyPeriod> keyPeriod,
    List<ObjectIdentifier> policies,
    Optional<String> uri,
    Optional<HashedRootKey> hashedRootKey,
    Optional<MerchantData> merchantData,
    Optional<Boolean> cardCertRequired,
    Optional<Tunneling> tunneling,
    List<ObjectIdentifier> setExtensions) {
  /** {@code SubjectAltName ::= SEQUENCE SIZE (1) OF [6] IA5String}. */
  static final Tagged<String> URI =
      Repeated.sequenceOf(Asn1.sized(Asn1.IA5_STRING, 1, 512).implicit(6), 1)
          .map("GeneralNames", Only::of, List::of);

  /** {@code SEQUENCE SIZE (1..MAX) OF OBJECT IDENTIFIER}. */
  static final Tagged<List<ObjectIdentifier>> OIDS =
      Repeated.sequenceOf(Asn1.OBJECT_IDENTIFIER, 1);

  /** {@code CertificatePolicies ::= SEQUENCE SIZE (1..MAX) OF PolicyInformation}. */
  static final Tagged<List<Policy>> POLICIES = Repeated.sequenceOf(Policy.TYPE, 1);

  /**
   * A policy and what qualifies it, unread.
   *
   * <pre>
   * PolicyInformation ::= SEQUENCE {
   *   policyIdentifier OBJECT IDENTIFIER,
   *   policyQualifiers ANY OPTIONAL }
   * </pre>
   */
  record Policy(ObjectIdentifier id, Optional<Der> qualifiers) {
    static final Tagged<Policy> TYPE =
        sequence(
            "PolicyInformation",
            field("policyIdentifier", Asn1.OBJECT_IDENTIFIER, Policy::id),
            optional("policyQualifiers", Asn1.ANY, Policy::qualifiers),
            Policy::new);
  }

  /**
   * When the key may sign (both ends there, as we issue it).
   *
   * <pre>
   * PrivateKeyUsagePeriod ::= SEQUENCE {
   *   notBefore [0] IMPLICIT GeneralizedTime,
   *   notAfter  [1] IMPLICIT GeneralizedTime }
   * </pre>
   */
  record KeyPeriod(Instant notBefore, Instant notAfter) {
    static final Tagged<KeyPeriod> TYPE =
        sequence(
            "PrivateKeyUsagePeriod",
            field("notBefore", Asn1.GENERALIZED_TIME.implicit(0), KeyPeriod::notBefore),
            field("notAfter", Asn1.GENERALIZED_TIME.implicit(1), KeyPeriod::notAfter),
            KeyPeriod::new);
  }

  /** Reads what {@code extensions} hold. */
  static CertificateExtensions of(List<Extension> extensions) {
    return new CertificateExtensions(
        value(extensions, PkiOid.KEY_USAGE, KeyUse.TYPE).orElse(Set.of()),
        value(extensions, PkiOid.CERTIFICATE_TYPE, CertificateType.TYPE).orElse(Set.of()),
        value(extensions, PkiOid.BASIC_CONSTRAINTS, BasicConstraints.TYPE)
            .orElse(BasicConstraints.END_ENTITY),
        value(extensions, PkiOid.AUTHORITY_KEY, AuthorityKey.TYPE),
        value(extensions, PkiOid.KEY_PERIOD, KeyPeriod.TYPE),
        value(extensions, PkiOid.POLICIES, POLICIES).orElse(List.of()).stream()
            .map(Policy::id)
            .toList(),
        value(extensions, PkiOid.SUBJECT_ALT_NAME, URI),
        value(extensions, PkiOid.HASHED_ROOT_KEY, HashedRootKey.TYPE),
        value(extensions, PkiOid.MERCHANT_DATA, MerchantData.TYPE),
        value(extensions, PkiOid.CARD_CERT_REQUIRED, Asn1.BOOLEAN),
        value(extensions, PkiOid.TUNNELING, Tunneling.TYPE),
        value(extensions, PkiOid.SET_EXTENSIONS, OIDS).orElse(List.of()));
  }

  /** The value of the extension called {@code id}, if it is there. */
  static <T> Optional<T> value(
      List<Extension> extensions, ObjectIdentifier id, Asn1Type<T> type) {
    for (Extension extension : extensions) {
      if (extension.id().equals(id)) return Optional.of(decode(extension, type));
    }
    return Optional.empty();
  }

  private static <T> T decode(Extension extension, Asn1Type<T> type) {
    try {
      return type.decode(extension.value().bytes());
    } catch (Asn1Exception e) {
      throw new Asn1Exception("extension " + extension.id() + ": " + e.getMessage());
    }
  }
}
