package openset.issuer.registration;

import java.util.List;

/**
 * What a certificate authority shows to the holder of a card of one BIN (SET RegTemplate and
 * PolicyText).
 *
 * @param id names issuer BIN, version and language; comes back with the answers
 * @param language {@code en} or {@code zh}
 * @param fields the questions, in the order to show them
 * @param policy what the holder agrees to
 */
public record RegistrationForm(
    String id, String language, List<FormField> fields, String policy) {
  public RegistrationForm {
    fields = List.copyOf(fields);
  }
}
