package openset.set.data.outcome;

import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.SETString;
import openset.set.data.URL;

/**
 * What the acquirer says to the cardholder.
 *
 * <pre>
 * AcqCardMsgData ::= SEQUENCE {
 *   acqCardText    [0] EXPLICIT SETString{128} OPTIONAL,
 *   acqCardURL     [1] URL OPTIONAL,
 *   acqCardPhone   [2] VisibleString (SIZE(1..32)) OPTIONAL }
 * </pre>
 */
public record AcqCardMsgData(
    Optional<String> acqCardText, Optional<URL> acqCardURL, Optional<String> acqCardPhone) {
  public static final Tagged<AcqCardMsgData> TYPE =
      Sequence.sequence(
          "AcqCardMsgData",
          optional("acqCardText", SETString.type(128).explicit(0), AcqCardMsgData::acqCardText),
          optional("acqCardURL", URL.TYPE.implicit(1), AcqCardMsgData::acqCardURL),
          optional(
              "acqCardPhone",
              Asn1.sized(Asn1.VISIBLE_STRING, 1, 32).implicit(2),
              AcqCardMsgData::acqCardPhone),
          AcqCardMsgData::new);
}
