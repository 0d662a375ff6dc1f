package openset.set.treatment.gateway;

import static openset.asn1.Field.field;

import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.RRPID;
import openset.set.data.card.TransStain;
import openset.set.data.order.OIData;
import openset.set.operator.Detached;

/**
 * The gateway's own part of an authorization token, AuthTokenOpaque: what the next authorization
 * needs of the cardholder's, and which one gave the token.
 *
 * <pre>
 * TokenOpaque ::= SEQUENCE {
 *   authRRPID           RRPID,
 *   acquirerBIN         NumericString (SIZE(6)),
 *   hOIData             DD{OIData},
 *   transStain          TransStain,
 *   certificateSerial   OCTET STRING (SIZE(1..20)) }
 * </pre>
 *
 * @param authRRPID of the authorization with which the token was given
 * @param acquirerBin of the merchant, which with its MerchantID says who it is
 * @param hOIData what receipts are about
 * @param certificateSerial of the cardholder's certificate
 */
record TokenOpaque(
    RRPID authRRPID,
    String acquirerBin,
    Detached<OIData> hOIData,
    TransStain transStain,
    Der certificateSerial) {
  static final Tagged<TokenOpaque> TYPE =
      Sequence.sequence(
          "TokenOpaque",
          field("authRRPID", RRPID.TYPE, TokenOpaque::authRRPID),
          field(
              "acquirerBIN", Asn1.sized(Asn1.NUMERIC_STRING, 6, 6), TokenOpaque::acquirerBin),
          field("hOIData", Detached.type(OIData.CONTENT), TokenOpaque::hOIData),
          field("transStain", TransStain.TYPE, TokenOpaque::transStain),
          field("certificateSerial", Asn1.octets(1, 20), TokenOpaque::certificateSerial),
          TokenOpaque::new);
}
