package openset.set.data.auth;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.BatchStatus;
import openset.set.data.sale.CurrConv;

/**
 * The decision on one authorization.
 *
 * <pre>
 * AuthHeader ::= SEQUENCE {
 *   authAmt        CurrencyAmount,
 *   authCode       AuthCode,
 *   responseData   ResponseData,
 *   batchStatus    [0] BatchStatus OPTIONAL,
 *   currConv       [1] CurrConv OPTIONAL }
 * </pre>
 *
 * @param authAmt authorized
 */
public record AuthHeader(
    CurrencyAmount authAmt,
    AuthCode authCode,
    ResponseData responseData,
    Optional<BatchStatus> batchStatus,
    Optional<CurrConv> currConv) {
  public static final Tagged<AuthHeader> TYPE =
      Sequence.sequence(
          "AuthHeader",
          field("authAmt", CurrencyAmount.TYPE, AuthHeader::authAmt),
          field("authCode", AuthCode.TYPE, AuthHeader::authCode),
          field("responseData", ResponseData.TYPE, AuthHeader::responseData),
          optional("batchStatus", BatchStatus.TYPE.implicit(0), AuthHeader::batchStatus),
          optional("currConv", CurrConv.TYPE.implicit(1), AuthHeader::currConv),
          AuthHeader::new);

  /** A decision without batch or conversion. */
  public static AuthHeader of(
      CurrencyAmount authAmt, AuthCode authCode, ResponseData responseData) {
    return new AuthHeader(
        authAmt, authCode, responseData, Optional.empty(), Optional.empty());
  }
}
