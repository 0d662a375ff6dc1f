package openset.theatre.tree;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.asn1.DerReader;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Tagged;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.cms.Algorithm;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.pki.x509.DistinguishedName;
import openset.set.treatment.SealedForms;

/** Simple values as people read them. */
final class Texts {
  private static final int HEX_OCTETS_MAX = 48;
  private static final int TAG_INTEGER = 0x02;
  private static final int TAG_OID = 0x06;

  /** An AlgorithmIdentifier, of which only the name is shown. */
  private static final Tagged<ObjectIdentifier> OID_FIRST =
      new Tagged<>("AlgorithmIdentifier", 0x30, Texts::first, (out, oid) -> {});

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("1.2.840.113549.1.7.1", "id-data"),
          Map.entry("1.2.840.113549.1.7.2", "id-signedData"),
          Map.entry("1.2.840.113549.1.7.5", "id-digestedData"),
          Map.entry("1.2.840.113549.1.9.16.1.23", "id-ct-authEnvelopedData"),
          Map.entry("1.2.840.113549.1.9.3", "id-contentType"),
          Map.entry("1.2.840.113549.1.9.4", "id-messageDigest"),
          Map.entry("2.16.840.1.101.3.4.2.1", "id-sha256"),
          Map.entry("2.16.840.1.101.3.4.2.3", "id-sha512"),
          Map.entry("2.16.840.1.101.3.4.1.45", "id-aes256-wrap"),
          Map.entry("2.16.840.1.101.3.4.1.46", "id-aes256-GCM"),
          Map.entry("1.2.840.10045.4.3.2", "ecdsa-with-SHA256"),
          Map.entry("1.2.840.10045.2.1", "id-ecPublicKey"),
          Map.entry("1.2.840.10045.3.1.7", "secp256r1"),
          Map.entry("1.3.132.1.11.1", "dhSinglePass-stdDH-sha256kdf-scheme"),
          Map.entry("1.3.101.110", "id-X25519"),
          Map.entry("1.3.101.112", "id-Ed25519"));

  private Texts() {}

  /** The value of a part, whose octets are {@code der}. */
  static String of(Object value, byte[] der) {
    return switch (value) {
      case AsSent<?> sent -> of(sent.value(), der);
      case Boolean _ when tag(der) == TAG_OID -> of(Asn1.OBJECT_IDENTIFIER.decode(der), der);
      case Boolean _ when tag(der) == TAG_INTEGER -> Asn1.INTEGER.decode(der).toString();
      case ObjectIdentifier oid -> name(oid);
      case Algorithm algorithm -> name(OID_FIRST.decode(algorithm.der().bytes()));
      case Der octets -> name(octets).orElseGet(() -> octets(octets));
      case BigInteger number when number.bitLength() > 63 -> number.toString(16);
      default -> value.toString();
    };
  }

  private static ObjectIdentifier first(DerReader in) {
    ObjectIdentifier oid = Asn1.OBJECT_IDENTIFIER.read(in);
    in.rest();
    return oid;
  }

  private static int tag(byte[] der) {
    return der.length == 0 ? -1 : der[0];
  }

  private static String name(ObjectIdentifier oid) {
    String known = NAMES.get(oid.dotted());
    if (known != null) return known + " " + oid.dotted();
    return SealedForms.signed(oid)
        .map(content -> content.type().name() + " " + oid.dotted())
        .orElse(oid.dotted());
  }

  private static Optional<String> name(Der octets) {
    try {
      return Optional.of(name(DistinguishedName.TYPE.decode(octets.bytes())));
    } catch (Asn1Exception e) {
      return Optional.empty();
    }
  }

  private static String name(DistinguishedName name) {
    StringBuilder text = new StringBuilder("C=" + name.country() + " O=" + name.organization());
    name.units().forEach(unit -> text.append(" OU=").append(unit));
    name.commonName().ifPresent(common -> text.append(" CN=").append(common));
    return text.toString();
  }

  private static String octets(Der octets) {
    if (octets.length() > HEX_OCTETS_MAX) return octets.length() + " octets";
    return octets.toString();
  }

  /** Whose certificate it is. */
  static String certificate(Der der) {
    try {
      return name(Certificate.of(der.bytes()).subject());
    } catch (Asn1Exception e) {
      return der.length() + " octets";
    }
  }

  /** Who signed, by the certificate that came along, else by its name. */
  static String signer(IssuerAndSerialNumber signer, List<Der> certificates) {
    return certificates.stream()
        .filter(der -> IssuerAndSerialNumber.of(der).equals(signer))
        .findFirst()
        .map(Texts::described)
        .orElseGet(() -> holder(signer));
  }

  private static String described(Der der) {
    try {
      Certificate certificate = Certificate.of(der.bytes());
      DistinguishedName subject = certificate.subject();
      boolean card = certificate.types().contains(CertificateType.CARD);
      Optional<String> common = card ? Optional.of("cardholder") : subject.commonName();
      List<String> parts = new ArrayList<>(subject.units());
      common.ifPresent(parts::add);
      return String.join(", ", parts.reversed());
    } catch (Asn1Exception e) {
      return der.length() + " octets";
    }
  }

  /** Whose key a name names. */
  private static String holder(IssuerAndSerialNumber holder) {
    if (holder.equals(IssuerAndSerialNumber.NEW_KEY)) return "a key without certificate";
    String issuer = name(holder.issuer()).orElse(holder.issuer().toString());
    return "serial %x of %s".formatted(holder.serialNumber(), issuer);
  }
}
