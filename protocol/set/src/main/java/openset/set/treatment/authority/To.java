package openset.set.treatment.authority;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Challenge;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.Thumbs;
import openset.set.data.card.BackKeyData;

/**
 * Whom a CertRes answers, and how. Kept under seal until it is answered.
 *
 * <pre>
 * CertResTo ::= SEQUENCE {
 *   rrpid      RRPID,
 *   lid-EE     LocalID,
 *   chall-EE3  Challenge,
 *   lid-CA     LocalID,
 *   caBackKey  [0] BackKeyData OPTIONAL,
 *   thumbs     [1] Thumbs OPTIONAL }
 * </pre>
 *
 * @param caBackKey of a cardholder; to others the answer is signed only
 */
public record To(
    RRPID rrpid,
    LocalID lidEE,
    Challenge challEE3,
    LocalID lidCA,
    Optional<BackKeyData> caBackKey,
    Optional<Thumbs> thumbs) {
  public static final Tagged<To> TYPE =
      Sequence.sequence(
          "CertResTo",
          field("rrpid", RRPID.TYPE, To::rrpid),
          field("lid-EE", LocalID.TYPE, To::lidEE),
          field("chall-EE3", Challenge.TYPE, To::challEE3),
          field("lid-CA", LocalID.TYPE, To::lidCA),
          optional("caBackKey", BackKeyData.TYPE.implicit(0), To::caBackKey),
          optional("thumbs", Thumbs.TYPE.implicit(1), To::thumbs),
          To::new);
}
