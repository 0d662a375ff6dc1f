package openset.set.data.auth;

import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;
import openset.set.data.MsgExtensions;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.MerchData;

/**
 * What the merchant asks the issuer for.
 *
 * <pre>
 * AuthReqPayload ::= SEQUENCE {
 *   subsequentAuthInd    BOOLEAN DEFAULT FALSE,
 *   authReqAmt           CurrencyAmount,
 *   avsData              [0] AVSData OPTIONAL,
 *   specialProcessing    [1] SpecialProcessing OPTIONAL,
 *   cardSuspect          [2] CardSuspect OPTIONAL,
 *   requestCardTypeInd   [3] BOOLEAN DEFAULT FALSE,
 *   installRecurData     [4] InstallRecurData OPTIONAL,
 *   merchData            [6] MerchData OPTIONAL,
 *   aRqExtensions        [7] MsgExtensions OPTIONAL }
 * </pre>
 *
 * <p>SET 1.0 has marketSpecAuthData [5] too, which OpenSET leaves out. Tags are unconfirmed
 * (spec/unconfirmed.md).
 *
 * @param subsequentAuthInd whether more authorizations will follow, for which an AuthToken is asked
 */
public record AuthReqPayload(
    boolean subsequentAuthInd,
    CurrencyAmount authReqAmt,
    Optional<AVSData> avsData,
    Optional<SpecialProcessing> specialProcessing,
    Optional<CardSuspect> cardSuspect,
    boolean requestCardTypeInd,
    Optional<InstallRecurData> installRecurData,
    Optional<MerchData> merchData,
    Optional<MsgExtensions> aRqExtensions) {
  public static final Tagged<AuthReqPayload> TYPE =
      Sequence.sequence(
          "AuthReqPayload",
          defaulted("subsequentAuthInd", Asn1.BOOLEAN, false, AuthReqPayload::subsequentAuthInd),
          field("authReqAmt", CurrencyAmount.TYPE, AuthReqPayload::authReqAmt),
          optional("avsData", AVSData.TYPE.implicit(0), AuthReqPayload::avsData),
          optional(
              "specialProcessing",
              SpecialProcessing.TYPE.implicit(1),
              AuthReqPayload::specialProcessing),
          optional("cardSuspect", CardSuspect.TYPE.implicit(2), AuthReqPayload::cardSuspect),
          defaulted(
              "requestCardTypeInd",
              Asn1.BOOLEAN.implicit(3), false,
              AuthReqPayload::requestCardTypeInd),
          optional(
              "installRecurData",
              InstallRecurData.TYPE.implicit(4),
              AuthReqPayload::installRecurData),
          optional("merchData", MerchData.TYPE.implicit(6), AuthReqPayload::merchData),
          optional("aRqExtensions", MsgExtensions.TYPE.implicit(7), AuthReqPayload::aRqExtensions),
          AuthReqPayload::new);

  /** A request for one authorization and nothing special. */
  public static AuthReqPayload of(CurrencyAmount authReqAmt, Optional<MerchData> merchData) {
    return new AuthReqPayload(
        false,
        authReqAmt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        merchData,
        Optional.empty());
  }
}
