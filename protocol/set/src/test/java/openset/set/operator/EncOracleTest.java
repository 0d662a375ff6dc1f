package openset.set.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import openset.crypto.Signer;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.pki.cms.AuthEnvelopedData;
import openset.set.SetOid;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bouncy Castle opens and verifies an Enc of ours, and we one that it made, step by step. */
class EncOracleTest {
  private static final BouncyCastleProvider BC = new BouncyCastleProvider();
  private static final Circle CIRCLE = new Circle();

  static List<Suite> suites() {
    return List.of(Suite.CLASSICAL, Suite.EDWARDS);
  }

  private static boolean classical(Suite suite) {
    return suite.equals(Suite.CLASSICAL);
  }

  private static KeyPair agreement(Suite suite) throws Exception {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(classical(suite) ? "EC" : "X25519", BC);
    if (classical(suite)) generator.initialize(256);
    return generator.generateKeyPair();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void opensAndVerifiesOurEnc(Suite suite) throws Exception {
    SigningCredential merchant = CIRCLE.merchant(suite);
    KeyPair keys = agreement(suite);
    Certificate gateway = CIRCLE.gatewayCertificate(keys.getPublic().getEncoded());
    Enc<String> sealed =
        Enc.seal(
            Signatory.of(merchant),
            CIRCLE.recipient(gateway),
            Trial.ENC_FORM,
            Trial.VALUE,
            Circle.RANDOM);

    byte[] octets =
        new CMSAuthEnvelopedData(Enc.<String>type().encode(sealed))
            .getRecipientInfos()
            .iterator()
            .next()
            .getContent(
                new JceKeyAgreeAuthEnvelopedRecipient(keys.getPrivate()).setProvider(BC));
    ContentInfo tbe = ContentInfo.getInstance(ASN1Primitive.fromByteArray(octets));
    assertThat(tbe.getContentType().getId()).isEqualTo(SetOid.CAP_RES_TBE.dotted());
    CMSSignedData signed = new CMSSignedData(ContentInfo.getInstance(tbe.getContent()));
    assertThat((byte[]) signed.getSignedContent().getContent())
        .isEqualTo(new DERUTF8String(Trial.VALUE).getEncoded("DER"));
    X509CertificateHolder certificate =
        new X509CertificateHolder(merchant.certificate().der().bytes());
    assertThat(signed.getCertificates().getMatches(null)).contains(certificate).hasSize(3);
    assertThat(
            signed
                .getSignerInfos()
                .iterator()
                .next()
                .verify(
                    new JcaSimpleSignerInfoVerifierBuilder().setProvider(BC).build(certificate)))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void makesAnEncThatWeOpenAndVerify(Suite suite) throws Exception {
    SigningCredential merchant = CIRCLE.merchant(suite);
    OpeningCredential gateway = CIRCLE.gateway(suite);
    CMSSignedData signed = signed(suite, merchant);
    byte[] tbe =
        new ContentInfo(
                new ASN1ObjectIdentifier(SetOid.CAP_RES_TBE.dotted()), signed.toASN1Structure())
            .getEncoded("DER");
    byte[] sealed = sealed(suite, gateway.certificate(), tbe);

    Verified<String> verified =
        Enc.open(
            gateway,
            new Enc<>(AuthEnvelopedData.TYPE.decode(sealed)),
            Trial.ENC_FORM,
            CIRCLE.expected());
    assertThat(verified.value()).isEqualTo(Trial.VALUE);
    assertThat(verified.signer().certificate()).isEqualTo(merchant.certificate());
  }

  private static CMSSignedData signed(Suite suite, SigningCredential merchant)
      throws Exception {
    SignerInfoGeneratorBuilder builder =
        new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider());
    builder.setSignedAttributeGenerator(new TwoAttributes());
    if (classical(suite)) {
      builder.setContentDigest(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
    }
    X509CertificateHolder certificate =
        new X509CertificateHolder(merchant.certificate().der().bytes());
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        builder.build(new Hand(merchant.signer(), new ByteArrayOutputStream()), certificate));
    generator.addCertificate(certificate);
    return generator.generate(
        new CMSProcessableByteArray(
            new ASN1ObjectIdentifier(Trial.TEXT.oid().dotted()),
            new DERUTF8String(Trial.VALUE).getEncoded("DER")),
        true);
  }

  private static byte[] sealed(Suite suite, Certificate recipient, byte[] plain)
      throws Exception {
    KeyPair ephemeral = agreement(suite);
    CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(
        new JceKeyAgreeRecipientInfoGenerator(
                classical(suite) ? CMSAlgorithm.ECDH_SHA256KDF : CMSAlgorithm.ECDH_HKDF_SHA256,
                ephemeral.getPrivate(),
                ephemeral.getPublic(),
                CMSAlgorithm.AES256_WRAP)
            .addRecipient(
                new JcaX509CertificateConverter()
                    .setProvider(BC)
                    .getCertificate(new X509CertificateHolder(recipient.der().bytes())))
            .setProvider(BC));
    OutputAEADEncryptor encryptor =
        (OutputAEADEncryptor)
            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM).setProvider(BC).build();
    return generator
        .generate(new CMSProcessableByteArray(plain), encryptor)
        .toASN1Structure()
        .getEncoded("DER");
  }

  /** The private key stays inside ours; all the rest is Bouncy Castle's. */
  private record Hand(Signer signer, ByteArrayOutputStream written) implements ContentSigner {
    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return new AlgorithmIdentifier(
          new ASN1ObjectIdentifier(signer.algorithm().oid().dotted()));
    }

    @Override
    public OutputStream getOutputStream() {
      return written;
    }

    @Override
    public byte[] getSignature() {
      return signer.sign(written.toByteArray());
    }
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
