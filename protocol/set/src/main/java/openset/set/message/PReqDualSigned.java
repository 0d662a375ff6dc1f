package openset.set.message;

import static openset.asn1.Field.field;

import openset.asn1.AsSent;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.order.OIData;
import openset.set.data.payment.PIData;
import openset.set.data.payment.PIDualSigned;
import openset.set.operator.Linked;

/**
 * The purchase of a cardholder with a certificate, both halves under one dual signature.
 *
 * <pre>
 * PReqDualSigned ::= SEQUENCE {
 *   piDualSigned   PIDualSigned,
 *   oiDualSigned   OIDualSigned }
 *
 * OIDualSigned   ::= L { OIData, PIData }
 * </pre>
 */
public record PReqDualSigned(
    PIDualSigned piDualSigned, Linked<AsSent<OIData>, PIData> oiDualSigned) implements PReq {
  public static final Tagged<PReqDualSigned> TYPE =
      Sequence.sequence(
          "PReqDualSigned",
          field("piDualSigned", PIDualSigned.TYPE, PReqDualSigned::piDualSigned),
          field(
              "oiDualSigned",
              Linked.type(AsSent.type(OIData.TYPE), PIData.CONTENT),
              PReqDualSigned::oiDualSigned),
          PReqDualSigned::new);

  @Override
  public AsSent<OIData> oiData() {
    return oiDualSigned.value();
  }

  @Override
  public String name() {
    return "PReq";
  }
}
