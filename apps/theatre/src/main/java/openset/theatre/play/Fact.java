package openset.theatre.play;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import openset.theatre.tree.Node;
import openset.theatre.tree.NodeKind;

/** Something that people ask who knows it, by the types of parts that say it. */
public enum Fact {
  /** The card number. */
  ACCOUNT,
  /** What was bought. */
  GOODS,
  /** Where it goes. */
  ADDRESS,
  /** How much. */
  AMOUNT,
  /** Whether the bank agreed. */
  APPROVAL;

  /** How it is called in JSON. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a part says. */
  static Optional<Fact> of(Node node) {
    if (node.kind().equals(Optional.of(NodeKind.ACCOUNT))) return Optional.of(ACCOUNT);
    return switch (node.type()) {
      case "OrderLine" -> Optional.of(GOODS);
      case "Delivery" -> Optional.of(ADDRESS);
      case "CurrencyAmount", "Amount, transaction" -> Optional.of(AMOUNT);
      case "AuthCode", "Response code" -> Optional.of(APPROVAL);
      default -> Optional.empty();
    };
  }

  /** What a part has only the digest of. */
  static Optional<Fact> digestedIn(Node node) {
    if (!node.kind().equals(Optional.of(NodeKind.DIGEST))) return Optional.empty();
    return switch (node.text().orElse("")) {
      case "PIData", "PANData" -> Optional.of(ACCOUNT);
      case "HODInput", "Offer" -> Optional.of(GOODS);
      default -> Optional.empty();
    };
  }
}
