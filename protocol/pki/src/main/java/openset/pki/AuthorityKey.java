package openset.pki;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import java.math.BigInteger;
import java.util.List;
import openset.asn1.Repeated;
import openset.asn1.Tagged;
import openset.pki.x509.DistinguishedName;
import openset.pki.x509.Only;

/**
 * Which certificate holds the key that signed this one (RFC 5280 4.2.1.1, in SET's form: issuer and
 * serial number, never a key identifier).
 *
 * <pre>
 * AuthorityKeyIdentifier ::= SEQUENCE {
 *   authorityCertIssuer        [1] GeneralNames (SIZE (1)), -- directoryName [4]
 *   authorityCertSerialNumber  [2] INTEGER }
 * </pre>
 *
 * @param issuer the issuer of the authority's certificate
 * @param serialNumber the serial number of the authority's certificate
 */
public record AuthorityKey(DistinguishedName issuer, BigInteger serialNumber) {
  private static final Tagged<DistinguishedName> DIRECTORY_NAME =
      Repeated.sequenceOf(DistinguishedName.TYPE.explicit(4), 1)
          .map("GeneralNames", Only::of, List::of);

  /** Its ASN.1 type. */
  public static final Tagged<AuthorityKey> TYPE =
      sequence(
          "AuthorityKeyIdentifier",
          field("authorityCertIssuer", DIRECTORY_NAME.implicit(1), AuthorityKey::issuer),
          field(
              "authorityCertSerialNumber",
              TbsCertificate.SERIAL.implicit(2),
              AuthorityKey::serialNumber),
          AuthorityKey::new);

  /** Names {@code authority} as the signer. */
  public static AuthorityKey of(Certificate authority) {
    return new AuthorityKey(authority.issuer(), authority.serialNumber());
  }

  /** Whether {@code authority} is the certificate meant. */
  public boolean names(Certificate authority) {
    return serialNumber.equals(authority.serialNumber()) && issuer.equals(authority.issuer());
  }
}
