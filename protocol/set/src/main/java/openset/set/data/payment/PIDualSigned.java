package openset.set.data.payment;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.card.PANData;
import openset.set.data.order.OIData;
import openset.set.operator.DetachedSignature;
import openset.set.operator.EX;
import openset.set.operator.Linked;

/**
 * The payment instruction of a cardholder with a certificate.
 *
 * <pre>
 * PIDualSigned ::= SEQUENCE {
 *   piSignature   PISignature,
 *   exPIData      EX { P, PI-OILink, PANData } }
 *
 * PISignature  ::= SO { C, PI-TBS }
 * </pre>
 */
public record PIDualSigned(
    DetachedSignature<PITBS> piSignature, EX<Linked<PIHead, OIData>, PANData> exPIData)
    implements PI {
  public static final Tagged<PIDualSigned> TYPE =
      Sequence.sequence(
          "PIDualSigned",
          field("piSignature", DetachedSignature.<PITBS>type(), PIDualSigned::piSignature),
          field(
              "exPIData", EX.<Linked<PIHead, OIData>, PANData>type(), PIDualSigned::exPIData),
          PIDualSigned::new);
}
