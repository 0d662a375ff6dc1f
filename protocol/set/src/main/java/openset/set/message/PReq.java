package openset.set.message;

import openset.asn1.Asn1Type;
import openset.asn1.AsSent;
import openset.asn1.Choice;
import openset.set.data.order.OIData;

/**
 * Order and payment: the merchant reads the first and carries the second.
 *
 * <pre>
 * PReq ::= CHOICE {
 *   pReqDualSigned   [0] EXPLICIT PReqDualSigned,
 *   pReqUnsigned     [1] EXPLICIT PReqUnsigned }
 * </pre>
 */
public sealed interface PReq extends Message permits PReqDualSigned, PReqUnsigned {
  Asn1Type<PReq> TYPE =
      Choice.choice(
          "PReq",
          Choice.alternative(
              "pReqDualSigned", PReqDualSigned.class, PReqDualSigned.TYPE.explicit(0)),
          Choice.alternative("pReqUnsigned", PReqUnsigned.class, PReqUnsigned.TYPE.explicit(1)));

  /** The order half, which is in clear. */
  AsSent<OIData> oiData();
}
