package openset.set.initiation;

import java.util.Optional;

/**
 * Where the person goes on when the wallet is done. Following them proves nothing to anybody.
 *
 * @param success after a payment or registration that was made
 * @param failure after one that was not
 * @param cancel after the person said no
 */
public record Returns(
    Optional<WebAddress> success, Optional<WebAddress> failure, Optional<WebAddress> cancel) {
  /** Nowhere to go on. */
  public static final Returns NONE =
      new Returns(Optional.empty(), Optional.empty(), Optional.empty());
}
