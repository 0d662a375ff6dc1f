package openset.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SecretsTest {
  @Test
  void printNothingOfThemselves() {
    SecretBytes secret = SecretBytes.of(new byte[] {0x41, 0x42, 0x43});
    assertThat(secret).hasToString("SecretBytes[redacted]");
    assertThat(new Encapsulation(new byte[1], secret).toString()).contains("redacted");
    SigningKeyPair signing = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
    assertThat(signing).hasToString("SigningKeyPair[ED25519]");
    assertThat(signing.signer()).hasToString("Signer[ED25519]");
    AgreementKeyPair agreement = AgreementKeyPair.generate(AgreementAlgorithm.X25519);
    assertThat(agreement).hasToString("AgreementKeyPair[X25519]");
    assertThat(agreement.agreement()).hasToString("Agreement[X25519]");
  }

  @Test
  void areCopiesThatNobodyOutsideCanChange() {
    byte[] given = {1, 2, 3};
    SecretBytes secret = SecretBytes.of(given);
    given[0] = 9;
    byte[] lent = secret.use(octets -> octets);
    assertThat(lent).as("wiped after use").containsOnly(0);
    byte[] kept = secret.use(byte[]::clone);
    assertThat(kept).containsExactly(1, 2, 3);
    assertThat(secret.length()).isEqualTo(3);
  }

  @Test
  void areEqualByTheirOctetsAndHashAlike() {
    SecretBytes one = SecretBytes.of(new byte[] {1, 2, 3});
    assertThat(one).isEqualTo(SecretBytes.of(new byte[] {1, 2, 3}));
    assertThat(one).isNotEqualTo(SecretBytes.of(new byte[] {1, 2, 4}));
    assertThat(one).isNotEqualTo(SecretBytes.of(new byte[] {1, 2}));
    assertThat(one).isNotEqualTo("123");
    assertThat(one.hashCode()).isEqualTo(SecretBytes.of(new byte[9]).hashCode());
  }

  @Test
  @Tag("K20")
  void comparingTakesNoShorterWhereTheFirstOctetDiffers() {
    byte[] octets = new byte[1 << 22];
    byte[] first = octets.clone();
    first[0] = 1;
    byte[] last = octets.clone();
    last[last.length - 1] = 1;
    long early = Long.MAX_VALUE;
    long late = Long.MAX_VALUE;
    for (int i = 0; i < 40; i++) {
      early = Math.min(early, nanos(octets, first));
      late = Math.min(late, nanos(octets, last));
    }
    // An early exit would be a million times faster, a busy machine is not.
    assertThat(early).isGreaterThan(late / 10);
    assertThat(Arrays.equals(octets, first)).isFalse();
  }

  @Test
  void keysOfOtherLengthsAreRefused() {
    SecretBytes small = SecretBytes.of(new byte[16]);
    SecretBytes key = SecretBytes.of(new byte[32]);
    byte[] none = new byte[0];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AesGcm.seal(small, new byte[12], none, none));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AesGcm.seal(key, new byte[16], none, none));
    assertThatIllegalArgumentException().isThrownBy(() -> AesKeyWrap.wrap(small, key));
    for (int length : new int[] {0, 8, 17, 31}) {
      SecretBytes odd = SecretBytes.of(new byte[length]);
      assertThatIllegalArgumentException().isThrownBy(() -> AesKeyWrap.wrap(key, odd));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Hkdf.expand(key, none, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Hkdf.expand(key, none, 255 * 32 + 1));
    for (int length : new int[] {-1, 0, (1 << 16) + 1}) {
      assertThatIllegalArgumentException().isThrownBy(() -> X963Kdf.sha256(key, none, length));
    }
    assertThat(Hkdf.expand(key, none, 255 * 32).length()).isEqualTo(255 * 32);
    assertThat(X963Kdf.sha256(key, none, 1 << 16).length()).isEqualTo(1 << 16);
  }

  private static long nanos(byte[] left, byte[] right) {
    long start = System.nanoTime();
    boolean equal = ConstantTime.equal(left, right);
    long taken = System.nanoTime() - start;
    assertThat(equal).isFalse();
    return taken;
  }
}
