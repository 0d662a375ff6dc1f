package openset.http.page;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A cookie to be kept by a browser (RFC 6265bis). Never seen by scripts, sent to its own host only,
 * and over TLS only where it was set over TLS.
 *
 * @param name its name
 * @param value letters, digits and {@code - _ . ~}, at most 1,024; empty to forget it
 * @param age how long it is kept; empty until the browser is closed, zero to forget it
 * @param strict whether it stays away when another site leads here
 */
public record Cookie(String name, String value, Optional<Duration> age, boolean strict) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._~-]{0,1024}");

  public Cookie {
    if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException("no name or value of a cookie");
    }
  }

  /** Kept for a time; sent when another site leads here too. */
  public static Cookie lasting(String name, String value, Duration age) {
    return new Cookie(name, value, Optional.of(age), false);
  }

  /** For a session: kept until the browser is closed, never sent from other sites' links. */
  public static Cookie session(String name, String value) {
    return new Cookie(name, value, Optional.empty(), true);
  }

  /** Makes a browser forget it. */
  public static Cookie gone(String name) {
    return new Cookie(name, "", Optional.of(Duration.ZERO), true);
  }

  /** The value of the Set-Cookie field. */
  public String field(boolean secure) {
    StringBuilder text = new StringBuilder(name).append('=').append(value).append("; Path=/");
    age.ifPresent(time -> text.append("; Max-Age=").append(time.toSeconds()));
    text.append("; HttpOnly; SameSite=").append(strict ? "Strict" : "Lax");
    return (secure ? text.append("; Secure") : text).toString();
  }
}
