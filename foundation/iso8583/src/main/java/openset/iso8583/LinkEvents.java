package openset.iso8583;

import java.time.MonthDay;

/** What a link tells its owner besides the answers. Called on the link's threads: be quick. */
public interface LinkEvents {
  /** Tells nobody. */
  LinkEvents NONE = new LinkEvents() {};

  /** Signed on: requests can be asked. */
  default void up() {}

  /** The connection is gone; the link goes on trying to have another. */
  default void down(String reason) {}

  /** The answer to a request that was given up before; it decides nothing any more (H02). */
  default void late(IsoMessage request, IsoMessage answer) {}

  /**
   * A late answer and the reversal of its request, whichever came first: what the answer said is
   * taken back (H02).
   */
  default void lateReversed(IsoMessage answer, IsoMessage reversal) {}

  /** An answer like one already taken; ignored (H03). */
  default void duplicate(IsoMessage answer) {}

  /**
   * An answer under the number of an outstanding request that contradicts it; refused, the request
   * goes on waiting (H04).
   */
  default void mismatch(IsoMessage request, IsoMessage answer, int field) {}

  /** A message that answers nothing asked on this connection; refused. */
  default void unexpected(IsoMessage message) {}

  /** The peer cut over to another business day (HL-117). Told once for each day. */
  default void cutOver(MonthDay day) {}

  /** A new session key is in force; its check value may be shown. */
  default void keyChanged(String check) {}

  /** The peer did not take a session key: the old one stays, or the link does not come up. */
  default void keyRefused() {}

  /** Octets that are no message, or a wrong authentication code; refused. */
  default void malformed(MalformedMessage fault) {}
}
