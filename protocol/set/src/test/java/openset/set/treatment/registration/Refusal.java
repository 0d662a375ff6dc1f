package openset.set.treatment.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import openset.set.ErrorCode;
import openset.set.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** That something is refused, and by which rule. */
final class Refusal {
  private Refusal() {}

  static void of(ThrowingCallable what, ErrorCode code, String rule) {
    Refused refused = catchThrowableOfType(Refused.class, what);
    assertThat(refused).as("nothing was refused").isNotNull();
    assertThat(refused.rule()).isEqualTo(rule);
    assertThat(refused.code()).isEqualTo(code);
  }
}
