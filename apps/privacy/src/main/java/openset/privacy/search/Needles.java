package openset.privacy.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Many needles, looked for in one pass. */
public final class Needles {
  private static final int FILTER = 1 << 16;

  private final Map<Integer, List<Needle>> byHead = new HashMap<>();
  private final BitSet filter = new BitSet(FILTER);

  /** These needles. */
  public Needles(Collection<Needle> needles) {
    for (Needle needle : needles) {
      int head = head(needle.octets());
      byHead.computeIfAbsent(head, _ -> new ArrayList<>()).add(needle);
      filter.set(mixed(head));
    }
  }

  /** Tells of each needle that is in {@code hay}, maybe more than once. */
  public void find(byte[] hay, int length, Consumer<Needle> found) {
    if (length < 4) return;
    int window = head(hay) >>> 8;
    for (int i = 3; i < length; i++) {
      window = window << 8 | hay[i] & 0xff;
      if (filter.get(mixed(window))) match(hay, i - 3, length, found);
    }
  }

  private void match(byte[] hay, int at, int length, Consumer<Needle> found) {
    for (Needle needle : byHead.getOrDefault(headAt(hay, at), List.of())) {
      byte[] octets = needle.octets();
      int end = at + octets.length;
      if (end <= length && Arrays.equals(hay, at, end, octets, 0, octets.length)) {
        found.accept(needle);
      }
    }
  }

  private static int head(byte[] octets) {
    return headAt(octets, 0);
  }

  private static int headAt(byte[] octets, int at) {
    return octets[at] << 24
        | (octets[at + 1] & 0xff) << 16
        | (octets[at + 2] & 0xff) << 8
        | octets[at + 3] & 0xff;
  }

  private static int mixed(int head) {
    return head * 0x9e3779b1 >>> 16;
  }
}
