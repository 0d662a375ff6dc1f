package openset.set.initiation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * An absolute http or https address in ASCII, with a host, without user or fragment (INIT-06).
 * Whether it may be asked at all is for the one who asks to decide.
 */
public record WebAddress(String text) {
  private static final int LENGTH_MAX = 512;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /** Refuses anything else. */
  public WebAddress {
    if (!isWeb(text)) throw new IllegalArgumentException("no http or https address");
  }

  private static boolean isWeb(String text) {
    if (text.length() > LENGTH_MAX || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return false;
    }
    try {
      URI uri = new URI(text);
      return uri.getScheme() != null
          && SCHEMES.contains(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && uri.getPort() != 0
          && uri.getPort() <= 65535;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Scheme, host and port: whom a browser would call the same origin. */
  public String origin() {
    URI uri = URI.create(text);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  @Override
  public String toString() {
    return text;
  }
}
