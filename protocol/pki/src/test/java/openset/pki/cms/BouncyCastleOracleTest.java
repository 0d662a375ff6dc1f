package openset.pki.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.crypto.AgreementKeyPair;
import openset.crypto.AgreementPublicKey;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.SigningKeyPair;
import openset.crypto.SigningPublicKey;
import openset.crypto.Suite;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKEKAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKEKRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bouncy Castle reads what we write, and we read what it writes with the same algorithms. */
class BouncyCastleOracleTest {
  private static final ObjectIdentifier TYPE = ObjectIdentifier.of("2.23.42.0.14");
  private static final byte[] CONTENT = "order 4711".getBytes(StandardCharsets.US_ASCII);
  private static final Randomness RANDOM = Randomness.secure();

  static List<Suite> suites() {
    return List.of(Suite.CLASSICAL, Suite.EDWARDS);
  }

  @ParameterizedTest
  @MethodSource("suites")
  void verifiesOurSignedData(Suite suite) throws Exception {
    SigningKeyPair keys = SigningKeyPair.generate(suite.signature());
    X509CertificateHolder certificate =
        BouncyKeys.certificate(
            SubjectPublicKeyInfo.getInstance(keys.publicKey().spki()),
            suite,
            BouncyKeys.signing(suite));
    SignerInfo info =
        Signatures.sign(keys.signer(), BouncyKeys.id(certificate), TYPE, CONTENT);
    Der enclosed = Der.of(certificate.getEncoded());
    byte[] der = SignedData.TYPE.encode(signedData(info, List.of(enclosed)));

    CMSSignedData theirs = new CMSSignedData(der);
    SignerInformation signer = theirs.getSignerInfos().getSigners().iterator().next();
    assertThat(theirs.toASN1Structure().getEncoded("DER")).isEqualTo(der);
    assertThat(theirs.getSignedContentTypeOID()).isEqualTo(TYPE.dotted());
    assertThat((byte[]) theirs.getSignedContent().getContent()).isEqualTo(CONTENT);
    assertThat(theirs.getCertificates().getMatches(null)).hasSize(1);
    assertThat(
            signer.verify(
                new JcaSignerInfoVerifierBuilder(
                        new JcaDigestCalculatorProviderBuilder()
                            .setProvider(BouncyKeys.BC)
                            .build())
                    .setProvider(BouncyKeys.BC)
                    .build(certificate)))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void makesSignedDataThatWeVerify(Suite suite) throws Exception {
    KeyPair keys = BouncyKeys.signing(suite);
    X509CertificateHolder certificate = BouncyKeys.certificate(suite, keys.getPublic());
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    SignerInfoGeneratorBuilder builder =
        new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider());
    builder.setSignedAttributeGenerator(new TwoAttributes());
    if (suite.equals(Suite.CLASSICAL)) {
      builder.setContentDigest(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
    }
    generator.addSignerInfoGenerator(
        builder.build(BouncyKeys.signer(suite, keys), certificate));
    generator.addCertificate(certificate);
    byte[] der =
        generator
            .generate(
                new CMSProcessableByteArray(new ASN1ObjectIdentifier(TYPE.dotted()), CONTENT), true)
            .toASN1Structure()
            .getEncoded("DER");

    SignedData ours = SignedData.TYPE.decode(der);
    assertThat(SignedData.TYPE.encode(ours)).isEqualTo(der);
    assertThat(ours.content().content()).contains(Der.of(CONTENT));
    assertThat(ours.certificates()).containsExactly(Der.of(certificate.getEncoded()));
    SigningPublicKey key = SigningPublicKey.of(keys.getPublic().getEncoded());
    assertThat(Signatures.verify(ours.signers().getFirst(), key, TYPE, CONTENT)).isTrue();
    assertThat(Signatures.verify(ours.signers().getFirst(), key, TYPE, new byte[9])).isFalse();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void opensOurEnvelope(Suite suite) throws Exception {
    KeyPair keys = BouncyKeys.agreement(suite);
    X509CertificateHolder certificate = BouncyKeys.certificate(suite, keys.getPublic());
    AuthEnvelopedData sealed =
        Envelopes.sealTo(
            BouncyKeys.id(certificate),
            AgreementPublicKey.of(keys.getPublic().getEncoded()),
            CONTENT,
            RANDOM);
    byte[] der = AuthEnvelopedData.TYPE.encode(sealed);

    CMSAuthEnvelopedData theirs = new CMSAuthEnvelopedData(der);
    RecipientInformation recipient = theirs.getRecipientInfos().iterator().next();
    assertThat(theirs.toASN1Structure().getEncoded("DER")).isEqualTo(der);
    assertThat(
            recipient.getContent(
                new JceKeyAgreeAuthEnvelopedRecipient(keys.getPrivate())
                    .setProvider(BouncyKeys.BC)))
        .isEqualTo(CONTENT);
  }

  @ParameterizedTest
  @MethodSource("suites")
  void sealsEnvelopesThatWeOpen(Suite suite) throws Exception {
    AgreementKeyPair keys = AgreementKeyPair.generate(suite.agreement());
    X509CertificateHolder certificate =
        BouncyKeys.certificate(
            SubjectPublicKeyInfo.getInstance(keys.publicKey().spki()),
            suite,
            BouncyKeys.signing(suite));
    KeyPair ephemeral = BouncyKeys.agreement(suite);
    CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(
        new JceKeyAgreeRecipientInfoGenerator(
                suite.equals(Suite.CLASSICAL)
                    ? CMSAlgorithm.ECDH_SHA256KDF
                    : CMSAlgorithm.ECDH_HKDF_SHA256,
                ephemeral.getPrivate(),
                ephemeral.getPublic(),
                CMSAlgorithm.AES256_WRAP)
            .addRecipient(
                new JcaX509CertificateConverter()
                    .setProvider(BouncyKeys.BC)
                    .getCertificate(certificate))
            .setProvider(BouncyKeys.BC));
    byte[] der = sealed(generator);

    AuthEnvelopedData ours = AuthEnvelopedData.TYPE.decode(der);
    assertThat(AuthEnvelopedData.TYPE.encode(ours)).isEqualTo(der);
    assertThat(Envelopes.open(ours, keys.agreement(), BouncyKeys.id(certificate)))
        .isEqualTo(CONTENT);
  }

  @Test
  void agreesOnEnvelopesUnderASharedKey() throws Exception {
    SecretBytes key = SecretBytes.random(32, RANDOM);
    SecretKey theirKey = key.use(octets -> new SecretKeySpec(octets, "AES"));
    byte[] der = AuthEnvelopedData.TYPE.encode(Envelopes.sealUnder(key, CONTENT, RANDOM));
    RecipientInformation recipient =
        new CMSAuthEnvelopedData(der).getRecipientInfos().iterator().next();
    assertThat(
            recipient.getContent(
                new JceKEKAuthEnvelopedRecipient(theirKey).setProvider(BouncyKeys.BC)))
        .isEqualTo(CONTENT);

    CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(
        new JceKEKRecipientInfoGenerator(new byte[0], theirKey).setProvider(BouncyKeys.BC));
    AuthEnvelopedData ours = AuthEnvelopedData.TYPE.decode(sealed(generator));
    assertThat(Envelopes.openUnder(ours, key)).isEqualTo(CONTENT);
  }

  private static byte[] sealed(CMSAuthEnvelopedDataGenerator generator) throws Exception {
    OutputAEADEncryptor encryptor =
        (OutputAEADEncryptor)
            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                .setProvider(BouncyKeys.BC)
                .build();
    return generator
        .generate(new CMSProcessableByteArray(CONTENT), encryptor)
        .toASN1Structure()
        .getEncoded("DER");
  }

  static SignedData signedData(SignerInfo info, List<Der> certificates) {
    return new SignedData(
        List.of(info.digestAlgorithm()),
        new EncapsulatedContent(TYPE, Optional.of(Der.of(CONTENT))),
        certificates,
        List.of(),
        List.of(info));
  }

  /** Bouncy Castle's attributes without the signing time and algorithm protection. */
  private static final class TwoAttributes extends DefaultSignedAttributeTableGenerator {
    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public AttributeTable getAttributes(Map parameters) {
      AttributeTable all = super.getAttributes(parameters);
      ASN1EncodableVector two = new ASN1EncodableVector();
      two.add(all.get(CMSAttributes.contentType));
      two.add(all.get(CMSAttributes.messageDigest));
      return new AttributeTable(two);
    }
  }
}
