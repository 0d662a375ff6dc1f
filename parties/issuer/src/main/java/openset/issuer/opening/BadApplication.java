package openset.issuer.opening;

import java.util.List;

/** An application breaks rules of account opening. Carries no stack trace and no personal data. */
public final class BadApplication extends Exception {
  private final transient List<Reason> reasons;

  BadApplication(List<Reason> reasons) {
    super(reasons.toString(), null, false, false);
    this.reasons = List.copyOf(reasons);
  }

  /** At least one. */
  public List<Reason> reasons() {
    return reasons;
  }
}
