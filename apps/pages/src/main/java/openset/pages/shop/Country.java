package openset.pages.shop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import openset.pages.Language;
import openset.set.data.CountryCode;

/**
 * A country that is delivered to.
 *
 * @param letters ISO 3166-1 alpha-2
 * @param code ISO 3166-1 numeric
 * @param postcode how its postcodes are written; an empty one where it has none
 */
record Country(String letters, CountryCode code, Pattern postcode) {
  private static final String FOUR = "[0-9]{4}";
  private static final String FIVE = "[0-9]{5}";

  private static final List<Country> ALL =
      List.of(
          of("AT", 40, FOUR),
          of("BE", 56, FOUR),
          of("CA", 124, "[A-Za-z][0-9][A-Za-z] ?[0-9][A-Za-z][0-9]"),
          of("CH", 756, FOUR),
          of("CN", 156, "[0-9]{6}"),
          of("CZ", 203, "[0-9]{3} ?[0-9]{2}"),
          of("DE", 276, FIVE),
          of("DK", 208, FOUR),
          of("ES", 724, FIVE),
          of("FI", 246, FIVE),
          of("FR", 250, FIVE),
          of("GB", 826, "[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2}"),
          of("HK", 344, ""),
          of("IE", 372, "[A-Za-z][0-9][0-9Ww] ?[A-Za-z0-9]{4}"),
          of("IT", 380, FIVE),
          of("JP", 392, "[0-9]{3}-?[0-9]{4}"),
          of("LI", 438, FOUR),
          of("LU", 442, FOUR),
          of("NL", 528, "[0-9]{4} ?[A-Za-z]{2}"),
          of("NO", 578, FOUR),
          of("PL", 616, "[0-9]{2}-[0-9]{3}"),
          of("PT", 620, "[0-9]{4}-[0-9]{3}"),
          of("SE", 752, "[0-9]{3} ?[0-9]{2}"),
          of("SG", 702, "[0-9]{6}"),
          of("TW", 158, "[0-9]{3}(?:[0-9]{2,3})?"),
          of("US", 840, "[0-9]{5}(?:-[0-9]{4})?"));

  private static Country of(String letters, int number, String postcode) {
    return new Country(letters, new CountryCode(number), Pattern.compile(postcode));
  }

  /** All, in the order of their names. */
  static List<Country> all(Language language) {
    var order = java.text.Collator.getInstance(language.locale());
    return ALL.stream()
        .sorted((a, b) -> order.compare(a.name(language), b.name(language)))
        .toList();
  }

  /** The country of two letters, or of a number. */
  static Optional<Country> of(String letters) {
    return ALL.stream().filter(country -> country.letters.equals(letters)).findFirst();
  }

  static Optional<Country> of(CountryCode code) {
    return ALL.stream().filter(country -> country.code.equals(code)).findFirst();
  }

  /** What it is called. */
  String name(Language language) {
    return Locale.of("", letters).getDisplayCountry(language.locale());
  }

  boolean hasPostcodes() {
    return !postcode.pattern().isEmpty();
  }
}
