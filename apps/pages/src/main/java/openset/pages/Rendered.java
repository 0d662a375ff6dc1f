package openset.pages;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/** Templates made into text. */
public final class Rendered {
  private static final int USUAL_LENGTH = 16 * 1024;

  private Rendered() {}

  /**
   * What a template writes.
   *
   * @param template a call of the {@code render} function of a template's class
   */
  public static String text(Consumer<HtmlTemplateOutput> template) {
    StringOutput text = new StringOutput(USUAL_LENGTH);
    template.accept(new OwaspHtmlTemplateOutput(text));
    return text.toString();
  }
}
