package openset.pages.shop.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import openset.pages.Words;

/**
 * The picture of a product as SVG of 300 by 300 units: a cover with its title, a plant that is
 * grown from its parameters, a bowl of tea, or a thing drawn by hand ({@code picture/SKU.svg} of
 * the resources). Each family stands on a ground of its own.
 */
public final class Drawing {
  static final int SIDE = 300;

  /** Which cover an electronic edition shows. */
  private static final Map<String, String> EDITIONS =
      Map.of(
          "eb-201", "bk-102",
          "eb-202", "bk-105",
          "eb-203", "bk-108",
          "eb-204", "bk-109",
          "eb-205", "bk-110",
          "eb-206", "bk-111",
          "eb-207", "bk-107",
          "eb-208", "bk-112");

  private static final Map<String, String> GROUNDS =
      Map.of(
          "bk", "#ece3d4",
          "eb", "#dfe4ea",
          "st", "#e6e4dc",
          "lt", "#262a3c",
          "gm", "#dfe3da",
          "te", "#efe7d8",
          "kt", "#e3e8e4",
          "fn", "#e3ecdd",
          "pt", "#eee3d6",
          "dg", "#e4e8dc");

  private Drawing() {}

  /**
   * The picture.
   *
   * @param title in the language of who looks at it
   */
  public static String of(String sku, String title) {
    String family = sku.split("-")[0];
    String ground = GROUNDS.getOrDefault(family, "#e6e8e6");
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 300\">"
        + "<path fill=\"" + ground + "\" d=\"M0 0h300v300H0z\"/>"
        + subject(sku, family, title)
        + "</svg>\n";
  }

  private static String subject(String sku, String family, String title) {
    return switch (family) {
      case "bk" -> drawn(sku).map(cover -> Cover.book(cover, title)).orElseGet(() -> plain(title));
      case "eb", "dg" ->
          drawn(EDITIONS.getOrDefault(sku, sku))
              .map(cover -> Cover.reader(cover, title))
              .orElseGet(() -> plain(title));
      case "fn" -> Fern.of(sku).map(Fern::drawn).orElseGet(() -> plain(title));
      case "te" -> Tea.of(sku).map(Tea::drawn).orElseGet(() -> plain(title));
      default -> drawn(sku).map(Drawing::standing).orElseGet(() -> plain(title));
    };
  }

  private static String standing(String thing) {
    return "<ellipse cx=\"150\" cy=\"254\" rx=\"96\" ry=\"13\" opacity=\".08\"/>" + thing;
  }

  /** For what nobody has drawn yet: a parcel with its name. */
  private static String plain(String title) {
    return "<path fill=\"#d9b98a\" d=\"M70 90h160v140H70z\"/>"
        + "<path fill=\"#c4a06c\" d=\"M70 90l24-30h112l24 30z\"/>"
        + "<path fill=\"#b08a54\" d=\"M138 60h24v30h-24z\"/>"
        + Cover.lines(title, 150, 170, 18, "#4b3a22");
  }

  /** What a picture shows, for people who do not see it. */
  public static Words alt(String sku, String en, String zh) {
    return switch (sku.split("-")[0]) {
      case "bk" -> new Words("Cover of the book “" + en + "”", "《" + zh + "》封面");
      case "eb", "dg" -> new Words("“" + en + "” on a reader", "阅读器上的《" + zh + "》");
      case "te" -> new Words("A bowl of " + en + " from above", "俯视一碗" + zh);
      case "fn" -> new Words(en + ", drawn", zh + "的图画");
      default -> new Words("Drawing: " + en, zh + "的图画");
    };
  }

  private static Optional<String> drawn(String sku) {
    if (!sku.matches("[a-z]{2}-[0-9]{3}")) return Optional.empty();
    String path = "/openset/pages/shop/picture/" + sku + ".svg";
    try (InputStream in = Drawing.class.getResourceAsStream(path)) {
      if (in == null) return Optional.empty();
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
