package openset.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuiteTest {
  private static final byte[] MESSAGE = "order 81".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @EnumSource
  void whatAKeySignsItsPublicHalfVerifies(SignatureAlgorithm algorithm) throws BadKey {
    SigningKeyPair pair = SigningKeyPair.generate(algorithm);
    byte[] signature = pair.signer().sign(MESSAGE);
    SigningPublicKey sent = SigningPublicKey.of(pair.publicKey().spki());
    assertThat(sent).isEqualTo(pair.publicKey()).hasSameHashCodeAs(pair.publicKey());
    assertThat(sent).isNotEqualTo(SigningKeyPair.generate(algorithm).publicKey());
    assertThat(sent.verify(MESSAGE, signature)).isTrue();
    assertThat(sent.verify("order 82".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
    assertThat(SigningKeyPair.generate(algorithm).publicKey().verify(MESSAGE, signature)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void bothSidesReachOneSecretAndEachTimeAnother(AgreementAlgorithm algorithm) throws BadKey {
    AgreementKeyPair pair = AgreementKeyPair.generate(algorithm);
    AgreementPublicKey sent = AgreementPublicKey.of(pair.publicKey().spki());
    assertThat(sent).isEqualTo(pair.publicKey()).hasSameHashCodeAs(pair.publicKey());
    assertThat(sent).isNotEqualTo(AgreementKeyPair.generate(algorithm).publicKey());
    Encapsulation once = sent.encapsulate();
    Encapsulation again = sent.encapsulate();
    assertThat(pair.agreement().agree(once.ephemeralSpki())).isEqualTo(once.shared());
    assertThat(pair.agreement().agree(again.ephemeralSpki())).isEqualTo(again.shared());
    assertThat(once.shared()).isNotEqualTo(again.shared());
    assertThat(once.shared().length()).isEqualTo(32);
  }
}
