package openset.issuer.customer;

import java.time.Duration;

/** What came of signing in. */
public sealed interface Entry {
  /** Signed in, under a token that nobody saw before. */
  record Welcome(SessionToken token) implements Entry {}

  /** Name or password are wrong; which, is not told. */
  record Wrong() implements Entry {}

  /** Too many failures: nothing was looked at. */
  record Wait(Duration delay) implements Entry {}
}
