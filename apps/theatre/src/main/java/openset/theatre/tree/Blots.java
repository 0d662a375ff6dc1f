package openset.theatre.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A copy of octets in which what may not be seen is overwritten with asterisks. */
final class Blots {
  private final byte[] octets;
  private final List<List<Integer>> ranges = new ArrayList<>();

  Blots(byte[] octets) {
    this.octets = octets.clone();
  }

  /** Overwrites the octets from a place up to another. */
  void hide(int from, int to) {
    if (from >= to) return;
    Arrays.fill(octets, from, to, (byte) '*');
    ranges.add(List.of(from, to));
  }

  String hex() {
    return HexFormat.of().formatHex(octets);
  }

  List<List<Integer>> ranges() {
    return List.copyOf(ranges);
  }
}
