package openset.pki;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Repeated;
import openset.asn1.Tagged;
import openset.pki.x509.AlgorithmIdentifier;
import openset.pki.x509.DistinguishedName;
import openset.pki.x509.Extension;
import openset.pki.x509.PkiTime;

/**
 * What a certificate's signature covers (RFC 5280 4.1, version 3 only, without unique identifiers).
 *
 * <pre>
 * TBSCertificate ::= SEQUENCE {
 *   version               [0] EXPLICIT INTEGER (2),
 *   serialNumber          INTEGER,                        -- positive, at most 20 octets
 *   signature             AlgorithmIdentifier,
 *   issuer                Name,
 *   validity              SEQUENCE { notBefore Time, notAfter Time },
 *   subject               Name,
 *   subjectPublicKeyInfo  SubjectPublicKeyInfo,
 *   extensions            [3] EXPLICIT SEQUENCE SIZE (1..MAX) OF Extension }
 * </pre>
 *
 * @param publicKey the DER of the SubjectPublicKeyInfo
 */
public record TbsCertificate(
    BigInteger serialNumber,
    AlgorithmIdentifier signature,
    DistinguishedName issuer,
    Validity validity,
    DistinguishedName subject,
    Der publicKey,
    List<Extension> extensions) {
  private static final int SERIAL_OCTETS_MAX = 20;

  /** A serial number: positive, at most 20 octets (CERT-03). */
  public static final Tagged<BigInteger> SERIAL =
      Asn1.INTEGER.map("CertificateSerialNumber", TbsCertificate::serial, serial -> serial);

  /** Its ASN.1 type. */
  public static final Tagged<TbsCertificate> TYPE =
      sequence(
          "TBSCertificate",
          field("version", Asn1.integer(2, 2).explicit(0), tbs -> 2),
          field("serialNumber", SERIAL, TbsCertificate::serialNumber),
          field("signature", AlgorithmIdentifier.TYPE, TbsCertificate::signature),
          field("issuer", DistinguishedName.TYPE, TbsCertificate::issuer),
          field("validity", Validity.TYPE, TbsCertificate::validity),
          field("subject", DistinguishedName.TYPE, TbsCertificate::subject),
          field("subjectPublicKeyInfo", Asn1.ANY, TbsCertificate::publicKey),
          field(
              "extensions",
              Repeated.sequenceOf(Extension.TYPE, 1).explicit(3),
              TbsCertificate::extensions),
          (version, serial, algorithm, issuer, validity, subject, key, extensions) ->
              new TbsCertificate(serial, algorithm, issuer, validity, subject, key, extensions));

  /** Copies the extensions; refuses one that is there twice. */
  public TbsCertificate {
    extensions = Extension.distinct(extensions);
  }

  private static BigInteger serial(BigInteger serial) {
    if (serial.signum() <= 0 || serial.toByteArray().length > SERIAL_OCTETS_MAX) {
      throw new IllegalArgumentException("serial number");
    }
    return serial;
  }

  /**
   * From when to when, both included.
   *
   * <pre>
   * Validity ::= SEQUENCE { notBefore Time, notAfter Time }
   * </pre>
   */
  public record Validity(Instant notBefore, Instant notAfter) {
    static final Tagged<Validity> TYPE =
        sequence(
            "Validity",
            field("notBefore", PkiTime.TYPE, Validity::notBefore),
            field("notAfter", PkiTime.TYPE, Validity::notAfter),
            Validity::new);
  }
}
