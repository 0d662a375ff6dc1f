package openset.pki.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Repeated;
import openset.crypto.AgreementKeyPair;
import openset.crypto.DigestAlgorithm;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.crypto.Unauthentic;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What our CMS types refuse, and that whatever they read they write back. */
class CmsTest {
  private static final ObjectIdentifier TYPE = ObjectIdentifier.of("2.23.42.0.14");
  private static final byte[] CONTENT = "order 4711".getBytes(StandardCharsets.US_ASCII);
  private static final Randomness RANDOM = Randomness.secure();
  private static final IssuerAndSerialNumber NAME =
      new IssuerAndSerialNumber(Der.ofHex("3000"), BigInteger.TEN);

  static List<Suite> suites() {
    return List.of(Suite.CLASSICAL, Suite.EDWARDS);
  }

  private static SignedData signed(SignerInfo... signers) {
    return new SignedData(
        List.of(signers[0].digestAlgorithm()),
        new EncapsulatedContent(TYPE, Optional.of(Der.of(CONTENT))),
        List.of(Der.ofHex("3000")),
        List.of(),
        List.of(signers));
  }

  private static SignerInfo signature(SigningKeyPair keys) {
    return Signatures.sign(keys.signer(), NAME, TYPE, CONTENT);
  }

  @ParameterizedTest
  @MethodSource("suites")
  void givesBackWhateverItReads(Suite suite) {
    SigningKeyPair keys = SigningKeyPair.generate(suite.signature());
    AgreementKeyPair recipient = AgreementKeyPair.generate(suite.agreement());
    keepsTheLaw(SignedData.TYPE, signed(signature(keys)));
    keepsTheLaw(
        AuthEnvelopedData.TYPE,
        Envelopes.sealTo(NAME, recipient.publicKey(), CONTENT, RANDOM));
    keepsTheLaw(
        AuthEnvelopedData.TYPE,
        Envelopes.sealUnder(SecretBytes.random(32, RANDOM), CONTENT, RANDOM));
    Der digest = Der.of(DigestAlgorithm.SHA256.digest(CONTENT));
    keepsTheLaw(DigestedData.TYPE, new DigestedData(Algorithm.SHA256, TYPE, digest));
  }

  /** Every octet of the encoding, changed, is refused or is the encoding of what is then read. */
  private static <T> void keepsTheLaw(Asn1Type<T> type, T value) {
    byte[] der = type.encode(value);
    assertThat(type.decode(der)).isEqualTo(value);
    for (int at = 0; at < der.length; at++) {
      byte[] other = der.clone();
      other[at] ^= (byte) (1 + at % 255);
      try {
        assertThat(type.encode(type.decode(other))).isEqualTo(other);
      } catch (Asn1Exception refused) {
        assertThat(refused.getMessage()).isNotEmpty();
      }
    }
  }

  @Test
  void writesParametersAsTheStandardsSay() throws Exception {
    byte[] nonce = RANDOM.bytes(12);
    assertThat(GcmParameters.algorithm(nonce).der().bytes())
        .isEqualTo(
            new AlgorithmIdentifier(
                    NISTObjectIdentifiers.id_aes256_GCM, new GCMParameters(nonce, 16))
                .getEncoded("DER"));
    assertThat(
            new ECCCMSSharedInfo(
                    new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_wrap),
                    new byte[] {0, 0, 1, 0})
                .getEncoded("DER"))
        .isEqualTo(Der.ofHex("3015300b060960864801650304012da206040400000100").bytes());
  }

  @Test
  @Tag("P20")
  void refusesThreeSigners() {
    SigningKeyPair keys = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    byte[] der =
        SignedData.TYPE.encode(signed(signature(keys), signature(keys)));
    assertThat(SignedData.TYPE.decode(der).signers()).hasSize(2);
    assertThatThrownBy(
            () ->
                SignedData.TYPE.decode(
                    SignedData.TYPE.encode(
                        signed(signature(keys), signature(keys), signature(keys)))))
        .isInstanceOf(Asn1Exception.class);
  }

  @Test
  void refusesFurtherSignedAttributes() {
    byte[] two =
        SignedAttributes.TYPE.encode(
            new SignedAttributes(TYPE, Der.of(DigestAlgorithm.SHA256.digest(CONTENT))));
    List<Der> attributes = Repeated.setOf(Asn1.ANY).decode(two);
    Der signingTime = Der.ofHex("301c06092a864886f70d010905310f170d3236303130313030303030305a");
    byte[] three =
        Repeated.setOf(Asn1.ANY)
            .encode(List.of(attributes.get(0), attributes.get(1), signingTime));
    assertThat(SignedAttributes.TYPE.decode(two).contentType()).isEqualTo(TYPE);
    assertThatThrownBy(() -> SignedAttributes.TYPE.decode(three))
        .isInstanceOf(Asn1Exception.class);
    byte[] swapped =
        Repeated.sequenceOf(Asn1.ANY).encode(List.of(attributes.get(1), attributes.get(0)));
    swapped[0] = 0x31;
    assertThatThrownBy(() -> SignedAttributes.TYPE.decode(swapped))
        .isInstanceOf(Asn1Exception.class);
  }

  @Test
  @Tag("K18")
  void refusesTwoRecipients() {
    AgreementKeyPair keys = AgreementKeyPair.generate(Suite.CLASSICAL.agreement());
    AuthEnvelopedData sealed = Envelopes.sealTo(NAME, keys.publicKey(), CONTENT, RANDOM);
    AuthEnvelopedData other = Envelopes.sealTo(NAME, keys.publicKey(), CONTENT, RANDOM);
    byte[] one = RecipientInfo.TYPE.encode(sealed.recipient());
    byte[] two = RecipientInfo.TYPE.encode(other.recipient());
    byte[] set = Repeated.setOf(Asn1.ANY).encode(List.of(Der.of(one), Der.of(two)));
    assertThat(replaced(sealed, set(one))).isEqualTo(AuthEnvelopedData.TYPE.encode(sealed));
    assertThatThrownBy(() -> AuthEnvelopedData.TYPE.decode(replaced(sealed, set)))
        .isInstanceOf(Asn1Exception.class)
        .hasMessageContaining("left over");
  }

  private static byte[] set(byte[] one) {
    return Repeated.setOf(Asn1.ANY).encode(List.of(Der.of(one)));
  }

  private static byte[] replaced(AuthEnvelopedData sealed, byte[] recipients) {
    byte[] bare =
        ContentInfo.type(CmsOid.AUTH_ENVELOPED_DATA, Asn1.ANY)
            .decode(AuthEnvelopedData.TYPE.encode(sealed))
            .bytes();
    List<Der> parts = new ArrayList<>(Repeated.sequenceOf(Asn1.ANY).decode(bare));
    parts.set(1, Der.of(recipients));
    return ContentInfo.type(CmsOid.AUTH_ENVELOPED_DATA, Asn1.ANY)
        .encode(Der.of(Repeated.sequenceOf(Asn1.ANY).encode(parts)));
  }

  @Test
  @Tag("K06")
  void namesAlgorithmsThatAreNoneOfOurs() throws Exception {
    SigningKeyPair keys = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    Algorithm sha1 = Algorithm.of(ObjectIdentifier.of("1.3.14.3.2.26"));
    SignerInfo good = signature(keys);
    SignerInfo weak =
        new SignerInfo(
            good.sid(), sha1, good.signedAttributes(), good.signatureAlgorithm(), good.signature());
    assertThat(Signatures.verify(good, keys.publicKey(), TYPE, CONTENT)).isTrue();
    assertThatThrownBy(() -> Signatures.verify(weak, keys.publicKey(), TYPE, CONTENT))
        .isInstanceOf(UnknownAlgorithm.class);

    SecretBytes key = SecretBytes.random(32, RANDOM);
    AuthEnvelopedData sealed = Envelopes.sealUnder(key, CONTENT, RANDOM);
    Algorithm des = Algorithm.of(ObjectIdentifier.of("1.3.14.3.2.7"));
    AuthEnvelopedData old =
        new AuthEnvelopedData(
            sealed.recipient(),
            new AuthEnvelopedData.EncryptedContent(des, sealed.encrypted().octets()),
            sealed.mac());
    assertThatThrownBy(() -> Envelopes.openUnder(old, key)).isInstanceOf(UnknownAlgorithm.class);
  }

  @Test
  @Tag("K07")
  void refusesOddParametersOfOurAlgorithms() throws Exception {
    SigningKeyPair keys = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    SignerInfo good = signature(keys);
    Algorithm withNull = new Algorithm(Der.ofHex("300c06082a8648ce3d0403020500"));
    SignerInfo odd =
        new SignerInfo(
            good.sid(),
            good.digestAlgorithm(),
            good.signedAttributes(),
            withNull,
            good.signature());
    assertThat(withNull.oid()).isEqualTo(Algorithm.ECDSA_SHA256.oid());
    assertThat(Signatures.verify(odd, keys.publicKey(), TYPE, CONTENT)).isFalse();
    SigningKeyPair edwards = SigningKeyPair.generate(Suite.EDWARDS.signature());
    assertThat(Signatures.verify(good, edwards.publicKey(), TYPE, CONTENT)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void opensForTheRightKeyAndNameOnly(Suite suite) throws Exception {
    AgreementKeyPair keys = AgreementKeyPair.generate(suite.agreement());
    AgreementKeyPair others = AgreementKeyPair.generate(suite.agreement());
    AuthEnvelopedData sealed = Envelopes.sealTo(NAME, keys.publicKey(), CONTENT, RANDOM);
    assertThat(Envelopes.open(sealed, keys.agreement(), NAME)).isEqualTo(CONTENT);
    assertThatThrownBy(() -> Envelopes.open(sealed, others.agreement(), NAME))
        .isInstanceOf(Unauthentic.class);
    assertThatThrownBy(
            () -> Envelopes.open(sealed, keys.agreement(), IssuerAndSerialNumber.NEW_KEY))
        .isInstanceOf(Unauthentic.class);
    assertThatThrownBy(() -> Envelopes.openUnder(sealed, SecretBytes.random(32, RANDOM)))
        .isInstanceOf(Unauthentic.class);
  }
}
