package openset.issuer.opening;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import openset.issuer.card.IdentityDocument;
import openset.issuer.opening.Reason.Rule;

/** Reads stated texts into values; notes which are missing or malformed, and goes on. */
final class StatedFields {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final LocalDate NO_DATE = LocalDate.EPOCH;
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2199;
  private static final int SHORTEST_NUMBER = 4;
  private static final int LONGEST_NUMBER = 40;

  private final List<Reason> reasons = new ArrayList<>();

  List<Reason> reasons() {
    return reasons;
  }

  void note(Rule rule, String field) {
    reasons.add(new Reason(rule, field));
  }

  /** Whether nothing has been noted against that field. */
  boolean sound(String field) {
    return reasons.stream().noneMatch(r -> r.field().equals(field));
  }

  /** A text that must be there, in NFKC, without control characters. */
  String text(String field, String stated, int longest) {
    if (stated.isBlank()) {
      note(Rule.MISSING, field);
      return "";
    }
    return optional(field, stated, longest);
  }

  /** A text that may be empty. */
  String optional(String field, String stated, int longest) {
    String text = Normalizer.normalize(cut(stated), Normalizer.Form.NFKC).strip();
    boolean printable = text.codePoints().allMatch(StatedFields::printable);
    if (!printable || text.length() > longest || stated.length() > longest) {
      note(Rule.MALFORMED, field);
    }
    return text;
  }

  /** A document number: letters, digits, spaces and hyphens, at least four of the first two. */
  String documentNumber(String field, String stated) {
    String text = text(field, stated, LONGEST_NUMBER);
    boolean allowed =
        text.chars()
            .allMatch(c -> c == ' ' || c == '-' || c < 128 && Character.isLetterOrDigit(c));
    long solid = text.chars().filter(Character::isLetterOrDigit).count();
    if (sound(field) && !(allowed && solid >= SHORTEST_NUMBER)) {
      note(Rule.MALFORMED, field);
    }
    return text;
  }

  LocalDate date(String field, String stated) {
    if (stated.isBlank()) {
      note(Rule.MISSING, field);
      return NO_DATE;
    }
    try {
      LocalDate date = LocalDate.parse(cut(stated).strip());
      if (date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // Falls through to the same reason as a date out of range.
    }
    note(Rule.MALFORMED, field);
    return NO_DATE;
  }

  String country(String field, String stated) {
    if (stated.isBlank()) {
      note(Rule.MISSING, field);
    } else if (!COUNTRIES.contains(stated)) {
      note(Rule.MALFORMED, field);
    }
    return stated;
  }

  IdentityDocument.Kind kind(String field, String stated) {
    switch (stated) {
      case "passport" -> {
        return IdentityDocument.Kind.PASSPORT;
      }
      case "business" -> {
        return IdentityDocument.Kind.BUSINESS;
      }
      default -> note(stated.isBlank() ? Rule.MISSING : Rule.MALFORMED, field);
    }
    return IdentityDocument.Kind.PASSPORT;
  }

  private static boolean printable(int c) {
    return !Character.isISOControl(c)
        && Character.getType(c) != Character.FORMAT
        && Character.getType(c) != Character.SURROGATE
        && Character.getType(c) != Character.UNASSIGNED;
  }

  /** Nothing stated needs more, and normalizing a huge text would cost. */
  private static String cut(String stated) {
    return stated.substring(0, Math.min(stated.length(), 200));
  }
}
