package openset.signin;

import java.time.Duration;
import java.util.List;

/** What came of one step of signing in. */
public sealed interface Step {
  /** Name, password or code are wrong; which of them is not told. */
  record Wrong() implements Step {}

  /**
   * Too many failures: nothing was looked at.
   *
   * @param delay how long until the next try is looked at
   */
  record Locked(Duration delay) implements Step {}

  /** The half-done sign-in is not there any more; begin anew. */
  record Expired() implements Step {}

  /** The password fits; now the code. */
  record CodeWanted(Token half) implements Step {}

  /** The password fits and there is no second factor yet: it is set up now. */
  record FactorWanted(Token half) implements Step {}

  /**
   * Signed in, under a token that nobody saw before.
   *
   * @param recoveryCodes new ones, shown this once; empty where the person has some
   */
  record Welcome(Token token, Session session, List<String> recoveryCodes) implements Step {
    @Override
    public String toString() {
      return "Welcome[" + session + "]";
    }
  }
}
