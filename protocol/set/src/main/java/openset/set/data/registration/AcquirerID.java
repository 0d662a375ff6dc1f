package openset.set.data.registration;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BIN;

/**
 * An acquirer, of whom a gateway is.
 *
 * <pre>
 * AcquirerID ::= SEQUENCE {
 *   acquirerBIN          BIN,
 *   acquirerBusinessID   NumericString (SIZE(1..32)) OPTIONAL }
 * </pre>
 */
public record AcquirerID(BIN acquirerBIN, Optional<String> acquirerBusinessID) {
  public static final Tagged<AcquirerID> TYPE =
      Sequence.sequence(
          "AcquirerID",
          field("acquirerBIN", BIN.TYPE, AcquirerID::acquirerBIN),
          optional(
              "acquirerBusinessID",
              Asn1.sized(Asn1.NUMERIC_STRING, 1, 32),
              AcquirerID::acquirerBusinessID),
          AcquirerID::new);
}
