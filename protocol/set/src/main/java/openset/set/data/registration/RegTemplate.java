package openset.set.data.registration;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.URL;

/**
 * A registration form.
 *
 * <pre>
 * RegTemplate ::= SEQUENCE {
 *   regFormID      INTEGER (0..999999999),
 *   brandLogoURL   [0] URL OPTIONAL,
 *   cardLogoURL    [1] URL OPTIONAL,
 *   regFieldSeq    SEQUENCE SIZE(1..MAX) OF RegField }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param regFormID to be repeated with the answers
 */
public record RegTemplate(
    int regFormID,
    Optional<URL> brandLogoURL,
    Optional<URL> cardLogoURL,
    List<RegField> regFieldSeq) {
  public static final Tagged<RegTemplate> TYPE =
      Sequence.sequence(
          "RegTemplate",
          field("regFormID", Asn1.integer(0, 999999999), RegTemplate::regFormID),
          optional("brandLogoURL", URL.TYPE.implicit(0), RegTemplate::brandLogoURL),
          optional("cardLogoURL", URL.TYPE.implicit(1), RegTemplate::cardLogoURL),
          field("regFieldSeq", Repeated.sequenceOf(RegField.TYPE, 1), RegTemplate::regFieldSeq),
          RegTemplate::new);

  public RegTemplate {
    regFieldSeq = List.copyOf(regFieldSeq);
  }
}
