package openset.set.data.auth;

import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * What the issuer said beside yes or no.
 *
 * <pre>
 * ResponseData ::= SEQUENCE {
 *   authValCodes   [0] AuthValCodes OPTIONAL,
 *   respReason     [1] RespReason OPTIONAL,
 *   cardType       [2] CardType OPTIONAL,
 *   avsResult      [3] AVSResult OPTIONAL,
 *   logRefID       [4] VisibleString (SIZE(1..32)) OPTIONAL }
 * </pre>
 *
 * <p>Tags and sizes are unconfirmed (spec/unconfirmed.md).
 *
 * @param logRefID by which a later reversal is matched
 */
public record ResponseData(
    Optional<AuthValCodes> authValCodes,
    Optional<RespReason> respReason,
    Optional<CardType> cardType,
    Optional<AVSResult> avsResult,
    Optional<String> logRefID) {
  public static final Tagged<ResponseData> TYPE =
      Sequence.sequence(
          "ResponseData",
          optional("authValCodes", AuthValCodes.TYPE.implicit(0), ResponseData::authValCodes),
          optional("respReason", RespReason.TYPE.implicit(1), ResponseData::respReason),
          optional("cardType", CardType.TYPE.implicit(2), ResponseData::cardType),
          optional("avsResult", AVSResult.TYPE.implicit(3), ResponseData::avsResult),
          optional(
              "logRefID",
              Asn1.sized(Asn1.VISIBLE_STRING, 1, 32).implicit(4),
              ResponseData::logRefID),
          ResponseData::new);

  /** Nothing beside yes or no. */
  public static final ResponseData NOTHING =
      new ResponseData(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The issuer's approval code. */
  public static ResponseData approved(String approvalCode) {
    AuthValCodes codes =
        new AuthValCodes(
            Optional.of(approvalCode), Optional.empty(), Optional.empty(), Optional.empty());
    return new ResponseData(
        Optional.of(codes),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The approval code, where there is one. */
  public Optional<String> approvalCode() {
    return authValCodes.flatMap(AuthValCodes::approvalCode);
  }

  /** The same with what the issuer found of the billing address. */
  public ResponseData checked(Optional<AVSResult> address) {
    return new ResponseData(authValCodes, respReason, cardType, address, logRefID);
  }

  /** The same, decided by somebody in the issuer's place. */
  public ResponseData because(RespReason reason) {
    return new ResponseData(authValCodes, Optional.of(reason), cardType, avsResult, logRefID);
  }
}
