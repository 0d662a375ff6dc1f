package openset.set.data.capture;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;
import openset.set.data.Date;
import openset.set.data.MsgExtensions;
import openset.set.data.auth.AuthReqItem;
import openset.set.data.auth.AuthResPayload;
import openset.set.data.sale.SaleDetail;

/**
 * How much of one authorization to capture. Date and amount appear on the cardholder's statement.
 *
 * <pre>
 * CapPayload ::= SEQUENCE {
 *   capDate          Date,
 *   capReqAmt        CurrencyAmount,
 *   authReqItem      [0] AuthReqItem OPTIONAL,
 *   authResPayload   [1] AuthResPayload OPTIONAL,
 *   saleDetail       [2] SaleDetail OPTIONAL,
 *   cPayExtensions   [3] MsgExtensions OPTIONAL }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param authReqItem where there is no token
 * @param authResPayload where there is no token
 */
public record CapPayload(
    Instant capDate,
    CurrencyAmount capReqAmt,
    Optional<AuthReqItem> authReqItem,
    Optional<AuthResPayload> authResPayload,
    Optional<SaleDetail> saleDetail,
    Optional<MsgExtensions> cPayExtensions) {
  public static final Tagged<CapPayload> TYPE =
      Sequence.sequence(
          "CapPayload",
          field("capDate", Date.TYPE, CapPayload::capDate),
          field("capReqAmt", CurrencyAmount.TYPE, CapPayload::capReqAmt),
          optional("authReqItem", AuthReqItem.TYPE.implicit(0), CapPayload::authReqItem),
          optional("authResPayload", AuthResPayload.TYPE.implicit(1), CapPayload::authResPayload),
          optional("saleDetail", SaleDetail.TYPE.implicit(2), CapPayload::saleDetail),
          optional("cPayExtensions", MsgExtensions.TYPE.implicit(3), CapPayload::cPayExtensions),
          CapPayload::new);

  /** The capture of an amount for which the gateway gave a token. */
  public static CapPayload of(Instant capDate, CurrencyAmount capReqAmt) {
    return of(capDate, capReqAmt, Optional.empty());
  }

  /** The same, with what the card network is told of it. */
  public static CapPayload of(
      Instant capDate, CurrencyAmount capReqAmt, Optional<SaleDetail> saleDetail) {
    return new CapPayload(
        capDate, capReqAmt, Optional.empty(), Optional.empty(), saleDetail, Optional.empty());
  }
}
