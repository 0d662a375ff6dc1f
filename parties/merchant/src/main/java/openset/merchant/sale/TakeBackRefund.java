package openset.merchant.sale;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.RRPID;

/**
 * The order of the merchant's own people to take a refund back, all of it.
 *
 * <pre>
 * TakeBackRefund ::= SEQUENCE {
 *   key   RRPID }
 * </pre>
 *
 * @param key of the request that booked it
 */
public record TakeBackRefund(RRPID key) {
  /** Under this name it is given to the conductor. */
  public static final String ORDER = "take back refund";

  public static final Tagged<TakeBackRefund> TYPE =
      Sequence.sequence(
          "TakeBackRefund",
          field("key", RRPID.TYPE, TakeBackRefund::key),
          TakeBackRefund::new);
}
