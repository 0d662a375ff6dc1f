package openset.pages.shop.picture;

import java.util.Optional;
import java.util.Random;

/**
 * A fern in a clay pot, grown from its parameters: fronds that bend outwards, with leaflets of one
 * form along them.
 *
 * @param fronds how many
 * @param reach how far they go up and out, in units
 * @param droop how far their ends hang, 0 to 1
 * @param leaflets how many on each side of a frond
 * @param length of the longest leaflet
 * @param form of a leaflet
 * @param dark colour of fronds behind
 * @param light colour of fronds in front
 */
record Fern(
    int fronds,
    double reach,
    double droop,
    int leaflets,
    double length,
    Leaf form,
    String dark,
    String light) {
  private static final double BASE_X = 150;
  private static final double BASE_Y = 196;
  private static final long SEED = 301;

  /** The form of a leaflet. */
  enum Leaf {
    blade,
    fan,
    round,
    needle,
    whole,
    antler
  }

  static Optional<Fern> of(String sku) {
    return Optional.ofNullable(
        switch (sku) {
          case "fn-301" -> new Fern(13, 124, .35, 9, 13, Leaf.fan, "#6f9f52", "#94c06c");
          case "fn-302" -> new Fern(15, 128, .75, 17, 13, Leaf.blade, "#3f7a3c", "#6aa84f");
          case "fn-303" -> new Fern(9, 134, .05, 1, 13, Leaf.whole, "#4f9a4a", "#82c267");
          case "fn-304" -> new Fern(7, 118, .45, 3, 20, Leaf.antler, "#5b8f6a", "#8dbb90");
          case "fn-305" -> new Fern(11, 132, .1, 19, 11, Leaf.blade, "#447f3a", "#74ad4c");
          case "fn-306" -> new Fern(9, 56, .4, 8, 7, Leaf.blade, "#4c8a45", "#86b85c");
          case "fn-307" -> new Fern(13, 98, .62, 18, 13, Leaf.blade, "#38743c", "#63a253");
          case "fn-308" -> new Fern(12, 104, .8, 10, 6.5, Leaf.round, "#46794a", "#6fa565");
          case "fn-309" -> new Fern(11, 122, .4, 5, 24, Leaf.blade, "#4a8583", "#7fb5ad");
          case "fn-310" -> new Fern(14, 116, .5, 22, 9, Leaf.needle, "#5c9a4a", "#8cc46a");
          default -> null;
        });
  }

  String drawn() {
    Pen pen = new Pen();
    pen.ellipse(150, 266, 78, 10, "opacity=\".09\"");
    boolean tree = leaflets == 18;
    boolean glass = reach < 60;
    if (tree) {
      pen.path("fill=\"#6b4a2f\"", "M141 204l4-70h10l4 70z")
          .path("stroke=\"#4d3420\" stroke-width=\"2\"", "M143 150l14 6M142 166l16 6M142 182l17 6");
    }
    double up = tree ? -60 : glass ? 20 : 0;
    for (int i = 0; i < fronds; i++) frond(pen, i, up);
    if (glass) {
      dome(pen);
    } else {
      pot(pen);
    }
    return pen.toString();
  }

  /** Those behind first, from the outer ones to the middle and over again. */
  private void frond(Pen pen, int index, double up) {
    Random chance = new Random(SEED + index * 7919L + leaflets);
    boolean front = index >= fronds / 2;
    int half = Math.max(1, (front ? fronds - fronds / 2 : fronds / 2) - 1);
    double side = 2.0 * (front ? index - fronds / 2 : index) / half - 1;
    double lean = side * (front ? .92 : 1.14) + (chance.nextDouble() - .5) * .12;
    double spread = Math.sin(lean);
    double far = reach * (.88 + .18 * chance.nextDouble()) * (front ? .86 : 1.04);
    double startY = BASE_Y + up;
    double endX = BASE_X + spread * far;
    double rise = far * (.3 + .75 * Math.cos(lean));
    double endY = startY - rise + droop * Math.abs(spread) * far * .5;
    double bendX = BASE_X + spread * far * .45;
    double bendY = startY - rise * (1.06 + .3 * droop);
    Curve curve = new Curve(BASE_X + spread * 8, startY, bendX, bendY, endX, endY);
    String colour = front ? light : dark;
    if (form == Leaf.whole) {
      whole(pen, curve, colour, front ? dark : light);
      return;
    }
    String stem = form == Leaf.fan ? "#3f3326" : colour;
    pen.path(
        "fill=\"none\" stroke-linecap=\"round\" stroke=\"" + stem + "\" stroke-width=\""
            + (form == Leaf.antler ? 9 : 2.2) + "\"",
        curve.data());
    for (int i = 1; i <= leaflets; i++) {
      double t = .1 + .9 * i / (leaflets + .4);
      double size = length * Math.pow(Math.sin(Math.PI * (.12 + .86 * t)), .7);
      leaflet(pen, curve, t, size, colour);
    }
  }

  private void leaflet(Pen pen, Curve curve, double t, double size, String colour) {
    double x = curve.x(t);
    double y = curve.y(t);
    double along = curve.angle(t);
    for (int side = -1; side <= 1; side += 2) {
      double angle = along + side * (form == Leaf.antler ? .7 : 1.12);
      double toX = x + Math.cos(angle) * size;
      double toY = y + Math.sin(angle) * size;
      switch (form) {
        case round -> pen.circle(toX, toY, size * .62, "fill=\"" + colour + "\"");
        case fan -> fan(pen, x, y, angle, size, colour);
        case needle ->
            pen.path(
                "stroke=\"" + colour + "\" stroke-width=\"1.3\" stroke-linecap=\"round\"",
                "M" + Pen.at(x, y) + "L" + Pen.at(toX, toY));
        case antler ->
            pen.path(
                "stroke=\"" + colour + "\" stroke-width=\"8\" stroke-linecap=\"round\"",
                "M" + Pen.at(x, y) + "L" + Pen.at(toX, toY));
        default -> blade(pen, x, y, angle, size, colour);
      }
    }
  }

  private void blade(Pen pen, double x, double y, double angle, double size, String colour) {
    double width = size * .26;
    double midX = x + Math.cos(angle) * size * .45;
    double midY = y + Math.sin(angle) * size * .45;
    double offX = -Math.sin(angle) * width;
    double offY = Math.cos(angle) * width;
    String tip = Pen.at(x + Math.cos(angle) * size, y + Math.sin(angle) * size);
    pen.path(
        "fill=\"" + colour + "\"",
        "M" + Pen.at(x, y)
            + "Q" + Pen.at(midX + offX, midY + offY) + " " + tip
            + "Q" + Pen.at(midX - offX, midY - offY) + " " + Pen.at(x, y) + "z");
  }

  private void fan(Pen pen, double x, double y, double angle, double size, String colour) {
    double from = angle - .55;
    double to = angle + .55;
    pen.path(
        "fill=\"" + colour + "\"",
        "M" + Pen.at(x, y)
            + "L" + Pen.at(x + Math.cos(from) * size, y + Math.sin(from) * size)
            + "Q" + Pen.at(x + Math.cos(angle) * size * 1.35, y + Math.sin(angle) * size * 1.35)
            + " " + Pen.at(x + Math.cos(to) * size, y + Math.sin(to) * size) + "z");
  }

  private void whole(Pen pen, Curve curve, String colour, String rib) {
    StringBuilder left = new StringBuilder();
    StringBuilder right = new StringBuilder();
    for (int i = 0; i <= 12; i++) {
      double t = i / 12.0;
      double width = length * Math.sin(Math.PI * (.08 + .92 * t)) + (i % 2) * 1.6;
      double normal = curve.angle(t) + Math.PI / 2;
      double offX = Math.cos(normal) * width;
      double offY = Math.sin(normal) * width;
      left.append(i == 0 ? "M" : "L").append(Pen.at(curve.x(t) + offX, curve.y(t) + offY));
      right.insert(0, "L" + Pen.at(curve.x(t) - offX, curve.y(t) - offY));
    }
    pen.path("fill=\"" + colour + "\"", left.append(right).append("z").toString())
        .path(
            "fill=\"none\" stroke=\"" + rib + "\" stroke-width=\"2.2\" stroke-linecap=\"round\"",
            curve.data());
  }

  private static void pot(Pen pen) {
    pen.path("fill=\"#b9683a\"", "M104 206h92l-12 58h-68z")
        .path("fill=\"#9c5229\"", "M166 206h30l-12 58h-26z")
        .add("<rect x=\"98\" y=\"190\" width=\"104\" height=\"22\" rx=\"4\" fill=\"#cd7f4d\"/>")
        .path("fill=\"#b9683a\"", "M172 190h26a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4h-26z");
  }

  private static void dome(Pen pen) {
    pen.path("fill=\"#5d7d3f\"", "M92 238c20-28 44-20 58-20s44-8 58 20z")
        .path("fill=\"#54432f\"", "M86 236h128v14c0 10-10 16-18 16h-92c-8 0-18-6-18-16z")
        .path("fill=\"#fff\" opacity=\".24\"",
            "M86 250V150c0-46 30-76 64-76s64 30 64 76v100c0 10-10 16-18 16h-92c-8 0-18-6-18-16z")
        .path("fill=\"none\" stroke=\"#8fa9a4\" stroke-width=\"3\"",
            "M86 250V150c0-46 30-76 64-76s64 30 64 76v100c0 10-10 16-18 16h-92c-8 0-18-6-18-16z")
        .path("fill=\"none\" stroke=\"#fff\" stroke-width=\"5\" stroke-linecap=\"round\"",
            "M100 148c2-26 14-44 30-52")
        .circle(150, 68, 8, "fill=\"#8fa9a4\"");
  }

  /** A quadratic Bézier curve. */
  private record Curve(
      double fromX, double fromY, double bendX, double bendY, double toX, double toY) {
    double x(double t) {
      return (1 - t) * (1 - t) * fromX + 2 * t * (1 - t) * bendX + t * t * toX;
    }

    double y(double t) {
      return (1 - t) * (1 - t) * fromY + 2 * t * (1 - t) * bendY + t * t * toY;
    }

    double angle(double t) {
      double dx = 2 * (1 - t) * (bendX - fromX) + 2 * t * (toX - bendX);
      double dy = 2 * (1 - t) * (bendY - fromY) + 2 * t * (toY - bendY);
      return Math.atan2(dy, dx);
    }

    String data() {
      return "M" + Pen.at(fromX, fromY) + "Q" + Pen.at(bendX, bendY) + " " + Pen.at(toX, toY);
    }
  }
}
