package openset.store;

import java.time.Instant;

/**
 * Something to be done after the commit that decided it: a message to send, a host to ask, a timer
 * to ring.
 *
 * @param conversation whose effect it is
 * @param kind the caller's name for what to do
 * @param destination to whom; empty when nobody is addressed
 * @param payload what the performer needs; sealed by the caller where it is secret
 */
public record Effect(
    ConversationKey conversation, String kind, String destination, byte[] payload) {
  /**
   * The identity of a stored effect.
   *
   * @param conversation whose effect it is
   * @param sequence in the conversation, from 1
   */
  public record Id(ConversationKey conversation, long sequence) {}

  /**
   * A stored effect handed out to be performed.
   *
   * @param id under which it is reported done
   * @param effect what to do
   * @param attempts how often it was handed out, this time included
   */
  public record Claimed(Id id, Effect effect, int attempts) {}

  /**
   * A wish for work.
   *
   * @param node who will perform; the same after a restart, other than that of any other process
   * @param now the present
   * @param until when the effects become due again if nothing more is heard of them
   * @param max how many at most
   */
  public record Claim(String node, Instant now, Instant until, int max) {}
}
