package openset.cli.config;

/** A configuration that cannot be used; the message is a sentence for the person who wrote it. */
public final class BadConfig extends Exception {
  private static final long serialVersionUID = 1L;

  /** A sentence that names file and place. */
  public BadConfig(String sentence) {
    super(sentence);
  }
}
