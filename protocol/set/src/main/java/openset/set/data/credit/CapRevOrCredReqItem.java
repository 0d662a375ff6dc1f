package openset.set.data.credit;

import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;
import openset.set.data.Date;
import openset.set.data.MsgExtensions;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;
import openset.set.data.capture.CapPayload;
import openset.set.data.sale.BatchID;

/**
 * One reversal of a capture, one credit, or one reversal of a credit that is asked for.
 *
 * <pre>
 * CapRevOrCredReqItem ::= SEQUENCE {
 *   transIDs              TransIDs,
 *   authRRPID             RRPID,
 *   capPayload            CapPayload,
 *   newBatchID            [0] BatchID OPTIONAL,
 *   capRevOrCredReqDate   Date,
 *   capRevOrCredReqAmt    [1] CurrencyAmount OPTIONAL,
 *   newAccountInd         [2] BOOLEAN DEFAULT FALSE,
 *   cRvRqItemExtensions   [3] MsgExtensions OPTIONAL,
 *   originalRRPID         [4] RRPID OPTIONAL }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md); originalRRPID is OpenSET's own.
 *
 * @param authRRPID of the authorization
 * @param capPayload date and amount as they were captured
 * @param capRevOrCredReqAmt how much goes back; absent where it is all of capPayload
 * @param newAccountInd another account than the purchase's; OpenSET refuses it
 * @param originalRRPID of the CapReq, or the CredReq, that is taken back
 */
public record CapRevOrCredReqItem(
    TransIDs transIDs,
    RRPID authRRPID,
    CapPayload capPayload,
    Optional<BatchID> newBatchID,
    Instant capRevOrCredReqDate,
    Optional<CurrencyAmount> capRevOrCredReqAmt,
    boolean newAccountInd,
    Optional<MsgExtensions> cRvRqItemExtensions,
    Optional<RRPID> originalRRPID) {
  public static final Tagged<CapRevOrCredReqItem> TYPE =
      Sequence.sequence(
          "CapRevOrCredReqItem",
          field("transIDs", TransIDs.TYPE, CapRevOrCredReqItem::transIDs),
          field("authRRPID", RRPID.TYPE, CapRevOrCredReqItem::authRRPID),
          field("capPayload", CapPayload.TYPE, CapRevOrCredReqItem::capPayload),
          optional("newBatchID", BatchID.TYPE.implicit(0), CapRevOrCredReqItem::newBatchID),
          field(
              "capRevOrCredReqDate", Date.TYPE, CapRevOrCredReqItem::capRevOrCredReqDate),
          optional(
              "capRevOrCredReqAmt",
              CurrencyAmount.TYPE.implicit(1),
              CapRevOrCredReqItem::capRevOrCredReqAmt),
          defaulted(
              "newAccountInd",
              Asn1.BOOLEAN.implicit(2),
              false,
              CapRevOrCredReqItem::newAccountInd),
          optional(
              "cRvRqItemExtensions",
              MsgExtensions.TYPE.implicit(3),
              CapRevOrCredReqItem::cRvRqItemExtensions),
          optional(
              "originalRRPID", RRPID.TYPE.implicit(4), CapRevOrCredReqItem::originalRRPID),
          CapRevOrCredReqItem::new);

  /** How much goes back. */
  public CurrencyAmount amount() {
    return capRevOrCredReqAmt.orElse(capPayload.capReqAmt());
  }
}
