package openset.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import openset.asn1.Limits;
import openset.asn1.Trace;

/** The smallest named parts of a bundle, each with its place and its octets. */
final class Leaves implements Trace {
  private final List<Leaf> leaves = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  /**
   * One part.
   *
   * @param place as in {@code agreement.oiData.transIDs.xid}
   * @param to behind its last octet
   */
  record Leaf(String place, int from, int to) {
    /** The bundle with one bit of this part's last octet changed. */
    byte[] flipped(byte[] der) {
      byte[] other = der.clone();
      other[to - 1] ^= 1;
      return other;
    }

    @Override
    public String toString() {
      return place;
    }
  }

  /** A part that is being read. */
  private static final class Open {
    final String place;
    final int from;
    boolean parent;

    Open(String place, int from) {
      this.place = place;
      this.from = from;
    }
  }

  static List<Leaf> of(byte[] der) {
    Leaves trace = new Leaves();
    EvidenceBundle.TYPE.decode(der, Limits.OWN, trace);
    return trace.leaves;
  }

  @Override
  public void begin(String name, String type, int offset, int tag) {
    Open above = open.peek();
    if (above != null) above.parent = true;
    String place =
        above == null ? "" : name.startsWith("[") ? above.place + name : above.place + "." + name;
    open.push(new Open(place, offset));
  }

  @Override
  public void end(int offset, Object value) {
    Open closed = open.pop();
    if (!closed.parent && offset > closed.from) {
      leaves.add(new Leaf(closed.place.replaceFirst("^\\.", ""), closed.from, offset));
    }
  }
}
