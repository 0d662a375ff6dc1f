package openset.pages;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import openset.http.PageRoute;
import openset.http.page.Cookie;
import openset.http.page.Page;
import openset.http.page.Visit;

/**
 * How visitors say in which language and how bright they want their pages: two cookies, {@code
 * lang} and {@code theme}, set by the form at the foot of every page.
 */
public final class Manners {
  private static final Duration KEPT = Duration.ofDays(365);
  private static final Pattern HERE = Pattern.compile("/[A-Za-z0-9._~!$'()*+,;:@?&=%/-]{0,800}");

  private Manners() {}

  /**
   * What the visitor of a page wants.
   *
   * @param here path and query of the page
   */
  public static Manner of(Visit visit, String here) {
    return new Manner(
        Language.of(visit.cookie("lang"), Optional.of(visit.language())),
        visit.cookie("theme").flatMap(Theme::named).orElse(Theme.system),
        here);
  }

  /** Takes the form, {@code POST /manner}, and goes back to the page it was on. */
  public static PageRoute route() {
    return PageRoute.post("/manner", Manners::change);
  }

  private static Page change(Visit visit) {
    Page page = Page.see(back(visit.field("to")));
    Optional<Language> language = Language.named(visit.field("lang"));
    Optional<Theme> theme = Theme.named(visit.field("theme"));
    if (language.isPresent()) {
      page = page.keeping(Cookie.lasting("lang", language.get().name(), KEPT));
    }
    if (theme.isPresent()) {
      page = page.keeping(Cookie.lasting("theme", theme.get().name(), KEPT));
    }
    return page;
  }

  /** Only a plain path of this host; a form from elsewhere could ask for more. */
  private static String back(String to) {
    if (!HERE.matcher(to).matches() || to.startsWith("//")) return "/";
    try {
      return new URI(to).toASCIIString();
    } catch (URISyntaxException e) {
      return "/";
    }
  }
}
