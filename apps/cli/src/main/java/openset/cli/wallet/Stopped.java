package openset.cli.wallet;

import openset.pages.Words;

/** A command cannot go on; says why, in both languages. */
final class Stopped extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Words words;

  Stopped(Words words) {
    super(words.en(), null, false, false);
    this.words = words;
  }

  Stopped(String en, String zh) {
    this(new Words(en, zh));
  }

  Words words() {
    return words;
  }
}
