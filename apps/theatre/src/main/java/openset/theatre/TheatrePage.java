package openset.theatre;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import openset.http.Mount;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Assets;
import openset.pages.Frame;
import openset.pages.JteframeGenerated;
import openset.pages.Language;
import openset.pages.Link;
import openset.pages.Manner;
import openset.pages.Manners;
import openset.pages.Rendered;
import openset.pages.Site;
import openset.pages.Words;

/** The theatre's page: a frame for its script. */
public final class TheatrePage {
  private static final String ENGLISH = "theatre.js";
  private static final String CHINESE = "theatre-zh.js";
  private static final String STYLE = "theatre.css";
  private static final Words NAME = new Words("OpenSET theatre", "OpenSET 剧场");
  private static final Words THEATRE = new Words("Theatre", "剧场");
  private static final Words PRIVACY = new Words("Privacy", "隐私");
  private static final Words NO_SCRIPT =
      new Words(
          "The theatre is a script: please allow scripts for this page.",
          "剧场由脚本运行，请为本页启用脚本。");
  private static final Content MARK =
      out ->
          out.writeContent(
              "<svg viewBox=\"0 0 36 36\" aria-hidden=\"true\"><path fill=\"currentColor\" d=\""
                  + "M4 6h28v4H4zM6 12c4 6 4 12 0 18h5c3-5 4-12 2-18zM30 12c-4 6-4 12 0 18h-5c-3"
                  + "-5-4-12-2-18zM15 26h6v4h-6z\"/></svg>");

  private TheatrePage() {}

  static List<Mount> mounts() {
    return List.of(
        PageRoute.get("/", TheatrePage::page),
        Manners.route(),
        Assets.mount(ENGLISH, CHINESE, STYLE));
  }

  private static Page page(Visit visit) {
    Content content =
        out -> {
          out.writeContent("<div id=\"theatre\"><noscript><p class=\"page\">");
          out.writeContent(Manners.of(visit, "/").say(NO_SCRIPT));
          out.writeContent("</p></noscript></div>");
        };
    return Page.html(framed(Manners.of(visit, "/"), NAME, content));
  }

  /** A page of the theatre's site, with its styles and its ways. */
  public static String framed(Manner manner, Words title, Content content) {
    Site site =
        new Site(
            NAME,
            "theatre",
            "/",
            MARK,
            List.of(),
            List.of(Assets.address(STYLE)),
            manner.here().equals("/") ? List.of(Assets.address(script(manner))) : List.of());
    List<Link> ways =
        List.of(
            new Link("/", THEATRE, manner.here().equals("/")),
            new Link("/privacy", PRIVACY, manner.here().startsWith("/privacy")));
    Frame frame = new Frame(site, manner, title.in(manner.language()), ways, Optional.empty());
    return Rendered.text(out -> JteframeGenerated.render(out, null, frame, content));
  }

  /** Each script speaks one language. */
  private static String script(Manner manner) {
    return manner.language() == Language.zh ? CHINESE : ENGLISH;
  }
}
