package openset.pages.shop.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * A cover of 150 by 210 units with its title, as a book that stands there or on a reader. The
 * drawing's own {@code color} is that of the title.
 */
final class Cover {
  private static final int TITLE_BOTTOM = 66;
  private static final int LETTERS = 12;

  private Cover() {}

  static String book(String cover, String title) {
    return "<g transform=\"translate(150 150) rotate(-2.5) translate(-150 -150)\">"
        + "<path opacity=\".16\" d=\"M70 52h160a5 5 0 0 1 5 5v200a5 5 0 0 1-5 5H70z\"/>"
        + "<path fill=\"#f8f4ea\" d=\"M72 42h158v212H72z\"/>"
        + placed(cover, title, 70, 38, 156, 218)
        + "<path fill=\"#000\" opacity=\".16\" d=\"M70 38h9v218h-9z\"/>"
        + "<path fill=\"#fff\" opacity=\".18\" d=\"M79 38h2v218h-2z\"/>"
        + "</g>";
  }

  static String reader(String cover, String title) {
    return "<rect x=\"66\" y=\"36\" width=\"168\" height=\"240\" rx=\"16\" opacity=\".16\"/>"
        + "<rect x=\"66\" y=\"28\" width=\"168\" height=\"240\" rx=\"16\" fill=\"#2b3238\"/>"
        + "<rect x=\"76\" y=\"40\" width=\"148\" height=\"208\" rx=\"3\" fill=\"#f4f4ee\"/>"
        + placed(cover, title, 76, 40, 148, 208)
        + "<circle cx=\"150\" cy=\"258\" r=\"4\" fill=\"#66727a\"/>"
        + "<path fill=\"#fff\" opacity=\".09\" d=\"M76 40h92L92 248H76z\"/>";
  }

  private static String placed(String cover, String title, int x, int y, int width, int height) {
    String frame =
        String.format(
            "<svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\" ",
            x, y, width, height);
    // The title comes first in the file's own element, so that it has its colour.
    int end = cover.lastIndexOf("</svg>");
    return frame
        + cover.substring("<svg ".length(), end)
        + title(title)
        + "</svg>";
  }

  private static String title(String title) {
    boolean wide = title.codePoints().anyMatch(c -> c > 0x2e80);
    List<String> lines = broken(plain(title), wide ? 5 : LETTERS);
    int longest = lines.stream().mapToInt(String::length).max().orElse(0);
    int size = wide ? (longest > 5 ? 20 : 24) : longest > 9 ? 18 : 21;
    int step = size + 3;
    int top = Math.max(size + 8, TITLE_BOTTOM - step * (lines.size() - 1) - 8);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(line(lines.get(i), 75, top + step * i, size, "currentColor"));
    }
    return text.toString();
  }

  /** A title on a cover has no “e-book” after it. */
  private static String plain(String title) {
    return title.split(", |（")[0];
  }

  /** A text in lines around a point. */
  static String lines(String text, int x, int y, int size, String colour) {
    List<String> lines = broken(text, 16);
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      all.append(line(lines.get(i), x, y + (size + 3) * i, size, colour));
    }
    return all.toString();
  }

  private static String line(String text, int x, int y, int size, String colour) {
    return String.format(
        "<text x=\"%d\" y=\"%d\" font-size=\"%d\" fill=\"%s\" text-anchor=\"middle\""
            + " font-family=\"Palatino,'Noto Serif CJK SC','Songti SC',Georgia,serif\""
            + " font-weight=\"700\">%s</text>",
        x, y, size, colour, escaped(text));
  }

  private static List<String> broken(String text, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
