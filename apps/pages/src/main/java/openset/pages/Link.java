package openset.pages;

/**
 * A link with its words.
 *
 * @param here whether it leads to the page or the part of the site one is looking at
 */
public record Link(String href, Words words, boolean here) {
  /** A link that leads elsewhere. */
  public static Link to(String href, Words words) {
    return new Link(href, words, false);
  }

  /** For {@code aria-current}; null where it leads elsewhere. */
  public String current() {
    return here ? "page" : null;
  }
}
