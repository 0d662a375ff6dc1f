package openset.http.keys;

import java.util.regex.Pattern;

/**
 * The configured name of a program that calls us, such as {@code cca-aurora}.
 *
 * @param name 1 to 64 letters, digits, dots, dashes or underscores
 */
public record ClientName(String name) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");

  public ClientName {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException("not a client's name");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
