package openset.conduct;

import openset.asn1.Der;

/** The way to peers that speak SET. */
public interface Peers {
  /** What came of sending a message. */
  sealed interface Reply {
    /** The answer as it came. */
    record Bytes(Der answer) implements Reply {}

    /** Nothing usable came; whether the peer acted is unknown. */
    record Nothing(String why) implements Reply {}
  }

  /** Sends one wrapper and waits for the answer, within the limits of the transport. */
  Reply ask(String destination, Der wrapper);
}
