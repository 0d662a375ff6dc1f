package openset.set.message;

import static openset.asn1.Field.field;

import openset.asn1.AsSent;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.order.OIData;
import openset.set.data.payment.PIDataUnsigned;
import openset.set.data.payment.PIUnsigned;
import openset.set.operator.Linked;

/**
 * The purchase of a cardholder without a certificate: refused unless gateway and brand allow it.
 *
 * <pre>
 * PReqUnsigned ::= SEQUENCE {
 *   piUnsigned   PIUnsigned,
 *   oiUnsigned   OIUnsigned }
 *
 * OIUnsigned   ::= L { OIData, PIDataUnsigned }
 * </pre>
 */
public record PReqUnsigned(
    PIUnsigned piUnsigned, Linked<AsSent<OIData>, PIDataUnsigned> oiUnsigned) implements PReq {
  public static final Tagged<PReqUnsigned> TYPE =
      Sequence.sequence(
          "PReqUnsigned",
          field("piUnsigned", PIUnsigned.TYPE, PReqUnsigned::piUnsigned),
          field(
              "oiUnsigned",
              Linked.type(AsSent.type(OIData.TYPE), PIDataUnsigned.CONTENT),
              PReqUnsigned::oiUnsigned),
          PReqUnsigned::new);

  @Override
  public AsSent<OIData> oiData() {
    return oiUnsigned.value();
  }

  @Override
  public String name() {
    return "PReq";
  }
}
