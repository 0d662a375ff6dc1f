package openset.pages.shop.picture;

import java.util.Locale;

/** Writes shapes, one after the other. Coordinates are rounded to a tenth of a unit. */
final class Pen {
  private final StringBuilder text = new StringBuilder();

  Pen path(String attributes, String data) {
    text.append("<path ").append(attributes).append(" d=\"").append(data).append("\"/>");
    return this;
  }

  Pen circle(double x, double y, double radius, String attributes) {
    return shape("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" %s/>", x, y, radius, attributes);
  }

  Pen ellipse(double x, double y, double across, double down, String attributes) {
    text.append(
        String.format(
            Locale.ROOT,
            "<ellipse cx=\"%.1f\" cy=\"%.1f\" rx=\"%.1f\" ry=\"%.1f\" %s/>",
            x, y, across, down, attributes));
    return this;
  }

  private Pen shape(String form, Object... values) {
    text.append(String.format(Locale.ROOT, form, values));
    return this;
  }

  Pen add(String shapes) {
    text.append(shapes);
    return this;
  }

  static String at(double x, double y) {
    return String.format(Locale.ROOT, "%.1f %.1f", x, y);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
