package openset.set.data.registration;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Challenge;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.Thumbs;

/**
 * What a cardholder asks of the CCA to get a form; the account number is sealed beside it.
 *
 * <pre>
 * RegFormReqData ::= SEQUENCE {
 *   rrpid         RRPID,
 *   lid-EE        LocalID,
 *   chall-EE2     Challenge,
 *   lid-CA        [0] LocalID OPTIONAL,
 *   requestType   RequestType,
 *   language      Language,
 *   thumbs        [1] Thumbs OPTIONAL }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param lidCA as told
 */
public record RegFormReqData(
    RRPID rrpid,
    LocalID lidEE,
    Challenge challEE2,
    Optional<LocalID> lidCA,
    RequestType requestType,
    Language language,
    Optional<Thumbs> thumbs) {
  public static final Tagged<RegFormReqData> TYPE =
      Sequence.sequence(
          "RegFormReqData",
          field("rrpid", RRPID.TYPE, RegFormReqData::rrpid),
          field("lid-EE", LocalID.TYPE, RegFormReqData::lidEE),
          field("chall-EE2", Challenge.TYPE, RegFormReqData::challEE2),
          optional("lid-CA", LocalID.TYPE.implicit(0), RegFormReqData::lidCA),
          field("requestType", RequestType.TYPE, RegFormReqData::requestType),
          field("language", Language.TYPE, RegFormReqData::language),
          optional("thumbs", Thumbs.TYPE.implicit(1), RegFormReqData::thumbs),
          RegFormReqData::new);
}
