package openset.issuer.customer;

import java.util.List;
import openset.issuer.opening.Reason;

/** What came of somebody's wish to become a customer. */
public sealed interface Joined {
  /** The account stands open, and its customer is signed in. */
  record Welcome(SessionToken token) implements Joined {}

  /** No account: these rules are broken. */
  record Refused(List<Reason> reasons) implements Joined {
    /** Copies the list. */
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /** No account: name or password cannot be used. */
  record Unusable(Secret.Fault fault) implements Joined {}
}
