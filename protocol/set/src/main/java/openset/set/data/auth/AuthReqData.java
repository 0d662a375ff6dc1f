package openset.set.data.auth;

import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Thumbs;
import openset.set.data.sale.SaleDetail;

/**
 * What the merchant asks of the gateway; the payment instruction travels beside it as baggage.
 *
 * <pre>
 * AuthReqData ::= SEQUENCE {
 *   authReqItem   AuthReqItem,
 *   mThumbs       [0] Thumbs OPTIONAL,
 *   captureNow    BOOLEAN DEFAULT FALSE,
 *   saleDetail    [1] SaleDetail OPTIONAL }
 * </pre>
 *
 * @param mThumbs what the merchant holds
 * @param captureNow whether to capture at once
 * @param saleDetail with captureNow only
 */
public record AuthReqData(
    AuthReqItem authReqItem,
    Optional<Thumbs> mThumbs,
    boolean captureNow,
    Optional<SaleDetail> saleDetail) {
  public static final Tagged<AuthReqData> TYPE =
      Sequence.sequence(
          "AuthReqData",
          field("authReqItem", AuthReqItem.TYPE, AuthReqData::authReqItem),
          optional("mThumbs", Thumbs.TYPE.implicit(0), AuthReqData::mThumbs),
          defaulted("captureNow", Asn1.BOOLEAN, false, AuthReqData::captureNow),
          optional("saleDetail", SaleDetail.TYPE.implicit(1), AuthReqData::saleDetail),
          AuthReqData::new);
}
