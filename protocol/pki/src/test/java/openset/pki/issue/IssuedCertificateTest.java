package openset.pki.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import openset.asn1.Der;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.Trust;
import openset.pki.TrustedCertificate;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we issue is read and verified by us, Bouncy Castle, the JDK and OpenSSL. */
class IssuedCertificateTest {
  static List<Suite> suites() {
    return List.of(Suite.CLASSICAL, Suite.EDWARDS);
  }

  @Test
  @Tag("R07")
  void aDraftWrittenDownIsSignedLaterAsItStands() throws Exception {
    Party cca = World.of(Suite.EDWARDS).cca();
    byte[] spki = World.of(Suite.CLASSICAL).card().certificate().spki().bytes();
    Issuance issuance = cca.issuance(spki, 100);
    Der toBeSigned = World.cardholder("Aurora").draft(issuance).lint().toBeSigned();
    Certificate later =
        Party.sign(CertificateProfile.writtenDown(toBeSigned, cca.certificate()), cca.keys());
    assertThat(later.tbs()).isEqualTo(toBeSigned);
    assertThat(later.serialNumber()).isEqualTo(issuance.serialNumber());
  }

  @ParameterizedTest
  @MethodSource("suites")
  void everyCertificateIsTrustedForItsPurpose(Suite suite) throws Exception {
    World world = World.of(suite);
    Trust trust = world.trust();
    Required card = Required.of(CertificateType.CARD, KeyUse.SIGN, "Aurora");
    TrustedCertificate trusted =
        trust.validate(world.card().certificate(), List.of(), card, Party.NOW);
    assertThat(trusted.certificate()).isEqualTo(world.card().certificate());
    assertThat(trusted.chain())
        .containsExactly(
            world.cca().certificate(), world.brand().certificate(), world.root().certificate());
    for (Certificate certificate : world.all()) {
      CertificateType type = certificate.types().iterator().next();
      KeyUse use = certificate.keyUsage().iterator().next();
      trust.validate(certificate, List.of(), Required.anyBrand(type, use), Party.NOW);
    }
  }

  @ParameterizedTest
  @MethodSource("suites")
  void bouncyCastleReadsAndVerifiesWhatWeIssue(Suite suite) throws Exception {
    World world = World.of(suite);
    List<Certificate> all = world.all();
    for (Certificate certificate : all) {
      X509CertificateHolder holder = new X509CertificateHolder(certificate.der().bytes());
      Certificate issuer = issuer(certificate, all);
      assertThat(
              holder.isSignatureValid(
                  new JcaContentVerifierProviderBuilder()
                      .setProvider(new BouncyCastleProvider())
                      .build(new X509CertificateHolder(issuer.der().bytes()))))
          .isTrue();
      assertThat(holder.getSerialNumber()).isEqualTo(certificate.serialNumber());
      assertThat(holder.getNotAfter().toInstant()).isEqualTo(certificate.notAfter());
    }
    for (CertificateList crl : world.crls()) {
      X509CRLHolder holder = new X509CRLHolder(crl.der().bytes());
      assertThat(holder.getExtension(org.bouncycastle.asn1.x509.Extension.cRLNumber)).isNotNull();
    }
    byte[] named = world.brandCrls(world.crls()).der().bytes();
    assertThat(ASN1Primitive.fromByteArray(named).getEncoded("DER")).isEqualTo(named);
  }

  @ParameterizedTest
  @MethodSource("suites")
  void theJdkReadsAndVerifiesWhatWeIssue(Suite suite) throws Exception {
    World world = World.of(suite);
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<Certificate> all = world.all();
    for (Certificate certificate : all) {
      X509Certificate read = jdk(factory, certificate);
      read.verify(jdk(factory, issuer(certificate, all)).getPublicKey());
      assertThat(read.getTBSCertificate()).isEqualTo(certificate.tbs().bytes());
      assertThat(read.getBasicConstraints() >= 0)
          .isEqualTo(certificate.basicConstraints().authority());
    }
    CertificateList list =
        world.cca().crl(7, Party.NOW, List.of(world.card().certificate()));
    X509CRL crl =
        (X509CRL) factory.generateCRL(new ByteArrayInputStream(list.der().bytes()));
    crl.verify(jdk(factory, world.cca().certificate()).getPublicKey());
    assertThat(crl.isRevoked(jdk(factory, world.card().certificate()))).isTrue();
    assertThat(list.revokes(world.card().certificate().serialNumber())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void openSslVerifiesTheChainsWeIssue(Suite suite, @TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(
        run(folder, "openssl", "version").startsWith("OpenSSL"), "no openssl command");
    World world = World.of(suite);
    Path root = pem(folder, "root", List.of(world.root().certificate()));
    Path chain = pem(folder, "chain", world.authorities());
    StringBuilder crls = new StringBuilder();
    for (CertificateList crl : world.crls()) crls.append(pem("X509 CRL", crl.der().bytes()));
    Path lists = Files.writeString(folder.resolve("crls.pem"), crls);
    for (Certificate leaf : world.all().subList(5, 10)) {
      Path file = pem(folder, "leaf", List.of(leaf));
      String said =
          run(
              folder,
              "openssl",
              "verify",
              "-ignore_critical",
              "-crl_check_all",
              "-attime",
              Long.toString(Party.NOW.getEpochSecond()),
              "-CAfile",
              root.toString(),
              "-untrusted",
              chain.toString(),
              "-CRLfile",
              lists.toString(),
              file.toString());
      assertThat(said).contains("leaf.pem: OK");
    }
  }

  @Test
  void certificatesAreSmall() {
    World world = World.of(Suite.CLASSICAL);
    assertThat(world.card().certificate().der().length()).isLessThan(600);
    assertThat(world.merchant().certificate().der().length()).isLessThan(700);
    assertThat(world.gatewaySealed().der().length()).isLessThan(600);
    assertThat(world.cca().certificate().der().length()).isLessThan(560);
  }

  @Test
  void serialNumbersArePositiveAndSixteenOctetsLong() {
    World world = World.of(Suite.CLASSICAL);
    for (Certificate certificate : world.all()) {
      assertThat(certificate.serialNumber().signum()).isPositive();
      assertThat(certificate.serialNumber().toByteArray()).hasSize(16);
    }
    assertThat(world.all().stream().map(Certificate::serialNumber).distinct()).hasSize(10);
  }

  private static Certificate issuer(Certificate certificate, List<Certificate> all) {
    return all.stream()
        .filter(candidate -> candidate.subject().equals(certificate.issuer()))
        .findFirst()
        .orElseThrow();
  }

  private static X509Certificate jdk(CertificateFactory factory, Certificate certificate)
      throws Exception {
    return (X509Certificate)
        factory.generateCertificate(new ByteArrayInputStream(certificate.der().bytes()));
  }

  private static Path pem(Path folder, String name, List<Certificate> certificates)
      throws Exception {
    StringBuilder text = new StringBuilder();
    for (Certificate each : certificates) text.append(pem("CERTIFICATE", each.der().bytes()));
    return Files.writeString(folder.resolve(name + ".pem"), text);
  }

  private static String pem(String label, byte[] der) {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, lines);
  }

  private static String run(Path folder, String... command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(new ArrayList<>(List.of(command)))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return said;
    } catch (IOException e) {
      return "not there";
    }
  }
}
