package openset.set.initiation;

import java.util.List;
import openset.set.data.BrandID;

/** What wakes a wallet: a purchase to pay, or a card to register. */
public sealed interface Initiation permits PaymentInitiation, RegistrationInitiation {
  /** The most brands a text names. */
  int BRANDS_MAX = 16;

  /** Where the wallet sends its first message. */
  WebAddress setUrl();

  /** The brands that are taken, one at least. */
  List<BrandID> brands();

  /** Where the person goes on afterwards. */
  Returns returns();

  /** The media type that such a text has. */
  String mediaType();

  /** A copy of {@code brands}, of which there is one at least and none would end a line. */
  static List<BrandID> checked(List<BrandID> brands) {
    boolean plain =
        brands.stream().noneMatch(b -> b.name().chars().anyMatch(Character::isISOControl));
    if (brands.isEmpty() || brands.size() > BRANDS_MAX || !plain) {
      throw new IllegalArgumentException("no brands of an initiation");
    }
    return List.copyOf(brands);
  }
}
