package openset.set.data.capture;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;

/**
 * One capture that is asked for.
 *
 * <pre>
 * CapItem ::= SEQUENCE {
 *   transIDs     TransIDs,
 *   authRRPID    RRPID,
 *   capPayload   CapPayload }
 * </pre>
 *
 * @param authRRPID of the authorization
 */
public record CapItem(TransIDs transIDs, RRPID authRRPID, CapPayload capPayload) {
  public static final Tagged<CapItem> TYPE =
      Sequence.sequence(
          "CapItem",
          field("transIDs", TransIDs.TYPE, CapItem::transIDs),
          field("authRRPID", RRPID.TYPE, CapItem::authRRPID),
          field("capPayload", CapPayload.TYPE, CapItem::capPayload),
          CapItem::new);
}
