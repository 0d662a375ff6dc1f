package openset.set.data.registration;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.Challenge;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.operator.Content;

/**
 * Asks how an earlier request stands.
 *
 * <pre>
 * CertInqReqTBS ::= SEQUENCE {
 *   rrpid       RRPID,
 *   lid-EE      LocalID,
 *   chall-EE3   Challenge,
 *   lid-CA      LocalID }
 * </pre>
 *
 * <p>The field list is unconfirmed (spec/unconfirmed.md).
 *
 * @param lidEE of the earlier request
 * @param lidCA as told
 */
public record CertInqReqTBS(RRPID rrpid, LocalID lidEE, Challenge challEE3, LocalID lidCA) {
  public static final Tagged<CertInqReqTBS> TYPE =
      Sequence.sequence(
          "CertInqReqTBS",
          field("rrpid", RRPID.TYPE, CertInqReqTBS::rrpid),
          field("lid-EE", LocalID.TYPE, CertInqReqTBS::lidEE),
          field("chall-EE3", Challenge.TYPE, CertInqReqTBS::challEE3),
          field("lid-CA", LocalID.TYPE, CertInqReqTBS::lidCA),
          CertInqReqTBS::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<CertInqReqTBS> CONTENT = new Content<>(SetOid.CERT_INQ_REQ_TBS, TYPE);
}
