package openset.set.data.order;

import java.util.ArrayList;
import java.util.List;
import openset.asn1.Der;
import openset.crypto.DigestAlgorithm;
import openset.set.data.Digest;

/**
 * The Merkle tree over the lines of an order, built as in RFC 6962 section 2.1 with SHA-256. Its
 * root stands in HODInput for the whole order; with its audit path one line can be shown to be in
 * the order while the rest stays hidden.
 *
 * <pre>
 * leaf(line)   = SHA-256(00 ‖ DER(line))
 * node(l, r)   = SHA-256(01 ‖ l ‖ r)
 * tree of n    = node(first k, other n - k), k the largest power of two below n
 * </pre>
 */
public final class OrderTree {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private final List<byte[]> leaves;

  private OrderTree(List<byte[]> leaves) {
    this.leaves = leaves;
  }

  /** The tree over {@code lines}, at least one. */
  public static OrderTree of(List<OrderLine> lines) {
    if (lines.isEmpty()) throw new IllegalArgumentException("an order without lines");
    return new OrderTree(lines.stream().map(OrderTree::leaf).toList());
  }

  /** The root. */
  public Digest root() {
    return Digest.of(root(leaves));
  }

  /** How many lines. */
  public int size() {
    return leaves.size();
  }

  /** The digests that lead from line {@code index}, counted from 0, to the root, lowest first. */
  public List<Digest> auditPath(int index) {
    List<Digest> path = new ArrayList<>();
    auditPath(leaves.subList(0, leaves.size()), index, path);
    return List.copyOf(path);
  }

  /**
   * Whether {@code line} is the one at {@code index} of the order of {@code size} lines with this
   * {@code root}.
   */
  public static boolean verifies(
      Digest root, int size, int index, OrderLine line, List<Digest> path) {
    if (index < 0 || index >= size) return false;
    byte[] digest = leaf(line);
    int at = index;
    int last = size - 1;
    for (Digest sibling : path) {
      if (last == 0) return false;
      if (at % 2 == 1 || at == last) {
        digest = node(octets(sibling), digest);
        while (at % 2 == 0 && at != 0) {
          at /= 2;
          last /= 2;
        }
      } else {
        digest = node(digest, octets(sibling));
      }
      at /= 2;
      last /= 2;
    }
    return last == 0 && Der.of(digest).equals(root.octets());
  }

  private static void auditPath(List<byte[]> leaves, int index, List<Digest> path) {
    if (leaves.size() == 1) return;
    int split = split(leaves.size());
    List<byte[]> left = leaves.subList(0, split);
    List<byte[]> right = leaves.subList(split, leaves.size());
    boolean isLeft = index < split;
    auditPath(isLeft ? left : right, isLeft ? index : index - split, path);
    path.add(Digest.of(root(isLeft ? right : left)));
  }

  private static byte[] root(List<byte[]> leaves) {
    if (leaves.size() == 1) return leaves.getFirst();
    int split = split(leaves.size());
    return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }

  private static byte[] leaf(OrderLine line) {
    return DigestAlgorithm.SHA256.digest(LEAF, OrderLine.TYPE.encode(line));
  }

  private static byte[] node(byte[] left, byte[] right) {
    return DigestAlgorithm.SHA256.digest(NODE, left, right);
  }

  private static byte[] octets(Digest digest) {
    return digest.octets().bytes();
  }
}
