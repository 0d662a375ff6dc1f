package openset.set.message;

import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.set.data.outcome.InqReqData;
import openset.set.operator.Signed;

/**
 * A cardholder asks how a purchase stands, any time after PReq and as often as it likes.
 *
 * <pre>
 * InqReq ::= CHOICE {
 *   inqReqSigned     [0] EXPLICIT S { C, InqReqData },
 *   inqReqUnsigned   [1] EXPLICIT InqReqData }
 * </pre>
 */
public sealed interface InqReq extends Message {
  Asn1Type<InqReq> TYPE =
      Choice.choice(
          "InqReq",
          Choice.alternative(
              "inqReqSigned",
              InqReqSigned.class,
              Signed.<InqReqData>type().explicit(0),
              InqReqSigned::new,
              InqReqSigned::signed),
          Choice.alternative(
              "inqReqUnsigned",
              InqReqUnsigned.class,
              InqReqData.TYPE.explicit(1),
              InqReqUnsigned::new,
              InqReqUnsigned::data));

  @Override
  default String name() {
    return "InqReq";
  }

  /** By a cardholder with a certificate. */
  record InqReqSigned(Signed<InqReqData> signed) implements InqReq {}

  /** By a cardholder without, about a purchase that was not signed; refused about any other. */
  record InqReqUnsigned(InqReqData data) implements InqReq {}
}
