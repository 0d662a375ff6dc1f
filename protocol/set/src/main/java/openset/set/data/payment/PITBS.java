package openset.set.data.payment;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.order.OIData;
import openset.set.operator.Content;
import openset.set.operator.Detached;

/**
 * What the dual signature covers: both halves of the purchase, each by its digest.
 *
 * <pre>
 * PI-TBS ::= SEQUENCE {
 *   hPIData   DD{PIData},
 *   hOIData   DD{OIData} }
 * </pre>
 */
public record PITBS(Detached<PIData> hPIData, Detached<OIData> hOIData) {
  public static final Tagged<PITBS> TYPE =
      Sequence.sequence(
          "PI-TBS",
          field("hPIData", Detached.type(PIData.CONTENT), PITBS::hPIData),
          field("hOIData", Detached.type(OIData.CONTENT), PITBS::hOIData),
          PITBS::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<PITBS> CONTENT = new Content<>(SetOid.PI_TBS, TYPE);
}
