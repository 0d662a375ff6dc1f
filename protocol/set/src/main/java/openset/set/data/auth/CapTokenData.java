package openset.set.data.auth;

import static openset.asn1.Field.field;

import java.time.Instant;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.Date;
import openset.set.data.MerchantID;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.operator.Content;

/**
 * What a gateway tells itself for the capture of one authorization.
 *
 * <pre>
 * CapTokenData ::= SEQUENCE {
 *   authRRPID       RRPID,
 *   authAmt         CurrencyAmount,
 *   tokenOpaque     OCTET STRING (SIZE(0..1024)),
 *   xid             XID,
 *   merchantID      MerchantID,
 *   merchantThumb   CertThumb,
 *   authDate        Date }
 * </pre>
 *
 * <p>OpenSET adds all after tokenOpaque.
 *
 * @param tokenOpaque the gateway's own
 * @param merchantID who alone may capture
 * @param merchantThumb the merchant's signature certificate
 */
public record CapTokenData(
    RRPID authRRPID,
    CurrencyAmount authAmt,
    Der tokenOpaque,
    XID xid,
    MerchantID merchantID,
    CertThumb merchantThumb,
    Instant authDate) {
  public static final Tagged<CapTokenData> TYPE =
      Sequence.sequence(
          "CapTokenData",
          field("authRRPID", RRPID.TYPE, CapTokenData::authRRPID),
          field("authAmt", CurrencyAmount.TYPE, CapTokenData::authAmt),
          field("tokenOpaque", Asn1.octets(0, 1024), CapTokenData::tokenOpaque),
          field("xid", XID.TYPE, CapTokenData::xid),
          field("merchantID", MerchantID.TYPE, CapTokenData::merchantID),
          field("merchantThumb", CertThumb.TYPE, CapTokenData::merchantThumb),
          field("authDate", Date.TYPE, CapTokenData::authDate),
          CapTokenData::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<CapTokenData> CONTENT = new Content<>(SetOid.CAP_TOKEN_DATA, TYPE);
}
