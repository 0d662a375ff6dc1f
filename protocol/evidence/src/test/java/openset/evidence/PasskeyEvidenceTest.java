package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.crypto.DigestAlgorithm;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.evidence.verdict.Cause;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Facts;
import openset.evidence.verdict.Kind;
import openset.pki.Certificate;
import openset.pki.cms.Algorithm;
import openset.pki.cms.EncapsulatedContent;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.pki.cms.PasskeySignature;
import openset.pki.cms.SignedAttributes;
import openset.pki.cms.SignedData;
import openset.pki.cms.SignerInfo;
import openset.set.data.payment.PITBS;
import openset.set.operator.DetachedSignature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A dual signature that is a WebAuthn assertion proves as much, and says from where. */
final class PasskeyEvidenceTest {
  private static final String ORIGIN = "https://wallet.example";
  private static final SigningKeyPair KEYS =
      SigningKeyPair.generate(Suite.CLASSICAL.signature());
  private static Bought bought;
  private static Judge judge;

  @BeforeAll
  static void buy() throws Exception {
    bought = new Bought(new Market(), 2);
    judge = new Judge(bought);
  }

  /** What an authenticator makes of {@code message}, shown at {@code origin}. */
  private static byte[] assertion(byte[] message, String origin) {
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(DigestAlgorithm.SHA256.digest(message));
    byte[] client =
        "{\"type\":\"webauthn.get\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
            .formatted(challenge, origin)
            .getBytes(StandardCharsets.UTF_8);
    byte[] host = origin.replaceFirst("https://", "").getBytes(StandardCharsets.US_ASCII);
    byte[] data = Arrays.copyOf(DigestAlgorithm.SHA256.digest(host), 37);
    data[32] = 0x05;
    byte[] signed = Arrays.copyOf(data, data.length + 32);
    System.arraycopy(DigestAlgorithm.SHA256.digest(client), 0, signed, data.length, 32);
    return PasskeySignature.TYPE.encode(
        new PasskeySignature(
            Der.of(data), Der.of(client), Der.of(KEYS.signer().sign(signed))));
  }

  private static EvidenceBundle signedAt(String origin) {
    Certificate certificate =
        bought
            .market
            .card(KEYS, Optional.of(ORIGIN), Market.NOW.plus(Duration.ofDays(9)))
            .credential()
            .certificate();
    EvidenceBundle true_ = bought.merchants();
    byte[] octets = PITBS.TYPE.encode(true_.agreement().signed());
    AsSent<SignedAttributes> attributes =
        new SignedAttributes(
                PITBS.CONTENT.oid(), Der.of(DigestAlgorithm.SHA256.digest(octets)))
            .toSend();
    SignerInfo info =
        new SignerInfo(
            IssuerAndSerialNumber.of(certificate),
            Algorithm.SHA256,
            attributes,
            Algorithm.PASSKEY,
            Der.of(assertion(SignedAttributes.signedForm(attributes), origin)));
    SignedData cms =
        new SignedData(
            List.of(Algorithm.SHA256),
            new EncapsulatedContent(PITBS.CONTENT.oid(), Optional.empty()),
            List.of(certificate.der()),
            List.of(),
            List.of(info));
    Agreement agreement =
        new Agreement(
            true_.agreement().oiData(),
            true_.agreement().hPIData(),
            new DetachedSignature<>(cms));
    return new EvidenceBundle(
        true_.order(), agreement, true_.pInitRes(), true_.words(), true_.lists());
  }

  @Test
  @Tag("EVID-26")
  void anAssertionProvesTheAgreementAndItsOrigin() {
    EvidenceVerdict verdict = judge.verify(signedAt(ORIGIN));
    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.of(Kind.AGREEMENT).getFirst().words().en()).contains(ORIGIN, "passkey");
    assertThat(verdict.facts().flatMap(Facts::buyer).flatMap(Facts.Buyer::passkey))
        .contains(ORIGIN);
  }

  @Test
  @Tag("EVID-26")
  void anAssertionMadeElsewhereIsNamed() {
    judge.failsAlone(
        signedAt("https://phishing.example"), Kind.AGREEMENT, Cause.SIGNATURE);
  }
}
