package openset.conduct;

import openset.asn1.Der;

/** The way to hosts that do not speak SET: card network, registration desks of banks. */
public interface Hosts {
  /** A party without such hosts. */
  Hosts NONE =
      (host, request) -> {
        throw new IllegalStateException("no host " + host);
      };

  /**
   * Asks and waits. Asking again with the same request must be safe: the request carries its own
   * idempotency key.
   */
  Peers.Reply ask(String host, Der request);
}
