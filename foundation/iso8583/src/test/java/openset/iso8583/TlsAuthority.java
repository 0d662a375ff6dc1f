package openset.iso8583;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import openset.iso8583.secure.TlsIdentity;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that certifies the ends of links. */
final class TlsAuthority {
  static final char[] PASSWORD = "a passphrase".toCharArray();

  private final X500Name name;
  private final KeyPair keys = pair();
  final X509Certificate certificate;

  TlsAuthority(String name) throws Exception {
    this.name = new X500Name("CN=" + name);
    this.certificate = certificate(this.name, keys, Instant.now().plus(9, ChronoUnit.DAYS), true);
  }

  private static KeyPair pair() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private X509Certificate certificate(X500Name subject, KeyPair of, Instant until, boolean ca)
      throws Exception {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.valueOf(System.nanoTime()),
            Date.from(Instant.now().minus(9, ChronoUnit.DAYS)),
            Date.from(until),
            subject,
            of.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
    if (!ca) {
      GeneralName dns = new GeneralName(GeneralName.dNSName, subject.toString().substring(3));
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(dns));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }

  /** A key and its certificate for that host name, as a PKCS#12 file. */
  TlsIdentity pkcs12(String host) throws Exception {
    return pkcs12(host, Instant.now().plus(1, ChronoUnit.DAYS));
  }

  TlsIdentity pkcs12(String host, Instant until) throws Exception {
    return TlsIdentity.pkcs12(file(host, until), PASSWORD);
  }

  byte[] file(String host, Instant until) throws Exception {
    KeyPair own = pair();
    Certificate[] chain = {certificate(new X500Name("CN=" + host), own, until, false)};
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("own", own.getPrivate(), PASSWORD, chain);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    store.store(file, PASSWORD);
    return file.toByteArray();
  }

  /** The same as PEM. */
  TlsIdentity pem(String host) throws Exception {
    KeyPair own = pair();
    Instant until = Instant.now().plus(1, ChronoUnit.DAYS);
    X509Certificate issued = certificate(new X500Name("CN=" + host), own, until, false);
    return TlsIdentity.pem(
        pem("PRIVATE KEY", own.getPrivate().getEncoded()),
        pem("CERTIFICATE", issued.getEncoded()));
  }

  List<X509Certificate> trusted() throws Exception {
    return TlsIdentity.certificates(pem("CERTIFICATE", certificate.getEncoded()));
  }

  private static String pem(String label, byte[] der) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }
}
