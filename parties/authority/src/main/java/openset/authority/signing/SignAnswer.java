package openset.authority.signing;

import static openset.asn1.Field.field;

import java.util.List;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.Certificate;

/**
 * The certificates asked for, in that order; none where one of them was revoked before it was
 * signed.
 *
 * <pre>
 * SignAnswer ::= SEQUENCE { certificates SEQUENCE OF Certificate }
 * </pre>
 */
public record SignAnswer(List<Certificate> certificates) {
  public static final Tagged<SignAnswer> TYPE =
      Sequence.sequence(
          "SignAnswer",
          field("certificates", Repeated.sequenceOf(Certificate.TYPE), SignAnswer::certificates),
          SignAnswer::new);

  /** Copies the list. */
  public SignAnswer {
    certificates = List.copyOf(certificates);
  }
}
