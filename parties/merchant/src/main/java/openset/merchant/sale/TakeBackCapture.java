package openset.merchant.sale;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.RRPID;

/**
 * The order of the merchant's own people to take a capture back, all of it.
 *
 * <pre>
 * TakeBackCapture ::= SEQUENCE {
 *   key   RRPID }
 * </pre>
 *
 * @param key of the request that booked it
 */
public record TakeBackCapture(RRPID key) {
  /** Under this name it is given to the conductor. */
  public static final String ORDER = "take back capture";

  public static final Tagged<TakeBackCapture> TYPE =
      Sequence.sequence(
          "TakeBackCapture",
          field("key", RRPID.TYPE, TakeBackCapture::key),
          TakeBackCapture::new);
}
