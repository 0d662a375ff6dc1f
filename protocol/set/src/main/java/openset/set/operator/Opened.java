package openset.set.operator;

/**
 * What was sealed together, after it was opened and the link between the two was checked.
 *
 * @param value t, the message
 * @param extra p, the part that SET 1.0 kept in the RSA block, such as account data
 */
public record Opened<T, P>(T value, P extra) {
  /** Nothing of either: they may be secret. */
  @Override
  public String toString() {
    return "Opened";
  }
}
