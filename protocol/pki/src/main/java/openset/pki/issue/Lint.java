package openset.pki.issue;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks at what is about to be signed, as a receiver would. Shares no code with the writer
 * (CERT-30).
 */
interface Lint<T> {
  /** Adds to {@code findings} every rule that {@code unsigned} breaks. */
  void look(T unsigned, Findings findings);

  /** What was found. */
  final class Findings {
    private final List<String> rules = new ArrayList<>();

    /** Notes {@code rule} unless it {@code holds}. */
    void require(boolean holds, String rule) {
      if (!holds) rules.add(rule);
    }

    List<String> rules() {
      return rules;
    }
  }
}
