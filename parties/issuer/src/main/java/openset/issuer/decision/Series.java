package openset.issuer.decision;

import java.util.Optional;
import openset.iso8583.host.Checks.Recurrence;

/** Whether a payment stands alone or is one of several that its cardholder agreed to (HL-27). */
public enum Series {
  SINGLE,
  RECURRING,
  INSTALMENT;

  /** As tag 17 says it, or does not. */
  public static Series of(Optional<Recurrence> said) {
    return said.map(each -> valueOf(each.name())).orElse(SINGLE);
  }
}
