package openset.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K14")
class RandomnessTest {
  private static final int DRAWS = 1000;

  /** What the other process runs. */
  static final class Draws {
    public static void main(String[] arguments) {
      draws().forEach(System.out::println);
    }
  }

  @Test
  void refusesASourceThatRepeatsItself() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Randomness.Healthy.checked(RandomnessTest::seeded));
    byte[] same = new byte[32];
    same[3] = 7;
    assertThatIllegalStateException()
        .isThrownBy(() -> Randomness.Healthy.checked(length -> same.clone()));
  }

  @Test
  void refusesASourceOfConstantOctets() {
    byte[] next = {0};
    assertThatIllegalStateException()
        .isThrownBy(() -> Randomness.Healthy.checked(length -> filled(length, next[0]++)));
    boolean[] first = {true};
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Randomness.Healthy.checked(
                    length -> {
                      byte[] drawn = first[0] ? counted(length) : new byte[length];
                      first[0] = false;
                      return drawn;
                    }));
  }

  @Test
  void refusesASourceThatGivesTooLittle() {
    byte[] next = {0};
    assertThatIllegalStateException()
        .isThrownBy(() -> Randomness.Healthy.checked(length -> new byte[] {next[0]++, 7}));
  }

  @Test
  void twoProcessesNeverDrawTheSame() throws Exception {
    List<String> own = draws();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Draws.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> others =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
            .lines()
            .toList();
    assertThat(process.waitFor()).isZero();
    Set<String> all = new HashSet<>(own);
    all.addAll(others);
    assertThat(all).hasSize(2 * DRAWS);
  }

  @Test
  void keysAndEncapsulationsNeverRepeat() {
    Set<String> seen = new HashSet<>();
    for (AgreementAlgorithm algorithm : AgreementAlgorithm.values()) {
      AgreementPublicKey key = AgreementKeyPair.generate(algorithm).publicKey();
      assertThat(seen.add(HexFormat.of().formatHex(key.spki()))).isTrue();
      for (int i = 0; i < 100; i++) {
        String sent = HexFormat.of().formatHex(key.encapsulate().ephemeralSpki());
        assertThat(seen.add(sent)).isTrue();
      }
    }
  }

  @Test
  void givenRandomnessAloneDecidesAKey() {
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      assertThat(SigningKeyPair.generate(algorithm, RandomnessTest::counted).publicKey())
          .isEqualTo(SigningKeyPair.generate(algorithm, RandomnessTest::counted).publicKey());
    }
  }

  @Test
  void aSourceThatNeverGivesAKeyInRangeIsFound() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                SigningKeyPair.generate(
                    SignatureAlgorithm.ECDSA_P256_SHA256, length -> filled(length, (byte) -1)));
  }

  private static String classPath() {
    String own = System.getProperty("java.class.path");
    return System.getProperty("surefire.test.class.path", own);
  }

  private static List<String> draws() {
    return IntStream.range(0, DRAWS)
        .mapToObj(i -> HexFormat.of().formatHex(Randomness.secure().bytes(12)))
        .toList();
  }

  private static byte[] seeded(int length) {
    byte[] octets = new byte[length];
    new Random(81).nextBytes(octets);
    return octets;
  }

  private static byte[] filled(int length, byte octet) {
    byte[] octets = new byte[length];
    Arrays.fill(octets, octet);
    return octets;
  }

  private static byte[] counted(int length) {
    byte[] octets = new byte[length];
    for (int i = 0; i < length; i++) octets[i] = (byte) i;
    return octets;
  }
}
