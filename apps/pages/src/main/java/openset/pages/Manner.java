package openset.pages;

/**
 * How a visitor wants to be shown pages.
 *
 * @param here path and query of the page, to come back to it after changing this
 */
public record Manner(Language language, Theme theme, String here) {
  /** Words in the visitor's language. */
  public String say(Words words) {
    return words.in(language);
  }
}
