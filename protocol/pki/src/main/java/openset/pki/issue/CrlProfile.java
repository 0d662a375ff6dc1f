package openset.pki.issue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import openset.asn1.Der;
import openset.crypto.SigningPublicKey;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;

/**
 * A certificate revocation list (CRL-01, CRL-06).
 *
 * @param issuer the issuing authority's certificate
 * @param number higher than that of every list before
 * @param thisUpdate now
 * @param nextUpdate when there will be another at the latest
 * @param revoked every certificate of this issuer that is revoked and not yet expired
 */
public record CrlProfile(
    Certificate issuer,
    BigInteger number,
    Instant thisUpdate,
    Instant nextUpdate,
    List<Revocation> revoked) {
  /** One certificate revoked. */
  public record Revocation(BigInteger serialNumber, Instant at, RevocationReason reason) {}

  /** Copies the list; cuts the times to seconds. */
  public CrlProfile {
    revoked = List.copyOf(revoked);
    thisUpdate = thisUpdate.truncatedTo(ChronoUnit.SECONDS);
    nextUpdate = nextUpdate.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The list to be; not yet linted or signed. */
  public Draft<CertificateList> draft() {
    SigningPublicKey key = Issuance.keyOf(issuer);
    return new Draft<>(
        write(key), key.algorithm(), key, CertificateList::of, new CrlLint(issuer));
  }

  private Der write(SigningPublicKey key) {
    V2TBSCertListGenerator out = new V2TBSCertListGenerator();
    out.setSignature(SignedForm.identifier(key.algorithm()));
    out.setIssuer(NameWriter.write(issuer.subject()));
    out.setThisUpdate(CertificateWriter.time(thisUpdate));
    out.setNextUpdate(CertificateWriter.time(nextUpdate));
    for (Revocation entry : revoked) add(out, entry);
    try {
      ExtensionsGenerator extensions = new ExtensionsGenerator();
      extensions.addExtension(
          Extension.authorityKeyIdentifier, false, ExtensionWriter.authorityKey(issuer));
      extensions.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
      out.setExtensions(extensions.generate());
      return Der.of(out.generateTBSCertList().getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(V2TBSCertListGenerator out, Revocation entry) {
    ASN1Integer serial = new ASN1Integer(entry.serialNumber());
    Instant at = entry.at().truncatedTo(ChronoUnit.SECONDS);
    out.addCRLEntry(serial, CertificateWriter.time(at), entry.reason().code());
  }
}
