package openset.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that pages speak. */
public enum Language {
  /** English. */
  en("en", Locale.UK, "English"),
  /** Chinese, in simplified characters. */
  zh("zh-Hans", Locale.SIMPLIFIED_CHINESE, "中文");

  private static final int ACCEPTED_MAX = 400;

  private final String tag;
  private final Locale locale;
  private final String ownName;

  Language(String tag, Locale locale, String ownName) {
    this.tag = tag;
    this.locale = locale;
    this.ownName = ownName;
  }

  /** For the {@code lang} attribute (BCP 47). */
  public String tag() {
    return tag;
  }

  /** For numbers and dates. */
  public Locale locale() {
    return locale;
  }

  /** What it is called in itself. */
  public String ownName() {
    return ownName;
  }

  /** The other one. */
  public Language other() {
    return this == en ? zh : en;
  }

  /**
   * The language for somebody: the one chosen before, else the one the browser likes best, else
   * English.
   *
   * @param chosen value of the cookie {@code lang}
   * @param accepted value of Accept-Language (RFC 9110, 12.5.4); nonsense counts as nothing
   */
  public static Language of(Optional<String> chosen, Optional<String> accepted) {
    return chosen.flatMap(Language::named).or(() -> accepted.flatMap(Language::liked)).orElse(en);
  }

  /** The language of this name, {@code en} or {@code zh}. */
  public static Optional<Language> named(String name) {
    return List.of(values()).stream().filter(l -> l.name().equals(name)).findFirst();
  }

  private static Optional<Language> liked(String accepted) {
    if (accepted.length() > ACCEPTED_MAX) return Optional.empty();
    try {
      String best =
          Locale.lookupTag(Locale.LanguageRange.parse(accepted), List.of(en.name(), zh.name()));
      return Optional.ofNullable(best).flatMap(Language::named);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
