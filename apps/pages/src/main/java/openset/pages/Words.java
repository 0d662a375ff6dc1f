package openset.pages;

import java.util.function.Function;

/**
 * The same words in every language that pages speak. There is no way to leave one out.
 *
 * <p>Tables of words are classes of constants, and functions where something is filled in.
 *
 * @param en in English
 * @param zh in Chinese
 */
public record Words(String en, String zh) {
  /** Words that are the same everywhere, such as a name. */
  public static Words same(String text) {
    return new Words(text, text);
  }

  /** What is written as each language does, such as a day. */
  public static Words each(Function<Language, String> written) {
    return new Words(written.apply(Language.en), written.apply(Language.zh));
  }

  /** These and more, as a list within a line. */
  public Words and(Words more) {
    return new Words(en + ", " + more.en, zh + "，" + more.zh);
  }

  /** In one language. */
  public String in(Language language) {
    return switch (language) {
      case en -> en;
      case zh -> zh;
    };
  }
}
