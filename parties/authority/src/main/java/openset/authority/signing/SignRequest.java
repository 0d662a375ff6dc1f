package openset.authority.signing;

import static openset.asn1.Field.field;

import java.util.List;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * Asks the signing room for certificates that were written down before.
 *
 * <pre>
 * SignRequest ::= SEQUENCE { drafts SEQUENCE SIZE (1..MAX) OF DraftName }
 * </pre>
 */
public record SignRequest(List<DraftName> drafts) {
  public static final Tagged<SignRequest> TYPE =
      Sequence.sequence(
          "SignRequest",
          field("drafts", Repeated.sequenceOf(DraftName.TYPE, 1), SignRequest::drafts),
          SignRequest::new);

  /** Copies the list. */
  public SignRequest {
    drafts = List.copyOf(drafts);
  }

  /**
   * Names a certificate by its issuing key and serial number.
   *
   * <pre>
   * DraftName ::= SEQUENCE {
   *   issuer  OCTET STRING (SIZE (32)),
   *   serial  OCTET STRING (SIZE (1..20)) }
   * </pre>
   *
   * @param issuer SHA-256 of the issuing key's SubjectPublicKeyInfo
   * @param serial the number as in the certificate
   */
  public record DraftName(Der issuer, Der serial) {
    public static final Tagged<DraftName> TYPE =
        Sequence.sequence(
            "DraftName",
            field("issuer", Asn1.octets(32, 32), DraftName::issuer),
            field("serial", Asn1.octets(1, 20), DraftName::serial),
            DraftName::new);
  }
}
