package openset.set.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import openset.set.ErrorCode;
import openset.set.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a receiver refuses. */
public final class Refusal {
  private Refusal() {}

  /** {@code what} is refused with this code and by this rule, or a finer one of its number. */
  public static void refused(ErrorCode code, String rule, ThrowingCallable what) {
    assertThat(catchThrowable(what))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.rule().split(" ")[0]).isEqualTo(rule);
              assertThat(refused.code()).isEqualTo(code);
            });
  }

  /** {@code what} is refused by this rule. */
  public static void refused(String rule, ThrowingCallable what) {
    assertThat(catchThrowable(what))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.rule().split(" ")[0]).isEqualTo(rule));
  }
}
