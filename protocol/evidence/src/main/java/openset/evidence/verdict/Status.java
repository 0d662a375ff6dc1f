package openset.evidence.verdict;

/** What is to be thought of a claim. */
public enum Status {
  /** It follows from signatures that lead to the root. */
  PROVED,
  /** It may be so; this bundle does not prove it. */
  NOT_PROVED,
  /** The bundle says so and it does not hold: something was changed, swapped or not allowed. */
  WRONG
}
