package openset.acquirer.store;

import java.util.Optional;

/**
 * What acquirer and merchant agreed by contract.
 *
 * @param id the acquirer's number for the merchant (element 42), 1 to 15 printable characters
 * @param name the merchant's legal name, as its certificate will show it
 * @param category merchant category code, 4 digits (ISO 18245)
 * @param feeBasisPoints the acquirer's fee in hundredths of a percent, 0 to 10,000
 * @param active false when the contract is suspended or ended
 * @param origin where its shop is on the web, such as {@code https://shop.example}; empty where it
 *     has none
 */
public record Merchant(
    String id,
    String name,
    String category,
    int feeBasisPoints,
    boolean active,
    Optional<String> origin) {
  private static final String ORIGIN = "https?://[a-z0-9.-]{1,180}(?::[0-9]{1,5})?";

  /** Refuses what no contract can say. */
  public Merchant {
    if (!id.matches("[\\x21-\\x7e]{1,15}")) throw new IllegalArgumentException("merchant id");
    if (name.isBlank() || name.length() > 100) throw new IllegalArgumentException("name");
    if (!category.matches("[0-9]{4}")) throw new IllegalArgumentException("category");
    if (!origin.map(text -> text.matches(ORIGIN)).orElse(true)) {
      throw new IllegalArgumentException("origin");
    }
    if (feeBasisPoints < 0 || feeBasisPoints > 10_000) throw new IllegalArgumentException("fee");
  }

  /** A contract with a merchant without a shop on the web. */
  public Merchant(
      String id, String name, String category, int feeBasisPoints, boolean active) {
    this(id, name, category, feeBasisPoints, active, Optional.empty());
  }
}
