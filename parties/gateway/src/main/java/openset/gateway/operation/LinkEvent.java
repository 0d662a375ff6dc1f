package openset.gateway.operation;

/** What happens on a host link besides questions and their answers. */
public enum LinkEvent {
  /** Signed on; the detail is empty. */
  UP,
  /** The connection is gone; the detail says why. */
  DOWN,
  /** An answer to a question that was given up before; the detail is its type. */
  LATE,
  /** A second answer; the detail is its type. */
  DUPLICATE,
  /** An answer that contradicts its question; the detail names the element. */
  MISMATCH,
  /** A message that answers nothing; the detail is its type. */
  UNEXPECTED,
  /** Octets that are no message, or a wrong authentication code. */
  MALFORMED,
  /** Another business day; the detail is the day, MM-DD. */
  CUT_OVER,
  /** A new session key; the detail is its check value. */
  KEY,
  /** The peer did not take a session key. */
  KEY_REFUSED,
  /** Signed off by hand; the detail says who did it. */
  SIGNED_OFF
}
