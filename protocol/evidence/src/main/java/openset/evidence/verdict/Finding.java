package openset.evidence.verdict;

/**
 * What is to be thought of one claim.
 *
 * @param kind what it is about
 * @param part where in the bundle, such as {@code words[2].capRes}
 * @param cause why it is not proved, or wrong
 * @param words for people
 */
public record Finding(Kind kind, String part, Status status, Cause cause, Words words) {
  static Finding proved(Kind kind, String part, Words words) {
    return new Finding(kind, part, Status.PROVED, Cause.NONE, words);
  }

  static Finding wrong(Kind kind, String part, Cause cause, Words words) {
    return new Finding(kind, part, Status.WRONG, cause, words);
  }

  static Finding notProved(Kind kind, String part, Cause cause, Words words) {
    return new Finding(kind, part, Status.NOT_PROVED, cause, words);
  }

  /** Whether the bundle claims this and fails to prove it. */
  public boolean fails() {
    return switch (status) {
      case PROVED -> false;
      case WRONG -> true;
      case NOT_PROVED -> cause != Cause.ABSENT && cause != Cause.BEYOND;
    };
  }
}
