package openset.pki.issue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import openset.asn1.Der;
import openset.pki.Certificate;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** Writes the part of a certificate that will be signed, with Bouncy Castle. */
final class CertificateWriter {
  private CertificateWriter() {}

  static Der write(CertificatePlan plan, Issuance issuance) {
    V3TBSCertificateGenerator out = new V3TBSCertificateGenerator();
    out.setSerialNumber(new ASN1Integer(issuance.serialNumber()));
    out.setSignature(SignedForm.identifier(issuance.signature()));
    out.setIssuer(
        NameWriter.write(issuance.issuer().map(Certificate::subject).orElse(plan.subject())));
    out.setStartDate(time(issuance.notBefore()));
    out.setEndDate(time(issuance.notAfter()));
    out.setSubject(NameWriter.write(plan.subject()));
    out.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(issuance.publicKey().bytes()));
    try {
      out.setExtensions(ExtensionWriter.write(plan, issuance));
      return Der.of(out.generateTBSCertificate().getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Time time(Instant instant) {
    return new Time(Date.from(instant));
  }
}
