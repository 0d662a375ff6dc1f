package openset.issuer.card;

import java.time.LocalDate;

/**
 * The person or business that an account belongs to, as proved at account opening. Secret: printed
 * as dots.
 *
 * @param name as on the card
 * @param birth date of birth; for a business, of its representative
 * @param address where the holder lives
 * @param document what was shown
 */
public record Holder(String name, LocalDate birth, Address address, IdentityDocument document) {
  @Override
  public String toString() {
    return "Holder[...]";
  }
}
