package openset.merchant.hook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import openset.merchant.event.OrderEvent;

/**
 * One event for one webhook.
 *
 * @param attempts how often it was tried since it was last wanted
 * @param due when it is tried next, while it waits
 * @param last what came of the last try
 */
public record Delivery(
    long id,
    UUID webhook,
    OrderEvent event,
    State state,
    int attempts,
    Instant due,
    Optional<Answer> last) {
  /** How it stands. */
  public enum State {
    /** It is tried until it arrives. */
    waiting,
    /** It arrived. */
    delivered,
    /** It was tried often enough; only by hand again. */
    failed
  }

  /**
   * What came of a try.
   *
   * @param status HTTP status; 0 where no answer came
   * @param text the beginning of the answer, or why there was none
   */
  public record Answer(Instant at, int status, String text) {
    /** Whether the event arrived. */
    public boolean good() {
      return status >= 200 && status < 300;
    }
  }
}
