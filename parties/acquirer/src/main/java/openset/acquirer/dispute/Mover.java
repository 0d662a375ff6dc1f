package openset.acquirer.dispute;

import java.util.Optional;

/**
 * Who moved a dispute.
 *
 * @param person the name of who it was, of the acquirer's own people; of nobody else
 */
public record Mover(MovedBy by, Optional<String> person) {
  /** Refuses people without a name, and names of anybody else. */
  public Mover {
    if (person.isPresent() != (by == MovedBy.ACQUIRER)) {
      throw new IllegalArgumentException("person");
    }
  }

  /** Somebody who is not named. */
  public static Mover of(MovedBy by) {
    return new Mover(by, Optional.empty());
  }
}
