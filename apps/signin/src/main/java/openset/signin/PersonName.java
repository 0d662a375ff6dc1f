package openset.signin;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name by which a person signs in.
 *
 * @param text 1 to 40 of a to z, digits, dots, dashes and underscores, a letter or digit first
 */
public record PersonName(String text) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  public PersonName {
    if (!FORM.matcher(text).matches()) throw new IllegalArgumentException("not a person's name");
  }

  /** The name, if it is one. */
  public static Optional<PersonName> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new PersonName(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
