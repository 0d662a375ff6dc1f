package openset.merchant.hook;

import java.time.Instant;
import java.util.UUID;

/**
 * A program that is told what happens.
 *
 * @param url where it listens
 * @param about a word for people
 * @param active whether it is told now; what happens while it is not is not told later
 */
public record Webhook(UUID id, String url, String about, boolean active, Instant addedAt) {
  /** The same, told no more. */
  public Webhook stopped() {
    return new Webhook(id, url, about, false, addedAt);
  }
}
