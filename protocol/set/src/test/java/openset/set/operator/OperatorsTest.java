package openset.set.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import openset.asn1.Asn1Exception;
import openset.crypto.Suite;
import openset.set.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operator, with signers and recipients of both suites, the same and mixed. */
class OperatorsTest {
  private static final Circle CIRCLE = new Circle();

  static Stream<Trial<?>> trials() {
    return Stream.of(Suite.CLASSICAL, Suite.EDWARDS)
        .flatMap(
            signing ->
                Stream.of(Suite.CLASSICAL, Suite.EDWARDS)
                    .flatMap(opening -> Trial.all(CIRCLE, signing, opening)));
  }

  static Stream<Trial<?>> trialsOfOneSuiteEach() {
    return Stream.concat(
        Trial.all(CIRCLE, Suite.CLASSICAL, Suite.EDWARDS),
        Trial.all(CIRCLE, Suite.EDWARDS, Suite.CLASSICAL));
  }

  @ParameterizedTest
  @MethodSource("trials")
  <C> void opensWhatWasSealed(Trial<C> trial) throws Refused {
    assertThat(trial.open(trial.der())).isEqualTo(trial.expected());
  }

  @ParameterizedTest
  @MethodSource("trials")
  <C> void writesBackWhatItReads(Trial<C> trial) {
    byte[] der = trial.der();
    assertThat(trial.type().encode(trial.type().decode(der))).isEqualTo(der);
  }

  @ParameterizedTest
  @MethodSource("trialsOfOneSuiteEach")
  <C> void refusesEveryChangedOctet(Trial<C> trial) {
    byte[] der = trial.der();
    Random random = new Random(4711);
    for (int at = 0; at < der.length; at++) {
      byte[] other = der.clone();
      other[at] ^= (byte) (1 << random.nextInt(8));
      assertThat(refuses(trial, other)).as("octet " + at + " of " + der.length).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("trialsOfOneSuiteEach")
  <C> void refusesEveryTruncation(Trial<C> trial) {
    byte[] der = trial.der();
    for (int length = 0; length < der.length; length += 7) {
      assertThat(refuses(trial, Arrays.copyOf(der, length))).isTrue();
    }
    assertThat(refuses(trial, Arrays.copyOf(der, der.length + 1))).isTrue();
  }

  private static boolean refuses(Trial<?> trial, byte[] der) {
    try {
      trial.open(der);
      return false;
    } catch (Refused | Asn1Exception e) {
      return true;
    }
  }
}
