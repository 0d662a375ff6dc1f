package openset.iso20022;

/** Texts as ISO 20022 bounds them; each refuses what does not fit. */
final class Text {
  private Text() {}

  /** Max35Text: identifiers. */
  static String max35(String text) {
    return bounded(text, 35);
  }

  /** Max140Text: names and remittance information. */
  static String max140(String text) {
    return bounded(text, 140);
  }

  private static String bounded(String text, int most) {
    if (text.isBlank() || text.length() > most) {
      throw new IllegalArgumentException("a text has 1 to " + most + " characters");
    }
    return text;
  }
}
