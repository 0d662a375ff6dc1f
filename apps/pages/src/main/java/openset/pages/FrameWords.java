package openset.pages;

/** The words around every page. */
public final class FrameWords {
  public static final Words SKIP = new Words("Skip to the content", "跳到正文");
  public static final Words WAYS = new Words("Main", "主导航");
  public static final Words LANGUAGE = new Words("Language", "语言");
  public static final Words BRIGHTNESS = new Words("Brightness", "明暗");
  public static final Words SYSTEM = new Words("Automatic", "自动");
  public static final Words LIGHT = new Words("Light", "浅色");
  public static final Words DARK = new Words("Dark", "深色");

  private FrameWords() {}

  static Words of(Theme theme) {
    return switch (theme) {
      case system -> SYSTEM;
      case light -> LIGHT;
      case dark -> DARK;
    };
  }
}
