package openset.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.Content;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What stands around a page's own content: head, skip link, name, ways to go, switches of language
 * and brightness, foot.
 *
 * @param title of this page
 * @param ways links beside the site's name
 * @param aside what else stands in the head, such as a search field and a cart
 */
public record Frame(
    Site site, Manner manner, String title, List<Link> ways, Optional<Content> aside) {
  private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" ";
  private static final String CURRENT = "currentColor";
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  /** A frame of copies. */
  public Frame {
    ways = List.copyOf(ways);
  }

  /** Words in the visitor's language. */
  public String say(Words words) {
    return manner.say(words);
  }

  /** The whole title, for the window. */
  String fullTitle() {
    String name = say(site.name());
    return title.equals(name) ? name : title + " · " + name;
  }

  /** For {@code data-theme}; null where the system decides. */
  String shownTheme() {
    return manner.theme() == Theme.system ? null : manner.theme().name();
  }

  /**
   * The site's mark for the window's tab, as an address that holds it. A picture of its own knows
   * no accent, so the colour is one that reads on light and dark.
   */
  String icon() {
    String svg = Rendered.text(site.mark()::writeTo);
    String mark =
        (svg.contains("xmlns=") ? svg : svg.replaceFirst("<svg ", SVG)).replace(CURRENT, colour());
    return "data:image/svg+xml;base64," + BASE64.encodeToString(mark.getBytes(UTF_8));
  }

  private String colour() {
    return switch (site.brand()) {
      case "lantern" -> "#c9521d";
      case "fern" -> "#4c9144";
      case "aurora" -> "#7466e0";
      case "borealis" -> "#2b8ac4";
      default -> "#17907f";
    };
  }
}
