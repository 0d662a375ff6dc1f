package openset.set.data.credit;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;

/**
 * The answer about one item of several.
 *
 * <pre>
 * CapRevOrCredResItem ::= SEQUENCE {
 *   transIDs                 TransIDs,
 *   authRRPID                RRPID,
 *   capRevOrCredResPayload   CapRevOrCredResPayload }
 * </pre>
 *
 * @param authRRPID of the authorization
 */
public record CapRevOrCredResItem(
    TransIDs transIDs, RRPID authRRPID, CapRevOrCredResPayload capRevOrCredResPayload) {
  public static final Tagged<CapRevOrCredResItem> TYPE =
      Sequence.sequence(
          "CapRevOrCredResItem",
          field("transIDs", TransIDs.TYPE, CapRevOrCredResItem::transIDs),
          field("authRRPID", RRPID.TYPE, CapRevOrCredResItem::authRRPID),
          field(
              "capRevOrCredResPayload",
              CapRevOrCredResPayload.TYPE,
              CapRevOrCredResItem::capRevOrCredResPayload),
          CapRevOrCredResItem::new);
}
