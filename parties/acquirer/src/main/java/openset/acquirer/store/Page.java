package openset.acquirer.store;

/**
 * A part of a list.
 *
 * @param from how many rows come before it, 0 or more
 * @param most how many rows it has at most, 1 to 500
 */
public record Page(int from, int most) {
  /** The first hundred. */
  public static final Page FIRST = new Page(0, 100);

  /** Refuses parts that are none. */
  public Page {
    if (from < 0) throw new IllegalArgumentException("from");
    if (most < 1 || most > 500) throw new IllegalArgumentException("most");
  }
}
