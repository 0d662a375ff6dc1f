package openset.pki.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.crypto.AgreementPublicKey;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The {@code openssl} command, version 3 or later, reads what we write in the classical suite. It
 * knows no Ed25519 and X25519 in CMS, so the other suite has Bouncy Castle alone. Without the
 * command these tests fail: they never pass unseen.
 */
class OpenSslOracleTest {
  private static final ObjectIdentifier TYPE = ObjectIdentifier.of("2.23.42.0.14");
  private static final byte[] CONTENT = "order 4711".getBytes(StandardCharsets.US_ASCII);
  private static final Randomness RANDOM = Randomness.secure();

  @TempDir Path folder;

  @Test
  void verifiesOurSignedData() throws Exception {
    SigningKeyPair keys = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    X509CertificateHolder certificate =
        BouncyKeys.certificate(
            SubjectPublicKeyInfo.getInstance(keys.publicKey().spki()),
            Suite.CLASSICAL,
            BouncyKeys.signing(Suite.CLASSICAL));
    SignerInfo info = Signatures.sign(keys.signer(), BouncyKeys.id(certificate), TYPE, CONTENT);
    SignedData signed =
        BouncyCastleOracleTest.signedData(info, List.of(Der.of(certificate.getEncoded())));
    Path file = write("signed.der", SignedData.TYPE.encode(signed));

    String[] how = {"cms", "-verify", "-noverify", "-binary", "-inform", "DER", "-in", "" + file};
    assertThat(openssl(how)).isEqualTo(CONTENT);
  }

  @Test
  void opensOurEnvelope() throws Exception {
    KeyPair keys = BouncyKeys.agreement(Suite.CLASSICAL);
    X509CertificateHolder certificate =
        BouncyKeys.certificate(Suite.CLASSICAL, keys.getPublic());
    AuthEnvelopedData sealed =
        Envelopes.sealTo(
            BouncyKeys.id(certificate),
            AgreementPublicKey.of(keys.getPublic().getEncoded()),
            CONTENT,
            RANDOM);
    Path file = write("sealed.der", AuthEnvelopedData.TYPE.encode(sealed));
    Path key = pem("key.pem", "PRIVATE KEY", keys.getPrivate().getEncoded());
    Path cert = pem("cert.pem", "CERTIFICATE", certificate.getEncoded());

    assertThat(decrypt(file, "-inkey", "" + key, "-recip", "" + cert)).isEqualTo(CONTENT);
  }

  @Test
  void opensOurEnvelopeUnderASharedKey() throws Exception {
    byte[] key = RANDOM.bytes(32);
    AuthEnvelopedData sealed = Envelopes.sealUnder(SecretBytes.of(key), CONTENT, RANDOM);
    Path file = write("sealed.der", AuthEnvelopedData.TYPE.encode(sealed));

    assertThat(decrypt(file, "-secretkey", Der.of(key).toString())).isEqualTo(CONTENT);
  }

  private byte[] decrypt(Path file, String... with) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("cms", "-decrypt", "-binary", "-inform", "DER", "-in", "" + file));
    arguments.addAll(List.of(with));
    return openssl(arguments.toArray(String[]::new));
  }

  private byte[] openssl(String... arguments) throws Exception {
    Path output = folder.resolve("output");
    Path errors = folder.resolve("errors");
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-out", output.toString()));
    Process process = start(command, errors);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
    return Files.readAllBytes(output);
  }

  private static Process start(List<String> command, Path errors) {
    try {
      return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    } catch (IOException e) {
      throw new AssertionError("the command openssl (3 or later) is missing: install openssl", e);
    }
  }

  private Path write(String name, byte[] octets) throws IOException {
    return Files.write(folder.resolve(name), octets);
  }

  private Path pem(String name, String title, byte[] der) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String text = "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(title, body, title);
    return Files.writeString(folder.resolve(name), text);
  }
}
