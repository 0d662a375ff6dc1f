package openset.browsing;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a guest looks at pages.
 *
 * @param language {@code en} or {@code zh}
 * @param size of the window
 * @param dark whether their system is dark
 */
public record Scene(String language, Size size, boolean dark) {
  /** A window. */
  public enum Size {
    /** A laptop's. */
    DESKTOP(1280, 800),
    /** A phone's. */
    PHONE(390, 844),
    /** The window that a browser opens for a payment handler. */
    HANDLER(608, 550);

    final int width;
    final int height;

    Size(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  /** English on a laptop, light. */
  public static final Scene ENGLISH = new Scene("en", Size.DESKTOP, false);

  /** Chinese on a phone, dark. */
  public static final Scene CHINESE = new Scene("zh", Size.PHONE, true);

  /** Both languages at both sizes, light and dark once each: for parameterized tests. */
  public static Stream<Scene> all() {
    return Stream.of(
        ENGLISH,
        new Scene("en", Size.PHONE, true),
        new Scene("zh", Size.DESKTOP, true),
        new Scene("zh", Size.PHONE, false));
  }

  /** One of each language, at another size. */
  public static Stream<Scene> two() {
    return Stream.of(ENGLISH, CHINESE);
  }

  /** Whether Chinese is spoken. */
  public boolean chinese() {
    return language.equals("zh");
  }

  /** The words of the scene's language. */
  public String say(String english, String chinese) {
    return chinese() ? chinese : english;
  }

  ColorScheme scheme() {
    return dark ? ColorScheme.DARK : ColorScheme.LIGHT;
  }

  String locale() {
    return chinese() ? "zh-CN" : "en-GB";
  }

  /** For file names: {@code en-desktop-light}. */
  @Override
  public String toString() {
    return String.join(
        "-", List.of(language, size.name().toLowerCase(), dark ? "dark" : "light"));
  }
}
