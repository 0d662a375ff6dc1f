package openset.http;

/**
 * A request that is not granted: a status, the rule broken and a sentence for a person. Has no
 * stack trace, since it is an answer and not a bug.
 */
public final class HttpRefused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /**
   * Refuses.
   *
   * @param status HTTP status from 400 on
   * @param rule the rule broken, such as {@code order.stock}
   * @param detail one sentence for a person, without secrets; may be empty
   */
  public HttpRefused(int status, String rule, String detail) {
    super(status + " " + rule, null, false, false);
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("a refusal has a status from 400 to 599");
    }
    this.problem = Problem.of(status, rule, detail);
  }

  /** Nothing is found here, or nothing this client may know of; both look the same. */
  public static HttpRefused notFound() {
    return new HttpRefused(404, "http.path", "");
  }

  /** What goes on the wire. */
  public Problem problem() {
    return problem;
  }
}
