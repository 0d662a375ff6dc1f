package openset.merchant.hook;

import openset.crypto.SecretBytes;
import openset.merchant.event.OrderEvent;

/** Carries one event to one address. */
@FunctionalInterface
public interface Courier {
  /**
   * Tries once.
   *
   * @param secret under which it is signed
   * @return what came of it; refusing the address is an answer with status 0
   */
  Delivery.Answer carry(Webhook to, SecretBytes secret, OrderEvent event);
}
