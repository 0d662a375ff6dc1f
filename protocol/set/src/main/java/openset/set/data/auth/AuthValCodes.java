package openset.set.data.auth;

import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.sale.AuthCharInd;

/**
 * Codes of the issuer by which it knows its approval again.
 *
 * <pre>
 * AuthValCodes ::= SEQUENCE {
 *   approvalCode       [0] VisibleString (SIZE(6)) OPTIONAL,
 *   authCharInd        [1] AuthCharInd OPTIONAL,
 *   validationCode     [2] VisibleString (SIZE(4)) OPTIONAL,
 *   marketSpecDataID   [3] MarketSpecDataID OPTIONAL }
 * </pre>
 */
public record AuthValCodes(
    Optional<String> approvalCode,
    Optional<AuthCharInd> authCharInd,
    Optional<String> validationCode,
    Optional<MarketSpecDataID> marketSpecDataID) {
  public static final Tagged<AuthValCodes> TYPE =
      Sequence.sequence(
          "AuthValCodes",
          optional(
              "approvalCode",
              Asn1.sized(Asn1.VISIBLE_STRING, 6, 6).implicit(0),
              AuthValCodes::approvalCode),
          optional("authCharInd", AuthCharInd.TYPE.implicit(1), AuthValCodes::authCharInd),
          optional(
              "validationCode",
              Asn1.sized(Asn1.VISIBLE_STRING, 4, 4).implicit(2),
              AuthValCodes::validationCode),
          optional(
              "marketSpecDataID",
              MarketSpecDataID.TYPE.implicit(3),
              AuthValCodes::marketSpecDataID),
          AuthValCodes::new);
}
