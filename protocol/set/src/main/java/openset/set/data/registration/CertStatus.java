package openset.set.data.registration;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Nonce;
import openset.set.data.SETString;

/**
 * How a request for a certificate stands.
 *
 * <pre>
 * CertStatus ::= SEQUENCE {
 *   certStatusCode   CertStatusCode,
 *   nonceCCA         [0] Nonce OPTIONAL,
 *   eeMessage        [1] EXPLICIT SETString{128} OPTIONAL,
 *   caMsg            [2] CAMsg OPTIONAL,
 *   failedItemSeq    [3] SEQUENCE SIZE(1..MAX) OF FailedItem OPTIONAL }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param nonceCCA the CCA's half of PANSecret, to cardholders
 */
public record CertStatus(
    CertStatusCode certStatusCode,
    Optional<Nonce> nonceCCA,
    Optional<String> eeMessage,
    Optional<CAMsg> caMsg,
    Optional<List<FailedItem>> failedItemSeq) {
  public static final Tagged<CertStatus> TYPE =
      Sequence.sequence(
          "CertStatus",
          field("certStatusCode", CertStatusCode.TYPE, CertStatus::certStatusCode),
          optional("nonceCCA", Nonce.TYPE.implicit(0), CertStatus::nonceCCA),
          optional("eeMessage", SETString.type(128).explicit(1), CertStatus::eeMessage),
          optional("caMsg", CAMsg.TYPE.implicit(2), CertStatus::caMsg),
          optional(
              "failedItemSeq",
              Repeated.sequenceOf(FailedItem.TYPE, 1).implicit(3),
              CertStatus::failedItemSeq),
          CertStatus::new);
}
