package openset.issuer.product;

import java.util.Optional;
import java.util.Set;

/**
 * Where and how a product's cards may pay.
 *
 * @param categories merchant category codes, ISO 18245; empty for all
 * @param countries of acquirers, ISO 3166 alpha-2; empty for all
 * @param unauthenticated whether purchases are approved that nobody signed as the cardholder
 */
public record Allowed(
    Set<String> categories, Set<String> countries, boolean unauthenticated) {
  /** Everywhere, with the cardholder's signature. */
  public static final Allowed EVERYTHING = new Allowed(Set.of(), Set.of());

  /** With the cardholder's signature alone. */
  public Allowed(Set<String> categories, Set<String> countries) {
    this(categories, countries, false);
  }

  /** Refuses what are no codes. */
  public Allowed {
    categories = Set.copyOf(categories);
    countries = Set.copyOf(countries);
    boolean codes =
        categories.stream().allMatch(code -> code.matches("[0-9]{4}"))
            && countries.stream().allMatch(code -> code.matches("[A-Z]{2}"));
    if (!codes) throw new IllegalArgumentException("no category or country code");
  }

  /** Whether a merchant's category is allowed. */
  public boolean category(String code) {
    return categories.isEmpty() || categories.contains(code);
  }

  /** Whether a country is allowed; one that is not known only where all are. */
  public boolean country(Optional<String> code) {
    return countries.isEmpty() || code.filter(countries::contains).isPresent();
  }
}
