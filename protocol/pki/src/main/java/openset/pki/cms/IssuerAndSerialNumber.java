package openset.pki.cms;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import java.math.BigInteger;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.DerReader;
import openset.asn1.Tagged;
import openset.pki.Certificate;

/**
 * Names one certificate by its issuer's exact name and its number (RFC 5652 10.2.4).
 *
 * <pre>
 * IssuerAndSerialNumber ::= SEQUENCE { issuer Name, serialNumber INTEGER }
 * </pre>
 *
 * @param issuer the DER of the issuer's name, compared octet by octet
 */
public record IssuerAndSerialNumber(Der issuer, BigInteger serialNumber) {
  /** Its ASN.1 above. */
  public static final Tagged<IssuerAndSerialNumber> TYPE =
      sequence(
          "IssuerAndSerialNumber",
          field("issuer", Asn1.ANY, IssuerAndSerialNumber::issuer),
          field("serialNumber", Asn1.INTEGER, IssuerAndSerialNumber::serialNumber),
          IssuerAndSerialNumber::new);

  /** Null issuer name, number 0: signed by a key without certificate yet (SET CertReq). */
  public static final IssuerAndSerialNumber NEW_KEY =
      new IssuerAndSerialNumber(Der.ofHex("3000"), BigInteger.ZERO);

  private static final Tagged<IssuerAndSerialNumber> IN_TBS =
      new Tagged<>("TBSCertificate", 0x30, IssuerAndSerialNumber::inTbs, (out, v) -> {});
  private static final Tagged<IssuerAndSerialNumber> IN_CERTIFICATE =
      new Tagged<>("Certificate", 0x30, IssuerAndSerialNumber::inCertificate, (out, v) -> {});

  /** Names {@code certificate}. */
  public static IssuerAndSerialNumber of(Certificate certificate) {
    return IN_TBS.decode(certificate.tbs().bytes());
  }

  /**
   * Names the certificate of these octets, without reading the rest of it.
   *
   * @throws openset.asn1.Asn1Exception where they do not begin as a certificate does
   */
  public static IssuerAndSerialNumber of(Der certificate) {
    return IN_CERTIFICATE.decode(certificate.bytes());
  }

  private static IssuerAndSerialNumber inCertificate(DerReader in) {
    IssuerAndSerialNumber found = IN_TBS.read(in);
    in.rest();
    return found;
  }

  private static IssuerAndSerialNumber inTbs(DerReader in) {
    in.skip();
    BigInteger serialNumber = Asn1.INTEGER.read(in);
    in.skip();
    Der issuer = Asn1.ANY.read(in);
    in.rest();
    return new IssuerAndSerialNumber(issuer, serialNumber);
  }
}
