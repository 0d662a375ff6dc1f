package openset.evidence.verdict;

/**
 * A sentence for people.
 *
 * @param en in English
 * @param zh in Chinese
 */
public record Words(String en, String zh) {
  /** In the language of this tag: Chinese for zh, English for all else. */
  public String in(String language) {
    return language.startsWith("zh") ? zh : en;
  }

  /** Both sentences, one after the other. */
  Words then(Words more) {
    return new Words(en + " " + more.en, zh + more.zh);
  }
}
