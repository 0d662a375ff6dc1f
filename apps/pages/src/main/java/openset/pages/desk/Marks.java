package openset.pages.desk;

import gg.jte.Content;

/** The signs of participants that have no shop's of their own. */
public final class Marks {
  /** A bank: a house with columns. */
  public static final Content BANK =
      drawn("M18 3 3 11v3h30v-3zM6 16h4v11H6zm10 0h4v11h-4zm10 0h4v11h-4zM3 29h30v4H3z");

  /** A gateway: an arch that one goes through. */
  public static final Content GATEWAY =
      drawn("M3 33V16a15 15 0 0 1 30 0v17h-7V17a8 8 0 0 0-16 0v16zm11-5h8v5h-8z");

  /** A clearing house: what comes and what goes. */
  public static final Content CLEARING =
      drawn("M3 10h20V4l10 9-10 9v-6H3zm30 13v6H13v5L3 26l10-8v5z");

  private Marks() {}

  private static Content drawn(String path) {
    return out ->
        out.writeContent(
            "<svg viewBox=\"0 0 36 36\" width=\"36\" height=\"36\" aria-hidden=\"true\">"
                + "<path fill=\"currentColor\" d=\"" + path + "\"/></svg>");
  }
}
