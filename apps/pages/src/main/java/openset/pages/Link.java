package openset.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A link with its words.
 *
 * @param here whether it leads to the page or the part of the site one is looking at
 */
public record Link(String href, Words words, boolean here) {
  /** A link that leads elsewhere. */
  public static Link to(String href, Words words) {
    return new Link(href, words, false);
  }

  /** A text as a part of an address: of its path, or a value of its query (RFC 3986). */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** For {@code aria-current}; null where it leads elsewhere. */
  public String current() {
    return here ? "page" : null;
  }
}
