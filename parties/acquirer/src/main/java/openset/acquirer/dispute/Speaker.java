package openset.acquirer.dispute;

import java.util.Optional;

/** Who says what becomes of a chargeback (HL-91). */
public sealed interface Speaker {
  /** The merchant itself. @param id the acquirer's number for it */
  record Merchant(String id) implements Speaker {}

  /** One of the acquirer's own people, for the merchant. @param name by which they sign in */
  record Person(String name) implements Speaker {}

  /** Whether it may speak for this merchant. */
  default boolean speaksFor(String merchant) {
    return switch (this) {
      case Merchant(String id) -> id.equals(merchant);
      case Person _ -> true;
    };
  }

  /** For the record. */
  default Mover mover() {
    return switch (this) {
      case Merchant _ -> Mover.of(MovedBy.MERCHANT);
      case Person(String name) -> new Mover(MovedBy.ACQUIRER, Optional.of(name));
    };
  }
}
