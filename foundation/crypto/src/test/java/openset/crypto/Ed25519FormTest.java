package openset.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One Ed25519 signature has one form (RFC 8032 5.1.7). */
@Tag("K02")
class Ed25519FormTest {
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
  private static final byte[] MESSAGE = "order 81".getBytes(StandardCharsets.UTF_8);

  private final SigningKeyPair pair = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
  private final byte[] good = pair.signer().sign(MESSAGE);

  @Test
  void acceptsTheOneForm() {
    assertThat(good).hasSize(64);
    assertThat(with(s())).isEqualTo(good);
    assertThat(pair.publicKey().verify(MESSAGE, good)).isTrue();
  }

  @Test
  void refusesSPlusAnyMultipleOfTheOrder() {
    BigInteger limit = BigInteger.TWO.pow(256);
    int tried = 0;
    for (BigInteger s = s().add(ORDER); s.compareTo(limit) < 0; s = s.add(ORDER)) {
      assertThat(pair.publicKey().verify(MESSAGE, with(s))).as("S = " + s).isFalse();
      tried++;
    }
    assertThat(tried).isGreaterThan(10);
  }

  @Test
  void refusesOtherLengthsAndEveryOctetChanged() {
    for (int length : new int[] {0, 1, 32, 63, 65, 128}) {
      assertThat(pair.publicKey().verify(MESSAGE, Arrays.copyOf(good, length))).isFalse();
    }
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      assertThat(pair.publicKey().verify(MESSAGE, bad)).as("octet " + at).isFalse();
    }
  }

  @Test
  void refusesZerosAndWhatEveryKeyOfSmallOrderWouldAccept() {
    assertThat(pair.publicKey().verify(MESSAGE, new byte[64])).isFalse();
    byte[] neutral = new byte[64];
    neutral[0] = 1;
    assertThat(pair.publicKey().verify(MESSAGE, neutral)).isFalse();
  }

  private BigInteger s() {
    byte[] s = new byte[32];
    for (int i = 0; i < 32; i++) s[i] = good[63 - i];
    return new BigInteger(1, s);
  }

  private byte[] with(BigInteger s) {
    byte[] bad = good.clone();
    for (int i = 0; i < 32; i++) bad[32 + i] = s.shiftRight(8 * i).byteValue();
    return bad;
  }
}
