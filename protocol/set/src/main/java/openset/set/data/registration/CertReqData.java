package openset.set.data.registration;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.Date;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.Thumbs;
import openset.set.data.card.BackKeyData;
import openset.set.operator.Content;

/**
 * What an end entity asks of its CA: certificates for its keys, with the answers to the form.
 *
 * <pre>
 * CertReqData ::= SEQUENCE {
 *   rrpid           RRPID,
 *   lid-EE          LocalID,
 *   chall-EE3       Challenge,
 *   lid-CA          [0] LocalID OPTIONAL,
 *   chall-CA        [1] Challenge OPTIONAL,
 *   requestType     RequestType,
 *   requestDate     Date,
 *   idData          [2] EXPLICIT IDData OPTIONAL,
 *   regFormID       INTEGER (0..999999999),
 *   regForm         [3] SEQUENCE SIZE(1..MAX) OF RegFormItem OPTIONAL,
 *   caBackKeyData   [4] BackKeyData OPTIONAL,
 *   publicKeySorE   PublicKeySorE,
 *   eeThumb         [5] CertThumb OPTIONAL,
 *   thumbs          [6] Thumbs OPTIONAL }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param lidCA as told
 * @param challCA as told
 * @param idData of merchants and gateways
 * @param regFormID as told
 * @param regForm the answers
 * @param caBackKeyData key for an answer that only the cardholder can read
 * @param eeThumb the certificate to renew
 */
public record CertReqData(
    RRPID rrpid,
    LocalID lidEE,
    Challenge challEE3,
    Optional<LocalID> lidCA,
    Optional<Challenge> challCA,
    RequestType requestType,
    Instant requestDate,
    Optional<IDData> idData,
    int regFormID,
    Optional<List<RegFormItem>> regForm,
    Optional<BackKeyData> caBackKeyData,
    PublicKeySorE publicKeySorE,
    Optional<CertThumb> eeThumb,
    Optional<Thumbs> thumbs) {
  public static final Tagged<CertReqData> TYPE =
      Sequence.sequence(
          "CertReqData",
          field("rrpid", RRPID.TYPE, CertReqData::rrpid),
          field("lid-EE", LocalID.TYPE, CertReqData::lidEE),
          field("chall-EE3", Challenge.TYPE, CertReqData::challEE3),
          optional("lid-CA", LocalID.TYPE.implicit(0), CertReqData::lidCA),
          optional("chall-CA", Challenge.TYPE.implicit(1), CertReqData::challCA),
          field("requestType", RequestType.TYPE, CertReqData::requestType),
          field("requestDate", Date.TYPE, CertReqData::requestDate),
          optional("idData", IDData.TYPE.explicit(2), CertReqData::idData),
          field("regFormID", Asn1.integer(0, 999999999), CertReqData::regFormID),
          optional(
              "regForm",
              Repeated.sequenceOf(RegFormItem.TYPE, 1).implicit(3),
              CertReqData::regForm),
          optional("caBackKeyData", BackKeyData.TYPE.implicit(4), CertReqData::caBackKeyData),
          field("publicKeySorE", PublicKeySorE.TYPE, CertReqData::publicKeySorE),
          optional("eeThumb", CertThumb.TYPE.implicit(5), CertReqData::eeThumb),
          optional("thumbs", Thumbs.TYPE.implicit(6), CertReqData::thumbs),
          CertReqData::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<CertReqData> CONTENT = new Content<>(SetOid.CERT_REQ_DATA, TYPE);
}
