package openset.set.data.capture;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;
import openset.set.data.sale.CapResPayload;

/**
 * The answer about one capture of several.
 *
 * <pre>
 * CapResItem ::= SEQUENCE {
 *   transIDs        TransIDs,
 *   authRRPID       RRPID,
 *   capResPayload   CapResPayload }
 * </pre>
 *
 * @param authRRPID of the authorization
 */
public record CapResItem(TransIDs transIDs, RRPID authRRPID, CapResPayload capResPayload) {
  public static final Tagged<CapResItem> TYPE =
      Sequence.sequence(
          "CapResItem",
          field("transIDs", TransIDs.TYPE, CapResItem::transIDs),
          field("authRRPID", RRPID.TYPE, CapResItem::authRRPID),
          field("capResPayload", CapResPayload.TYPE, CapResItem::capResPayload),
          CapResItem::new);
}
