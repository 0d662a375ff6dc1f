package openset.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import openset.crypto.KeyFile.Reason;
import openset.crypto.provider.Curve;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  private static final Passphrase PASSPHRASE = Passphrase.of("quiet harbour 81");
  private static final byte[] MESSAGE = "order 81".getBytes(StandardCharsets.UTF_8);
  private static final String PASSWORD = "quiet harbour 81";

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("merchant.p12");
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatSignsComesBackWithItsCertificates(SignatureAlgorithm algorithm) throws Exception {
    SigningKeyPair authority = SigningKeyPair.generate(algorithm);
    SigningKeyPair pair = SigningKeyPair.generate(algorithm);
    List<byte[]> chain =
        List.of(
            certificate("CN=shop", pair.publicKey().spki(), "CN=authority", authority),
            certificate("CN=authority", authority.publicKey().spki(), "CN=root", authority));
    KeyFile file = KeyFile.create(path, PASSPHRASE);
    file.put("sign.aurora", pair, chain);
    file.save();

    KeyFile again = KeyFile.load(path, PASSPHRASE);
    assertThat(again.aliases()).containsExactly("sign.aurora");
    assertThat(again.chain("sign.aurora")).containsExactlyElementsOf(chain);
    byte[] signature = again.signing("sign.aurora").signer().sign(MESSAGE);
    assertThat(pair.publicKey().verify(MESSAGE, signature)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatAgreesComesBackWithItsCertificates(AgreementAlgorithm algorithm) throws Exception {
    SigningKeyPair authority = SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
    AgreementKeyPair pair = AgreementKeyPair.generate(algorithm);
    byte[] leaf = certificate("CN=shop", pair.publicKey().spki(), "CN=authority", authority);
    KeyFile file = KeyFile.create(path, PASSPHRASE);
    file.put("agree", pair, List.of(leaf));
    file.save();

    KeyFile again = KeyFile.load(path, PASSPHRASE);
    Encapsulation sent = pair.publicKey().encapsulate();
    assertThat(again.agreement("agree").agreement().agree(sent.ephemeralSpki()))
        .isEqualTo(sent.shared());
    assertThat(again.chain("agree")).containsExactly(leaf);
  }

  @Test
  void keysThatWaitForTheirCertificateAndSecretKeysComeBack() throws Exception {
    SigningKeyPair classical = SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
    SigningKeyPair edwards = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
    AgreementKeyPair agreement = AgreementKeyPair.generate(AgreementAlgorithm.X25519);
    SecretBytes secret = SecretBytes.random(32, Randomness.secure());
    KeyFile file = KeyFile.create(path, PASSPHRASE);
    file.put("classical", classical, List.of());
    file.put("edwards", edwards, List.of());
    file.put("agree", agreement, List.of());
    file.put("vault", secret);
    file.save();

    KeyFile again = KeyFile.load(path, PASSPHRASE);
    assertThat(again.aliases()).containsExactly("agree", "classical", "edwards", "vault");
    assertThat(again.signing("classical").publicKey()).isEqualTo(classical.publicKey());
    assertThat(again.signing("edwards").publicKey()).isEqualTo(edwards.publicKey());
    assertThat(again.agreement("agree").publicKey()).isEqualTo(agreement.publicKey());
    assertThat(again.secret("vault")).isEqualTo(secret);
    assertThat(again.chain("edwards")).isEmpty();
    again.remove("vault");
    again.save();
    assertThat(KeyFile.load(path, PASSPHRASE).aliases()).doesNotContain("vault");
  }

  @Test
  void aKeyGetsItsCertificateLater() throws Exception {
    SigningKeyPair authority = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
    SigningKeyPair pair = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
    KeyFile.create(path, PASSPHRASE);
    KeyFile file = KeyFile.load(path, PASSPHRASE);
    file.put("sign", pair, List.of());
    byte[] leaf = certificate("CN=shop", pair.publicKey().spki(), "CN=authority", authority);
    file.put("sign", file.signing("sign"), List.of(leaf));
    file.save();
    KeyFile again = KeyFile.load(path, PASSPHRASE);
    assertThat(again.chain("sign")).containsExactly(leaf);
    assertThat(again.signing("sign").publicKey()).isEqualTo(pair.publicKey());
  }

  @Test
  void whatWasReplacedOrRemovedIsForgotten() throws Exception {
    SigningKeyPair first = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
    SigningKeyPair second = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
    KeyFile file = KeyFile.create(path, PASSPHRASE);
    file.put("key", first, List.of());
    file.put("key", second, List.of());
    assertThat(file.signing("key").publicKey()).isEqualTo(second.publicKey());
    file.save();
    KeyFile again = KeyFile.load(path, PASSPHRASE);
    assertThat(again.signing("key").publicKey()).isEqualTo(second.publicKey());
    SecretBytes secret = SecretBytes.random(32, Randomness.secure());
    again.put("key", secret);
    assertThat(again.secret("key")).isEqualTo(secret);
    assertRefused(() -> again.signing("key"), Reason.WRONG_KEY);
    again.remove("key");
    assertRefused(() -> again.secret("key"), Reason.NO_ENTRY);
    assertRefused(() -> again.signing("key"), Reason.NO_ENTRY);
  }

  @Test
  void twoLeavesOfOneNameKeepTheirOwnChains() throws Exception {
    SigningKeyPair authority = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
    SigningKeyPair sign = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
    AgreementKeyPair agree = AgreementKeyPair.generate(AgreementAlgorithm.X25519);
    byte[] top = certificate("CN=authority", authority.publicKey().spki(), "CN=root", authority);
    byte[] signing = certificate("CN=shop", sign.publicKey().spki(), "CN=authority", authority);
    byte[] agreeing = certificate("CN=shop", agree.publicKey().spki(), "CN=authority", authority);
    KeyFile file = KeyFile.create(path, PASSPHRASE);
    file.put("sign", sign, List.of(signing, top));
    file.put("agree", agree, List.of(agreeing, top));
    file.save();
    KeyFile again = KeyFile.load(path, PASSPHRASE);
    assertThat(again.chain("sign")).containsExactly(signing, top);
    assertThat(again.chain("agree")).containsExactly(agreeing, top);
  }

  @Test
  void onlyTheOwnerMayReadWhatIsWritten() throws Exception {
    KeyFile file = KeyFile.create(path, PASSPHRASE);
    file.put("vault", SecretBytes.random(32, Randomness.secure()));
    file.save();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).as("no draft is left").containsExactly(path);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw-rw-rw-"})
  @Tag("O08")
  void refusesAFileThatOthersMayReadOrChange(String permissions) throws Exception {
    KeyFile.create(path, PASSPHRASE);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    assertRefused(() -> KeyFile.load(path, PASSPHRASE), Reason.EXPOSED);
  }

  @Test
  void savingClosesAFileThatWasOpened() throws Exception {
    KeyFile file = KeyFile.create(path, PASSPHRASE);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    file.save();
    assertThat(KeyFile.load(path, PASSPHRASE).aliases()).isEmpty();
  }

  @Test
  void aWrongPassphraseHasANameOfItsOwn() throws Exception {
    KeyFile file = KeyFile.create(path, PASSPHRASE);
    Passphrase other = Passphrase.of("other");
    assertRefused(() -> KeyFile.load(path, other), Reason.WRONG_PASSPHRASE);
    file.put("vault", SecretBytes.random(32, Randomness.secure()));
    file.save();
    assertRefused(() -> KeyFile.load(path, other), Reason.WRONG_PASSPHRASE);
    assertThatThrownBy(() -> KeyFile.load(path, other))
        .hasMessageContaining("wrong passphrase")
        .hasMessageNotContaining("other");
  }

  @Test
  void refusesToMakeAFileWhereOneIsAndToLoadWhereNoneIs() throws Exception {
    assertRefused(() -> KeyFile.load(path, PASSPHRASE), Reason.MISSING);
    KeyFile.create(path, PASSPHRASE);
    assertRefused(() -> KeyFile.create(path, PASSPHRASE), Reason.EXISTS);
  }

  @Test
  void refusesWhatIsNoKeyFile() throws Exception {
    KeyFile.create(path, PASSPHRASE);
    byte[] good = Files.readAllBytes(path);
    for (byte[] bad :
        List.of(
            new byte[0],
            MESSAGE,
            Arrays.copyOf(good, good.length - 1),
            Arrays.copyOf(good, good.length + 1))) {
      Files.write(path, bad);
      assertRefused(() -> KeyFile.load(path, PASSPHRASE), Reason.MALFORMED);
    }
  }

  @Test
  void refusesAFileWhoseMacWasTakenAway() throws Exception {
    KeyFile.create(path, PASSPHRASE);
    System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, PASSWORD.toCharArray());
      Files.write(path, out.toByteArray());
    } finally {
      System.clearProperty("keystore.pkcs12.macAlgorithm");
    }
    assertRefused(() -> KeyFile.load(path, PASSPHRASE), Reason.MALFORMED);
  }

  @Test
  @Tag("F15")
  void noChangedOctetGoesUnseen() throws Exception {
    KeyFile file = KeyFile.create(path, PASSPHRASE);
    file.put("vault", SecretBytes.random(32, Randomness.secure()));
    file.save();
    byte[] good = Files.readAllBytes(path);
    for (int at = 0; at < good.length; at += 23) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(path, bad);
      assertThatThrownBy(() -> KeyFile.load(path, PASSPHRASE))
          .as("octet " + at)
          .isInstanceOf(KeyFile.Unusable.class);
    }
  }

  @Test
  void namesWhatIsWrongWithAnEntry() throws Exception {
    KeyFile file = KeyFile.create(path, PASSPHRASE);
    file.put("sign", SigningKeyPair.generate(SignatureAlgorithm.ED25519), List.of());
    file.put("agree", AgreementKeyPair.generate(AgreementAlgorithm.X25519), List.of());
    file.put("vault", SecretBytes.random(32, Randomness.secure()));
    assertRefused(() -> file.signing("none"), Reason.NO_ENTRY);
    assertRefused(() -> file.agreement("none"), Reason.NO_ENTRY);
    assertRefused(() -> file.secret("none"), Reason.NO_ENTRY);
    assertRefused(() -> file.agreement("sign"), Reason.WRONG_KEY);
    assertRefused(() -> file.signing("agree"), Reason.WRONG_KEY);
    assertRefused(() -> file.signing("vault"), Reason.WRONG_KEY);
    assertRefused(() -> file.secret("sign"), Reason.WRONG_KEY);
    assertThatIllegalArgumentException().isThrownBy(() -> file.secret("Vault"));
  }

  @Test
  void refusesCertificatesThatAreNotTheKeysOrNoChain() throws Exception {
    SigningKeyPair one = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
    SigningKeyPair other = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
    byte[] leaf = certificate("CN=one", one.publicKey().spki(), "CN=authority", other);
    byte[] stranger = certificate("CN=other", other.publicKey().spki(), "CN=root", other);
    KeyFile file = KeyFile.create(path, PASSPHRASE);
    assertThatIllegalArgumentException().isThrownBy(() -> file.put("k", other, List.of(leaf)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> file.put("k", one, List.of(leaf, stranger)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> file.put("k", one, List.of(MESSAGE)));
    assertThat(file.aliases()).isEmpty();
  }

  @Test
  void refusesAFileWhoseKeyIsNotItsCertificates() throws Exception {
    SigningKeyPair one = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
    SigningKeyPair other = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
    byte[] pkcs8 = Curve.ED25519.pkcs8(one.scalar().octets());
    byte[] leaf = certificate("CN=other", other.publicKey().spki(), "CN=root", other);
    writeForeign("EdDSA", pkcs8, leaf);
    KeyFile file = KeyFile.load(path, PASSPHRASE);
    assertRefused(() -> file.signing("key"), Reason.WRONG_KEY);
  }

  @Test
  void refusesKeysOnCurvesThatAreNotOurs() throws Exception {
    SigningKeyPair authority = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    var foreign = generator.generateKeyPair();
    byte[] leaf = certificate("CN=x", foreign.getPublic().getEncoded(), "CN=root", authority);
    writeForeign("EC", foreign.getPrivate().getEncoded(), leaf);
    KeyFile file = KeyFile.load(path, PASSPHRASE);
    assertRefused(() -> file.signing("key"), Reason.WRONG_KEY);
    assertRefused(() -> file.agreement("key"), Reason.WRONG_KEY);
  }

  @Test
  void anotherLibraryReadsTheFile() throws Exception {
    SigningKeyPair pair = SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
    byte[] leaf = certificate("CN=shop", pair.publicKey().spki(), "CN=authority", pair);
    KeyFile file = KeyFile.create(path, PASSPHRASE);
    file.put("sign", pair, List.of(leaf));
    file.save();
    KeyStore bouncy = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
    bouncy.load(new ByteArrayInputStream(Files.readAllBytes(path)), PASSWORD.toCharArray());
    assertThat(bouncy.getCertificate("sign").getEncoded()).isEqualTo(leaf);
    var key = (java.security.interfaces.ECPrivateKey) bouncy.getKey("sign", new char[0]);
    BigInteger own = pair.scalar().use(octets -> new BigInteger(1, octets));
    assertThat(key.getS()).isEqualTo(own);
  }

  @Test
  void printsNoSecret() throws Exception {
    assertThat(PASSPHRASE).hasToString("Passphrase[redacted]");
    assertThat(KeyFile.create(path, PASSPHRASE)).hasToString("KeyFile[" + path + "]");
    assertThatIllegalArgumentException().isThrownBy(() -> Passphrase.of(""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Passphrase.of("caf\u00e9"))
        .withMessageNotContaining("caf");
  }

  private void writeForeign(String algorithm, byte[] pkcs8, byte[] leaf) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    var key = KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    var certificate =
        java.security.cert.CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(leaf));
    store.setKeyEntry(
        "key", key, PASSWORD.toCharArray(), new java.security.cert.Certificate[] {certificate});
    KeyFile.create(path, PASSPHRASE);
    try (var out = Files.newOutputStream(path)) {
      store.store(out, PASSWORD.toCharArray());
    }
  }

  private static byte[] certificate(
      String subject, byte[] spki, String issuer, SigningKeyPair authority) throws IOException {
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            new X500Name(issuer),
            new BigInteger(1, Randomness.secure().bytes(8)),
            new Date(0),
            new Date(4_000_000_000_000L),
            new X500Name(subject),
            SubjectPublicKeyInfo.getInstance(spki));
    return builder.build(new Signing(authority, new ByteArrayOutputStream())).getEncoded();
  }

  private record Signing(SigningKeyPair authority, ByteArrayOutputStream tbs)
      implements ContentSigner {
    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return new AlgorithmIdentifier(
          new org.bouncycastle.asn1.ASN1ObjectIdentifier(authority.algorithm().oid().dotted()));
    }

    @Override
    public ByteArrayOutputStream getOutputStream() {
      return tbs;
    }

    @Override
    public byte[] getSignature() {
      return authority.signer().sign(tbs.toByteArray());
    }
  }

  private static void assertRefused(ThrowingCallable call, Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            KeyFile.Unusable.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void givesAllItsKeysToASearchThatMustFindThemNowhereElse() throws Exception {
    KeyFile file = KeyFile.create(path, PASSPHRASE);
    SecretBytes secret = SecretBytes.random(32, Randomness.secure());
    SigningKeyPair pair = SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
    file.put("vault", secret);
    file.put("aurora.sign", pair, List.of());
    file.save();
    assertThat(KeyFile.load(path, PASSPHRASE).material())
        .containsExactlyInAnyOrder(secret, pair.scalar());
  }
}
