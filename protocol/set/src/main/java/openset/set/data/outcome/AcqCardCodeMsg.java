package openset.set.data.outcome;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.operator.Content;

/**
 * The gateway's message to the cardholder. It travels through the merchant as AcqCardMsg = EncK
 * (AcqBackKey, P, AcqCardCodeMsg), under the key that PIHead offered.
 *
 * <pre>
 * AcqCardCodeMsg ::= SEQUENCE {
 *   acqCardCode      AcqCardCode,
 *   acqCardMsgData   AcqCardMsgData,
 *   receipt          Receipt }
 * </pre>
 *
 * <p>OpenSET adds the receipt. Tags and sizes are unconfirmed (spec/unconfirmed.md).
 */
public record AcqCardCodeMsg(
    AcqCardCode acqCardCode, AcqCardMsgData acqCardMsgData, Receipt receipt) {
  public static final Tagged<AcqCardCodeMsg> TYPE =
      Sequence.sequence(
          "AcqCardCodeMsg",
          field("acqCardCode", AcqCardCode.TYPE, AcqCardCodeMsg::acqCardCode),
          field("acqCardMsgData", AcqCardMsgData.TYPE, AcqCardCodeMsg::acqCardMsgData),
          field("receipt", Receipt.TYPE, AcqCardCodeMsg::receipt),
          AcqCardCodeMsg::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<AcqCardCodeMsg> CONTENT =
      new Content<>(SetOid.ACQ_CARD_CODE_MSG, TYPE);
}
