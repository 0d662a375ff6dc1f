package openset.pages;

import gg.jte.Content;
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
}
