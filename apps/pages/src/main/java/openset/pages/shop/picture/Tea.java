package openset.pages.shop.picture;

import java.util.Optional;
import java.util.Random;

/**
 * A bowl of tea from above, its leaves beside it.
 *
 * @param liquor colour of the tea
 * @param rim a darker one, where it is deep
 * @param leaf colour of the dry leaves
 * @param form of them
 * @param bowl colour of the bowl
 */
record Tea(String liquor, String rim, String leaf, Form form, String bowl) {
  private static final int LEAVES = 46;

  /** How dry leaves look. */
  enum Form {
    needle,
    curl,
    ball,
    flower,
    broad,
    rice
  }

  static Optional<Tea> of(String sku) {
    return Optional.ofNullable(
        switch (sku) {
          case "te-101" -> new Tea("#c3cf73", "#a5b453", "#55703a", Form.needle, "#f7f4ec");
          case "te-102" -> new Tea("#ead9a0", "#d8c07a", "#b9bda6", Form.needle, "#dbe6e2");
          case "te-103" -> new Tea("#cf8f3f", "#b0712a", "#4a3a2a", Form.ball, "#f4ece0");
          case "te-104" -> new Tea("#a24a24", "#7d3316", "#33231b", Form.curl, "#f7f4ec");
          case "te-105" -> new Tea("#d9c779", "#c2ab55", "#6a7f4c", Form.flower, "#e6ecf0");
          case "te-106" -> new Tea("#6d2c18", "#4b1b0e", "#3a2719", Form.broad, "#e9dcc8");
          case "te-107" -> new Tea("#cfd68a", "#b3bd67", "#4c8a4f", Form.broad, "#f7f4ec");
          case "te-108" -> new Tea("#e9c95e", "#d3ac3a", "#7f8f5a", Form.flower, "#f4f0e6");
          case "te-109" -> new Tea("#c0532a", "#9a3b18", "#8a3f22", Form.needle, "#e8e2d4");
          case "te-110" -> new Tea("#dfd98a", "#c7bf62", "#7da04f", Form.broad, "#dfe9e0");
          case "te-111" -> new Tea("#c9bb62", "#aa9c43", "#5f7a3c", Form.rice, "#3d4a48");
          case "te-112" -> new Tea("#8c3a1c", "#67260f", "#241a16", Form.curl, "#47403c");
          default -> null;
        });
  }

  String drawn() {
    Pen pen = new Pen();
    Random chance = new Random(leaf.hashCode() * 31L + liquor.hashCode());
    for (int i = 0; i < LEAVES; i++) scattered(pen, chance);
    pen.ellipse(150, 148, 98, 98, "opacity=\".16\"")
        .circle(146, 138, 96, "fill=\"" + bowl + "\"")
        .circle(146, 138, 96, "fill=\"none\" stroke=\"#000\" stroke-opacity=\".1\"")
        .circle(146, 138, 82, "fill=\"" + rim + "\"")
        .circle(144, 135, 74, "fill=\"" + liquor + "\"");
    pen.path("fill=\"none\" stroke=\"#fff\" stroke-opacity=\".5\" stroke-width=\"6\" "
        + "stroke-linecap=\"round\"", "M84 124c6-26 24-42 46-46");
    for (int i = 0; i < 3; i++) {
      double angle = chance.nextDouble() * 2 * Math.PI;
      double far = 14 + chance.nextDouble() * 34;
      leaf(pen, 150 + Math.cos(angle) * far, 142 + Math.sin(angle) * far, chance, .9);
    }
    return pen.toString();
  }

  /** Beside the bowl, most of them at the lower right. */
  private void scattered(Pen pen, Random chance) {
    double angle = .75 + chance.nextGaussian() * .5;
    double far = 104 + Math.abs(chance.nextGaussian()) * 34;
    leaf(pen, 146 + Math.cos(angle) * far, 138 + Math.sin(angle) * far, chance, 1.25);
  }

  private void leaf(Pen pen, double x, double y, Random chance, double size) {
    int turn = chance.nextInt(360);
    String form =
        switch (this.form) {
          case needle -> path("M-9 0c5-3 13-3 18 0-5 3-13 3-18 0z", leaf);
          case curl -> stroke("M-8 2c4-8 8 6 16-3", leaf);
          case ball -> path("M-5 0c0-7 10-7 10 0s-10 7-10 0z", leaf);
          case broad -> path("M-11 0C-6-9 6-9 11 0 6 9-6 9-11 0z", leaf)
              + stroke("M-8 0H8", "#ffffff55");
          case flower -> chance.nextInt(3) == 0 ? blossom() : path("M-8 0c5-4 11-4 16 0z", leaf);
          case rice -> chance.nextInt(2) == 0
              ? path("M-4 0c0-4 8-4 8 0s-8 4-8 0z", "#e0c48c")
              : path("M-8 0c5-3 11-3 16 0-5 3-11 3-16 0z", leaf);
        };
    pen.add(
        "<g transform=\"translate(" + Pen.at(x, y) + ") rotate(" + turn + ") scale("
            + size + ")\">" + form + "</g>");
  }

  private static String path(String data, String colour) {
    return "<path fill=\"" + colour + "\" d=\"" + data + "\"/>";
  }

  private static String stroke(String data, String colour) {
    return "<path fill=\"none\" stroke=\"" + colour
        + "\" stroke-width=\"3\" stroke-linecap=\"round\" d=\"" + data + "\"/>";
  }

  private static String blossom() {
    StringBuilder petals = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      petals.append("<ellipse cx=\"0\" cy=\"-7\" rx=\"3.2\" ry=\"6\" fill=\"#fffaf0\" ")
          .append("transform=\"rotate(").append(i * 60).append(")\"/>");
    }
    return petals + "<circle r=\"3.6\" fill=\"#e9b93f\"/>";
  }
}
