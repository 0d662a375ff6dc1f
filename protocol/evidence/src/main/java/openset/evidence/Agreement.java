package openset.evidence;

import static openset.asn1.Field.field;

import openset.asn1.AsSent;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.order.OIData;
import openset.set.data.payment.PIData;
import openset.set.data.payment.PITBS;
import openset.set.operator.DD;
import openset.set.operator.Detached;
import openset.set.operator.DetachedSignature;

/**
 * What the cardholder signed: the order half, and the payment half by its digest alone. The account
 * is in the payment half, which only the gateway ever opened.
 *
 * <pre>
 * Agreement ::= SEQUENCE {
 *   oiData        OIData,
 *   hPIData       DD{PIData},
 *   piSignature   PISignature }
 * </pre>
 */
public record Agreement(
    AsSent<OIData> oiData, Detached<PIData> hPIData, DetachedSignature<PITBS> piSignature) {
  /** Its ASN.1 above. */
  public static final Tagged<Agreement> TYPE =
      Sequence.sequence(
          "Agreement",
          field("oiData", AsSent.type(OIData.TYPE), Agreement::oiData),
          field("hPIData", Detached.type(PIData.CONTENT), Agreement::hPIData),
          field("piSignature", DetachedSignature.<PITBS>type(), Agreement::piSignature),
          Agreement::new);

  /** The digest of the order half, which the gateway names in its receipt. */
  public Detached<OIData> hOIData() {
    return DD.of(OIData.CONTENT, oiData);
  }

  /** What the signature is over. */
  public PITBS signed() {
    return new PITBS(hPIData, hOIData());
  }
}
