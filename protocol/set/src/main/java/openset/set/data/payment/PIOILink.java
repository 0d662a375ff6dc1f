package openset.set.data.payment;

import openset.asn1.Tagged;
import openset.set.data.order.OIData;
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
      Linked.type(PIHead.TYPE, OIData.CONTENT).map("PI-OILink", link -> link, link -> link);

  private PIOILink() {}
}
