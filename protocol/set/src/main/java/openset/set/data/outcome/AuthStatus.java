package openset.set.data.outcome;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Date;
import openset.set.data.FloatingPoint;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CurrConv;

/**
 * What the merchant says of an authorization.
 *
 * <pre>
 * AuthStatus ::= SEQUENCE {
 *   authDate    Date,
 *   authCode    AuthCode,
 *   authRatio   FloatingPoint,
 *   currConv    [0] CurrConv OPTIONAL }
 * </pre>
 *
 * @param authRatio AuthReqAmt divided by PurchAmt
 */
public record AuthStatus(
    Instant authDate, AuthCode authCode, FloatingPoint authRatio, Optional<CurrConv> currConv) {
  public static final Tagged<AuthStatus> TYPE =
      Sequence.sequence(
          "AuthStatus",
          field("authDate", Date.TYPE, AuthStatus::authDate),
          field("authCode", AuthCode.TYPE, AuthStatus::authCode),
          field("authRatio", FloatingPoint.TYPE, AuthStatus::authRatio),
          optional("currConv", CurrConv.TYPE.implicit(0), AuthStatus::currConv),
          AuthStatus::new);
}
