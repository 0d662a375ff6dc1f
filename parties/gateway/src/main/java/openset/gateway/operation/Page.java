package openset.gateway.operation;

/**
 * Which rows of a list are wanted.
 *
 * @param from how many are passed over
 * @param most how many at most
 */
public record Page(int from, int most) {
  /** Refuses pages that are none. */
  public Page {
    if (from < 0 || most < 1) throw new IllegalArgumentException("no page");
  }
}
