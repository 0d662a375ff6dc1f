package openset.pki.issue;

import java.util.List;

/**
 * A draft that must not be signed, with every rule it breaks. The message holds rules, never values
 * of the draft. No stack trace: it is an answer, not a fault.
 */
public final class LintRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> findings;

  LintRefusal(List<String> findings) {
    super(String.join("; ", findings), null, false, false);
    this.findings = List.copyOf(findings);
  }

  /** The rules broken, at least one. */
  public List<String> findings() {
    return findings;
  }
}
