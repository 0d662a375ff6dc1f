package openset.authority.registration;

import static openset.asn1.Field.field;

import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * A certificate that was decided on and is to be signed.
 *
 * <pre>
 * DraftCertificate ::= SEQUENCE {
 *   issuer      SubjectPublicKeyInfo,
 *   serial      OCTET STRING (SIZE (1..20)),
 *   key         SubjectPublicKeyInfo,
 *   notAfter    GeneralizedTime,
 *   toBeSigned  TBSCertificate }
 * </pre>
 *
 * @param issuer the key it will be signed with
 * @param key the key it certifies
 */
public record DraftCertificate(
    Der issuer, Der serial, Der key, Instant notAfter, Der toBeSigned) {
  static final Tagged<DraftCertificate> TYPE =
      Sequence.sequence(
          "DraftCertificate",
          field("issuer", Asn1.ANY, DraftCertificate::issuer),
          field("serial", Asn1.octets(1, 20), DraftCertificate::serial),
          field("key", Asn1.ANY, DraftCertificate::key),
          field("notAfter", Asn1.GENERALIZED_TIME, DraftCertificate::notAfter),
          field("toBeSigned", Asn1.ANY, DraftCertificate::toBeSigned),
          DraftCertificate::new);

  /** Cuts the time to seconds. */
  public DraftCertificate {
    notAfter = notAfter.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Its serial number. */
  public BigInteger serialNumber() {
    return new BigInteger(1, serial.bytes());
  }
}
