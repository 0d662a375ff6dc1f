package openset.authority.registration;

import static openset.asn1.Field.field;

import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.treatment.authority.To;

/**
 * Who waits for an answer.
 *
 * <pre>
 * Waiting ::= SEQUENCE { to CertResTo, inquiry BOOLEAN }
 * </pre>
 *
 * @param inquiry whether it sent CertInqReq, not CertReq
 */
public record Waiting(To to, boolean inquiry) {
  static final Tagged<Waiting> TYPE =
      Sequence.sequence(
          "Waiting",
          field("to", To.TYPE, Waiting::to),
          field("inquiry", Asn1.BOOLEAN, Waiting::inquiry),
          Waiting::new);
}
