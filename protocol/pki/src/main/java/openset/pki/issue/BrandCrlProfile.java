package openset.pki.issue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import openset.asn1.Der;
import openset.crypto.SignatureAlgorithm;
import openset.crypto.SigningPublicKey;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;

/**
 * A brand CRL identifier (CRL-07, CRL-09).
 *
 * @param brandAuthority the brand's issuing certificate
 * @param sequenceNumber higher than that of every identifier before
 * @param notBefore now
 * @param notAfter when there will be another at the latest
 * @param crls every current CRL of the brand: its own, and of each authority below
 */
public record BrandCrlProfile(
    Certificate brandAuthority,
    BigInteger sequenceNumber,
    Instant notBefore,
    Instant notAfter,
    List<BrandCrlIdentifier.CrlIdentifier> crls) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Copies the list; cuts the times to seconds. */
  public BrandCrlProfile {
    crls = List.copyOf(crls);
    notBefore = notBefore.truncatedTo(ChronoUnit.SECONDS);
    notAfter = notAfter.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The identifier to be; not yet linted or signed. */
  public Draft<BrandCrlIdentifier> draft() {
    SigningPublicKey key = Issuance.keyOf(brandAuthority);
    return new Draft<>(
        write(key.algorithm()),
        key.algorithm(),
        key,
        BrandCrlIdentifier::of,
        new BrandCrlLint(brandAuthority));
  }

  private Der write(SignatureAlgorithm algorithm) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new ASN1Integer(0));
    parts.add(SignedForm.identifier(algorithm));
    parts.add(new ASN1Integer(sequenceNumber));
    parts.add(ExtensionWriter.text(brandAuthority.subject().organization()));
    parts.add(time(notBefore));
    parts.add(time(notAfter));
    ASN1EncodableVector names = new ASN1EncodableVector();
    for (BrandCrlIdentifier.CrlIdentifier crl : crls) names.add(name(crl));
    parts.add(new DERTaggedObject(false, 0, new DERSequence(names)));
    try {
      ExtensionsGenerator extensions = new ExtensionsGenerator();
      extensions.addExtension(
          Extension.authorityKeyIdentifier, false, ExtensionWriter.authorityKey(brandAuthority));
      parts.add(new DERTaggedObject(true, 1, extensions.generate()));
      return Der.of(new DERSequence(parts).getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DERSequence name(BrandCrlIdentifier.CrlIdentifier crl) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(NameWriter.write(crl.issuer()));
    parts.add(new ASN1Integer(crl.number()));
    return new DERSequence(parts);
  }

  private static ASN1GeneralizedTime time(Instant instant) {
    return new DERGeneralizedTime(TIME.format(instant));
  }
}
