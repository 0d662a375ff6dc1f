package openset.pki.cms;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import java.math.BigInteger;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Tagged;

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
}
