package openset.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What stands around every page. */
final class FrameTest {
  private static final String HOSTILE = "\"'><script>alert(1)</script>";

  private static String page(Language language, Theme theme, String title) {
    Site site =
        new Site(
            new Words("Lantern Books", "灯笼书店"),
            "lantern",
            "/",
            out -> out.writeContent("<svg></svg>"),
            List.of(Link.to("/terms", Words.same("Terms"))),
            List.of("/assets/shop.css"),
            List.of("/assets/shop.js"));
    Frame frame =
        new Frame(
            site,
            new Manner(language, theme, "/a?b=c&d=e"),
            title,
            List.of(new Link("/", Words.same("Books"), true)),
            Optional.empty());
    return Rendered.text(
        out ->
            JteframeGenerated.render(
                out, null, frame, content -> content.writeUserContent(title)));
  }

  @Test
  void saysItsLanguageAndLeavesBrightnessToTheSystem() {
    assertThat(page(Language.zh, Theme.system, "书"))
        .contains("<html lang=\"zh-Hans\" data-brand=\"lantern\">")
        .contains("<title>书 · 灯笼书店</title>")
        .contains("跳到正文");
  }

  @Test
  void showsTheBrightnessThatWasChosen() {
    assertThat(page(Language.en, Theme.dark, "Books"))
        .contains("data-theme=\"dark\"")
        .contains("value=\"dark\" aria-pressed=\"true\"");
  }

  @Test
  void comesBackToThePageWhereTheSwitchWas() {
    assertThat(page(Language.en, Theme.system, "Books"))
        .contains("name=\"to\" value=\"/a?b=c&amp;d=e\"");
  }

  @Test
  void marksWhereOneIs() {
    assertThat(page(Language.en, Theme.system, "Books"))
        .contains("<a href=\"/\" aria-current=\"page\">Books</a>")
        .contains("<a href=\"/terms\">Terms</a>");
  }

  @Test
  @Tag("W02")
  void aTitleWithAScriptIsText() {
    assertThat(page(Language.en, Theme.system, HOSTILE))
        .doesNotContain("<script>alert")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }
}
