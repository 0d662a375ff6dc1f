package openset.pages;

import gg.jte.Content;
import java.util.List;

/**
 * What is the same on all pages of one site.
 *
 * @param name what it is called
 * @param brand picks its colour of {@code tokens.css}, for example {@code lantern}
 * @param home address of its first page
 * @param mark its sign, drawn beside the name
 * @param foot links at the end of each page
 * @param styles addresses of style sheets
 * @param scripts addresses of scripts; pages must work without
 */
public record Site(
    Words name,
    String brand,
    String home,
    Content mark,
    List<Link> foot,
    List<String> styles,
    List<String> scripts) {
  /** A site of copies. */
  public Site {
    foot = List.copyOf(foot);
    styles = List.copyOf(styles);
    scripts = List.copyOf(scripts);
  }
}
