package openset.authority.registration;

import static openset.asn1.Field.field;

import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.registration.PublicKeySorE;
import openset.set.treatment.authority.Standing;

/**
 * Who asked for certificates and was proved to hold the key, while a bank is asked.
 *
 * <pre>
 * Applicant ::= SEQUENCE {
 *   standing  RequestStanding,
 *   keys      PublicKeySorE,
 *   bin       NumericString (SIZE (6)),
 *   peer      UTF8String (SIZE (0..100)),
 *   subject   Subject }
 * </pre>
 *
 * @param bin of the bank that is asked
 * @param peer from which address
 */
public record Applicant(
    Standing standing, PublicKeySorE keys, String bin, String peer, Subject subject) {
  /** An address. */
  static final Tagged<String> PEER = Asn1.sized(Asn1.UTF8_STRING, 0, 100);

  static final Tagged<Applicant> TYPE =
      Sequence.sequence(
          "Applicant",
          field("standing", Standing.TYPE, Applicant::standing),
          field("keys", PublicKeySorE.TYPE, Applicant::keys),
          field("bin", Asn1.sized(Asn1.NUMERIC_STRING, 6, 6), Applicant::bin),
          field("peer", PEER, Applicant::peer),
          field("subject", Subject.TYPE, Applicant::subject),
          Applicant::new);
}
