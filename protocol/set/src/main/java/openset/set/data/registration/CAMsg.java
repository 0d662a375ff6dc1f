package openset.set.data.registration;

import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyCode;
import openset.set.data.SETString;
import openset.set.data.URL;

/**
 * What the CA says to the cardholder.
 *
 * <pre>
 * CAMsg ::= SEQUENCE {
 *   cardLogoURL     [0] URL OPTIONAL,
 *   brandLogoURL    [1] URL OPTIONAL,
 *   cardCurrency    [2] Currency OPTIONAL,
 *   cardholderMsg   [3] EXPLICIT SETString{128} OPTIONAL }
 * </pre>
 */
public record CAMsg(
    Optional<URL> cardLogoURL,
    Optional<URL> brandLogoURL,
    Optional<CurrencyCode> cardCurrency,
    Optional<String> cardholderMsg) {
  public static final Tagged<CAMsg> TYPE =
      Sequence.sequence(
          "CAMsg",
          optional("cardLogoURL", URL.TYPE.implicit(0), CAMsg::cardLogoURL),
          optional("brandLogoURL", URL.TYPE.implicit(1), CAMsg::brandLogoURL),
          optional("cardCurrency", CurrencyCode.TYPE.implicit(2), CAMsg::cardCurrency),
          optional("cardholderMsg", SETString.type(128).explicit(3), CAMsg::cardholderMsg),
          CAMsg::new);
}
