package openset.pki;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.crypto.SigningKeyPair;
import openset.pki.issue.Party;
import openset.pki.x509.AlgorithmIdentifier;
import openset.pki.x509.DistinguishedName;
import openset.pki.x509.Extension;

/** Makes certificates and lists that no honest authority would, rightly signed: for tests. */
final class Forge {
  private TbsCertificate tbs;
  private Optional<AlgorithmIdentifier> outer = Optional.empty();

  private Forge(TbsCertificate tbs) {
    this.tbs = tbs;
  }

  /** Begins as what {@code model} says. */
  static Forge like(Certificate model) {
    return new Forge(TbsCertificate.TYPE.decode(model.tbs().bytes()));
  }

  Forge serial(BigInteger serial) {
    tbs = made(serial, tbs.signature(), tbs.issuer(), tbs.validity(), tbs.subject(), key());
    return this;
  }

  Forge algorithm(AlgorithmIdentifier inner, AlgorithmIdentifier outside) {
    tbs = made(tbs.serialNumber(), inner, tbs.issuer(), tbs.validity(), tbs.subject(), key());
    outer = Optional.of(outside);
    return this;
  }

  Forge issuer(DistinguishedName issuer) {
    tbs =
        made(tbs.serialNumber(), tbs.signature(), issuer, tbs.validity(), tbs.subject(), key());
    return this;
  }

  Forge subject(DistinguishedName subject) {
    tbs = made(tbs.serialNumber(), tbs.signature(), tbs.issuer(), tbs.validity(), subject, key());
    return this;
  }

  Forge validity(Instant from, Instant until) {
    TbsCertificate.Validity validity = new TbsCertificate.Validity(from, until);
    tbs = made(tbs.serialNumber(), tbs.signature(), tbs.issuer(), validity, tbs.subject(), key());
    return this;
  }

  Forge key(byte[] spki) {
    tbs =
        made(
            tbs.serialNumber(),
            tbs.signature(),
            tbs.issuer(),
            tbs.validity(),
            tbs.subject(),
            Der.of(spki));
    return this;
  }

  /** Names {@code authority} as issuer and its certificate as the one with the key. */
  Forge under(Certificate authority) {
    return issuer(authority.subject())
        .with(
            Extension.of(
                openset.pki.x509.PkiOid.AUTHORITY_KEY,
                false,
                AuthorityKey.TYPE,
                AuthorityKey.of(authority)));
  }

  /** Puts {@code extension} in the place of the one of its name, or at the end. */
  Forge with(Extension extension) {
    return without(extension.id()).extensions(list -> appended(list, extension));
  }

  Forge without(ObjectIdentifier id) {
    return extensions(list -> list.stream().filter(each -> !each.id().equals(id)).toList());
  }

  private Forge extensions(UnaryOperator<List<Extension>> change) {
    tbs =
        new TbsCertificate(
            tbs.serialNumber(),
            tbs.signature(),
            tbs.issuer(),
            tbs.validity(),
            tbs.subject(),
            tbs.publicKey(),
            change.apply(tbs.extensions()));
    return this;
  }

  /** Signs; the algorithm named outside is the one named inside unless told. */
  Certificate signedBy(SigningKeyPair keys) {
    return Certificate.of(bytes(keys));
  }

  Certificate signedBy(Party party) {
    return signedBy(party.keys());
  }

  /** As bytes, for what does not even decode. */
  byte[] bytes(SigningKeyPair keys) {
    return seal(TbsCertificate.TYPE.encode(tbs), outer.orElse(tbs.signature()), keys);
  }

  /** Signs {@code toBeSigned} whatever it is. */
  static byte[] seal(byte[] toBeSigned, AlgorithmIdentifier algorithm, SigningKeyPair keys) {
    openset.asn1.DerWriter out = new openset.asn1.DerWriter(1024);
    int mark = out.mark();
    openset.asn1.Asn1.BIT_STRING.write(out, Der.of(keys.signer().sign(toBeSigned)));
    AlgorithmIdentifier.TYPE.write(out, algorithm);
    out.raw(toBeSigned);
    out.header(0x30, mark);
    return out.bytes();
  }

  /** A CRL like {@code model}, changed and signed again. */
  static CertificateList crl(
      CertificateList model, UnaryOperator<CertificateList.Tbs> change, SigningKeyPair keys) {
    CertificateList.Tbs tbs =
        change.apply(CertificateList.Tbs.TYPE.decode(model.tbs().bytes()));
    byte[] octets = AsSent.of(CertificateList.Tbs.TYPE, tbs).der().bytes();
    return CertificateList.of(seal(octets, tbs.signature(), keys));
  }

  static List<Extension> appended(List<Extension> list, Extension extension) {
    List<Extension> more = new ArrayList<>(list);
    more.add(extension);
    return more;
  }

  private Der key() {
    return tbs.publicKey();
  }

  private TbsCertificate made(
      BigInteger serial,
      AlgorithmIdentifier algorithm,
      DistinguishedName issuer,
      TbsCertificate.Validity validity,
      DistinguishedName subject,
      Der key) {
    return new TbsCertificate(
        serial, algorithm, issuer, validity, subject, key, tbs.extensions());
  }
}
