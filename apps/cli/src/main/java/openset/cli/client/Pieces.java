package openset.cli.client;

import java.util.ArrayList;
import java.util.List;

/** Base64 in pieces that a text of JSON may have. */
final class Pieces {
  // A multiple of four, so that each piece is base64 by itself.
  private static final int LONGEST = 60_000;

  private Pieces() {}

  static List<String> of(String base64) {
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < base64.length(); at += LONGEST) {
      pieces.add(base64.substring(at, Math.min(at + LONGEST, base64.length())));
    }
    return List.copyOf(pieces);
  }
}
