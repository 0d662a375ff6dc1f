package openset.http.client;

import java.util.Optional;
import openset.http.Problem;

/**
 * A request that brought no usable answer. Has no stack trace, since networks fail every day.
 */
public final class HttpFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final transient Optional<Problem> problem;

  /** What went wrong, and with it whether the other side may have acted. */
  public enum Kind {
    /** No connection: the other side has seen nothing. */
    UNREACHABLE,
    /** No answer in time: the other side may have acted. */
    TIMEOUT,
    /** The connection broke: the other side may have acted. */
    BROKEN,
    /** An answer longer than the limits. */
    TOO_LARGE,
    /** An answer of another media type, or not of the form asked for. */
    MALFORMED,
    /** An answer with a status that is not success. */
    REFUSED
  }

  HttpFailure(Kind kind, String about) {
    super(kind + " " + about, null, false, false);
    this.kind = kind;
    this.problem = Optional.empty();
  }

  HttpFailure(Problem problem, String about) {
    super(Kind.REFUSED + " " + problem.status() + " " + about, null, false, false);
    this.kind = Kind.REFUSED;
    this.problem = Optional.of(problem);
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** What the other side said, when it refused. */
  public Optional<Problem> problem() {
    return problem;
  }
}
