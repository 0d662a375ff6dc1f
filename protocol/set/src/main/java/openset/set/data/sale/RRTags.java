package openset.set.data.sale;

import static openset.asn1.Field.field;

import java.time.Instant;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Date;
import openset.set.data.RRPID;

/**
 * Names one request of a merchant to a gateway, and its response.
 *
 * <pre>
 * RRTags ::= SEQUENCE {
 *   rrpid         RRPID,
 *   merTermIDs    MerTermIDs,
 *   currentDate   Date }
 * </pre>
 *
 * @param rrpid new for every request, the same in the wrapper
 * @param merTermIDs who asks
 * @param currentDate when
 */
public record RRTags(RRPID rrpid, MerTermIDs merTermIDs, Instant currentDate) {
  public static final Tagged<RRTags> TYPE =
      Sequence.sequence(
          "RRTags",
          field("rrpid", RRPID.TYPE, RRTags::rrpid),
          field("merTermIDs", MerTermIDs.TYPE, RRTags::merTermIDs),
          field("currentDate", Date.TYPE, RRTags::currentDate),
          RRTags::new);
}
