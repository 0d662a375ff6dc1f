package openset.pages.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openset.pages.Words;

/**
 * A field that narrows a listing.
 *
 * @param name in the query
 * @param words what it is called
 * @param kind what may be filled in
 * @param options of a choice
 * @param pattern that a text has as a whole
 */
public record Filter(
    String name, Words words, Kind kind, List<Option> options, Optional<Pattern> pattern) {
  private static final int LONGEST = 80;
  private static final int YEAR_MOST = 9999;

  /** What may be filled in. */
  public enum Kind {
    /** One of the options. */
    choice,
    /** A day, as in {@code 2026-11-28}. */
    day,
    /** Any text. */
    text
  }

  /** One of several. */
  public record Option(String value, Words words) {
    /** One for each of an enumeration, by its name. */
    public static <E extends Enum<E>> List<Option> of(Class<E> type, Function<E, Words> said) {
      return Stream.of(type.getEnumConstants())
          .map(each -> new Option(each.name(), said.apply(each)))
          .toList();
    }
  }

  /** A filter of copies. */
  public Filter {
    options = List.copyOf(options);
  }

  /** A choice; none chosen is all. */
  public static Filter choice(String name, Words words, List<Option> options) {
    return new Filter(name, words, Kind.choice, options, Optional.empty());
  }

  /** A day. */
  public static Filter day(String name, Words words) {
    return new Filter(name, words, Kind.day, List.of(), Optional.empty());
  }

  /** Text. */
  public static Filter text(String name, Words words) {
    return new Filter(name, words, Kind.text, List.of(), Optional.empty());
  }

  /** The same of such texts only: a browser sends no other, so that none gets into an address. */
  public Filter like(Pattern all) {
    return new Filter(name, words, kind, options, Optional.of(all));
  }

  /** What the query says, if it is something that may be filled in. */
  Optional<String> read(Optional<String> said) {
    return said.map(String::strip)
        .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
        .filter(this::fits);
  }

  private boolean fits(String value) {
    return switch (kind) {
      case choice -> options.stream().anyMatch(option -> option.value().equals(value));
      case text ->
          value.codePoints().noneMatch(Character::isISOControl)
              && pattern.map(all -> all.matcher(value).matches()).orElse(true);
      case day -> asDay(value).isPresent();
    };
  }

  /** A day of the years 1 to 9999, which all machines can tell; none of anything else. */
  public static Optional<LocalDate> asDay(String value) {
    try {
      return Optional.of(LocalDate.parse(value))
          .filter(day -> day.getYear() > 0 && day.getYear() <= YEAR_MOST);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** For {@code id} and {@code for}. */
  String id() {
    return "filter-" + name;
  }
}
