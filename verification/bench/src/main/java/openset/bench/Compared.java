package openset.bench;

/**
 * Our codec beside others at the same octets.
 *
 * @param octets how long the message is
 * @param nanos CPU time of ours, which checks every field and makes typed values
 * @param walkNanos of a walk over all tags and lengths that keeps nothing; none when writing
 * @param peerNanos of Bouncy Castle's, which makes or writes a tree of untyped values
 */
record Compared(String name, int octets, double nanos, double walkNanos, double peerNanos) {

  /** How many times as fast as the peer. */
  double ratio() {
    return peerNanos / nanos;
  }

  /** As a JSON object. */
  String json() {
    return "{\"codec\": \"%s\", \"octets\": %d, \"microseconds\": %.3f, \"walk\": %.3f,"
            .formatted(name, octets, nanos / 1e3, walkNanos / 1e3)
        + " \"bouncyCastle\": %.3f, \"ratio\": %.2f}".formatted(peerNanos / 1e3, ratio());
  }
}
