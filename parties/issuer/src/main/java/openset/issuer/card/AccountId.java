package openset.issuer.card;

import java.util.Optional;
import java.util.UUID;

/**
 * Names one card account at its issuer. It tells nothing about the card and may appear in logs.
 *
 * @param value a random UUID
 */
public record AccountId(UUID value) {
  /** Reads the printed form; what is no UUID is a caller's bug. */
  public static AccountId of(String text) {
    return new AccountId(UUID.fromString(text));
  }

  /** Reads the printed form that somebody typed; empty where it is none. */
  public static Optional<AccountId> parse(String text) {
    try {
      AccountId id = of(text);
      return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
