package openset.issuer.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.issuer.card.Bin;

/** The forms of one issuer: one a BIN and language, the same questions in each. */
public final class RegistrationForms {
  private static final String VERSION = "1";

  private final Bin bin;
  private final String issuerName;

  /** The forms for the cards of that BIN, in the name of that issuer. */
  public RegistrationForms(Bin bin, String issuerName) {
    this.bin = bin;
    this.issuerName = issuerName;
  }

  /**
   * The form for a card of that BIN; none when the BIN is another issuer's.
   *
   * @param language an RFC 5646 tag; Chinese for {@code zh} and below, English for all others
   */
  public Optional<RegistrationForm> form(Bin asked, String language) {
    return asked.equals(bin) ? Optional.of(written(Words.in(language))) : Optional.empty();
  }

  /** Whether a form of that id is shown to holders of these cards. */
  public boolean shown(String formId) {
    return formId.equals(id(Words.ENGLISH)) || formId.equals(id(Words.CHINESE));
  }

  private RegistrationForm written(Words words) {
    List<FormField> fields = new ArrayList<>();
    for (FormKey key : FormKey.values()) {
      boolean hidden = key == FormKey.DOCUMENT_NUMBER;
      fields.add(
          new FormField(
              key, words.label(key), words.description(key), key.longest(), true, hidden));
    }
    return new RegistrationForm(
        id(words), words.language(), fields, words.policy().formatted(issuerName));
  }

  private String id(Words words) {
    return bin.digits() + "-" + VERSION + "-" + words.language();
  }
}
