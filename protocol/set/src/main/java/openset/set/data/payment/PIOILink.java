package openset.set.data.payment;

import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.order.OIData;
import openset.set.operator.Content;
import openset.set.operator.Linked;

/**
 * The payment instruction tied to the order it pays: what is sealed to the gateway beside the
 * account.
 *
 * <pre>
 * PI-OILink ::= L { PIHead, OIData }
 * </pre>
 */
public final class PIOILink {
  public static final Tagged<Linked<PIHead, OIData>> TYPE =
      Linked.type(PIHead.TYPE, OIData.CONTENT);

  /** As content: sealed with PANData. */
  public static final Content<Linked<PIHead, OIData>> DUAL_SIGNED =
      new Content<>(SetOid.PI_DUAL_SIGNED_TBE, TYPE);

  /** As content: sealed with PANToken. */
  public static final Content<Linked<PIHead, OIData>> UNSIGNED =
      new Content<>(SetOid.PI_UNSIGNED_TBE, TYPE);

  private PIOILink() {}
}
