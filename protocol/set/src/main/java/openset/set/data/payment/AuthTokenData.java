package openset.set.data.payment;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;
import openset.set.data.Date;
import openset.set.data.MerchantID;
import openset.set.data.TransIDs;
import openset.set.data.card.BackKeyData;
import openset.set.data.sale.InstallRecurData;

/**
 * What a gateway tells itself for the next authorization of one purchase.
 *
 * <pre>
 * AuthTokenData ::= SEQUENCE {
 *   transIDs           TransIDs,
 *   purchAmt           CurrencyAmount,
 *   merchantID         MerchantID,
 *   acqBackKeyData     [0] BackKeyData OPTIONAL,
 *   installRecurData   [1] InstallRecurData OPTIONAL,
 *   recurringCount     [2] INTEGER (1..999) OPTIONAL,
 *   prevAuthDateTime   Date,
 *   totalAuthAmount    CurrencyAmount,
 *   authTokenOpaque    [3] OCTET STRING (SIZE(0..1024)) }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param recurringCount how many authorizations so far
 * @param totalAuthAmount authorized so far
 * @param authTokenOpaque the gateway's own
 */
public record AuthTokenData(
    TransIDs transIDs,
    CurrencyAmount purchAmt,
    MerchantID merchantID,
    Optional<BackKeyData> acqBackKeyData,
    Optional<InstallRecurData> installRecurData,
    Optional<Integer> recurringCount,
    Instant prevAuthDateTime,
    CurrencyAmount totalAuthAmount,
    Der authTokenOpaque) {
  public static final Tagged<AuthTokenData> TYPE =
      Sequence.sequence(
          "AuthTokenData",
          field("transIDs", TransIDs.TYPE, AuthTokenData::transIDs),
          field("purchAmt", CurrencyAmount.TYPE, AuthTokenData::purchAmt),
          field("merchantID", MerchantID.TYPE, AuthTokenData::merchantID),
          optional("acqBackKeyData", BackKeyData.TYPE.implicit(0), AuthTokenData::acqBackKeyData),
          optional(
              "installRecurData",
              InstallRecurData.TYPE.implicit(1),
              AuthTokenData::installRecurData),
          optional(
              "recurringCount", Asn1.integer(1, 999).implicit(2), AuthTokenData::recurringCount),
          field("prevAuthDateTime", Date.TYPE, AuthTokenData::prevAuthDateTime),
          field("totalAuthAmount", CurrencyAmount.TYPE, AuthTokenData::totalAuthAmount),
          field(
              "authTokenOpaque", Asn1.octets(0, 1024).implicit(3), AuthTokenData::authTokenOpaque),
          AuthTokenData::new);
}
