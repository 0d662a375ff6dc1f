package openset.set.data.auth;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.order.HODInput;
import openset.set.data.order.OIData;
import openset.set.operator.Detached;

/**
 * The order half as the merchant knows it: the gateway compares with what the cardholder signed.
 * Left out only where PI is an AuthToken.
 *
 * <pre>
 * CheckDigests ::= SEQUENCE {
 *   hOIData   DD{OIData},
 *   hod2      DD{HODInput} }
 * </pre>
 */
public record CheckDigests(Detached<OIData> hOIData, Detached<HODInput> hod2) {
  public static final Tagged<CheckDigests> TYPE =
      Sequence.sequence(
          "CheckDigests",
          field("hOIData", Detached.type(OIData.CONTENT), CheckDigests::hOIData),
          field("hod2", Detached.type(HODInput.CONTENT), CheckDigests::hod2),
          CheckDigests::new);
}
