package openset.set.data.outcome;

import static openset.asn1.Field.field;

import java.time.Instant;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.Date;
import openset.set.data.MerchantID;
import openset.set.data.XID;
import openset.set.data.order.OIData;
import openset.set.data.sale.AuthCode;
import openset.set.operator.Detached;

/**
 * The gateway's own word to the cardholder about one authorization. The gateway signs it (EncK
 * signs before it seals) and the merchant passes it on sealed; the wallet calls a purchase
 * confirmed only with it. An OpenSET type.
 *
 * <pre>
 * Receipt ::= SEQUENCE {
 *   xid             XID,
 *   merchantID      MerchantID,
 *   merchantThumb   CertThumb,
 *   authAmt         CurrencyAmount,
 *   authCode        AuthCode,
 *   date            Date,
 *   hOIData         DD{OIData} }
 * </pre>
 *
 * @param merchantThumb the merchant's signature certificate
 * @param authAmt authorized; 0 where it was not
 * @param date of the decision
 * @param hOIData the order half that was paid
 */
public record Receipt(
    XID xid,
    MerchantID merchantID,
    CertThumb merchantThumb,
    CurrencyAmount authAmt,
    AuthCode authCode,
    Instant date,
    Detached<OIData> hOIData) {
  public static final Tagged<Receipt> TYPE =
      Sequence.sequence(
          "Receipt",
          field("xid", XID.TYPE, Receipt::xid),
          field("merchantID", MerchantID.TYPE, Receipt::merchantID),
          field("merchantThumb", CertThumb.TYPE, Receipt::merchantThumb),
          field("authAmt", CurrencyAmount.TYPE, Receipt::authAmt),
          field("authCode", AuthCode.TYPE, Receipt::authCode),
          field("date", Date.TYPE, Receipt::date),
          field("hOIData", Detached.type(OIData.CONTENT), Receipt::hOIData),
          Receipt::new);
}
