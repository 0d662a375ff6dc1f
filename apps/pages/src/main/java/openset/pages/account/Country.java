package openset.pages.account;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import openset.pages.Language;

/**
 * A country to choose.
 *
 * @param letters ISO 3166 alpha-2
 * @param name in the visitor's language
 */
public record Country(String letters, String name) {
  /** All, in the order of the language. */
  public static List<Country> all(Language language) {
    Locale locale = language.locale();
    return Arrays.stream(Locale.getISOCountries())
        .map(letters -> new Country(letters, Locale.of("", letters).getDisplayCountry(locale)))
        .sorted(Comparator.comparing(Country::name, Collator.getInstance(locale)))
        .toList();
  }
}
