package openset.pages.shop;

import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import openset.pages.Words;

/**
 * How a shop presents itself.
 *
 * @param brand picks its accent of {@code tokens.css}
 * @param welcome the first sentence on its first page
 * @param about what it is
 * @param categories their names, by the catalogue's
 * @param mark its sign
 */
public record Storefront(
    Words name,
    String brand,
    Words welcome,
    Words about,
    Map<String, Words> categories,
    Content mark) {
  /** A front of copies. */
  public Storefront {
    categories = Map.copyOf(categories);
  }

  /**
   * The front for a catalogue: its own where it has one, else a plain one.
   *
   * @param catalogue name of the shipped catalogue
   * @param title the merchant's name
   */
  public static Storefront of(String catalogue, String title) {
    return switch (catalogue) {
      case "lantern" -> lantern();
      case "fern" -> fern();
      default -> plain(title);
    };
  }

  private static Storefront lantern() {
    return new Storefront(
        new Words("Lantern Books", "灯笼书店"),
        "lantern",
        new Words("Books for the hours after dark.", "灯下好读书。"),
        new Words(
            "Novels, essays and field guides, with the lamps, ink and games that go with a "
                + "quiet evening.",
            "小说、随笔与自然指南，还有伴你度过宁静夜晚的灯、墨水与游戏。"),
        Map.of(
            "books", new Words("Books", "图书"),
            "digital", new Words("E-books", "电子书"),
            "stationery", new Words("Stationery", "文具"),
            "light", new Words("Lamps and light", "灯与光"),
            "games", new Words("Games", "游戏")),
        out -> JtemarkLanternGenerated.render(html(out), null));
  }

  private static Storefront fern() {
    return new Storefront(
        new Words("Fern and Kettle", "蕨与壶"),
        "fern",
        new Words("Something green, something warm.", "一抹绿意，一壶暖茶。"),
        new Words(
            "Ferns for shady windows, this year's teas, and the kettles and pots they like best.",
            "适合阴凉窗台的蕨类、当年新茶，以及与它们相配的壶与盆。"),
        Map.of(
            "tea", new Words("Tea", "茶"),
            "kettles", new Words("Kettles and cups", "壶与杯"),
            "ferns", new Words("Ferns", "蕨类"),
            "pots", new Words("Pots and tools", "盆与工具"),
            "digital", new Words("To read", "电子读物")),
        out -> JtemarkFernGenerated.render(html(out), null));
  }

  private static Storefront plain(String title) {
    return new Storefront(
        Words.same(title),
        "openset",
        Words.same(title),
        new Words("Good things, paid safely.", "好物，安心付款。"),
        Map.of("digital", new Words("Digital", "数字商品")),
        out -> JtemarkPlainGenerated.render(html(out), null));
  }

  /** What a category is called. */
  public Words category(String name) {
    return Optional.ofNullable(categories.get(name)).orElseGet(() -> Words.same(name));
  }

  private static gg.jte.html.HtmlTemplateOutput html(gg.jte.TemplateOutput out) {
    return (gg.jte.html.HtmlTemplateOutput) out;
  }
}
