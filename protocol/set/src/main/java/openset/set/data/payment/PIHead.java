package openset.set.data.payment;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CertThumb;
import openset.set.data.MerchantID;
import openset.set.data.MsgExtensions;
import openset.set.data.SWIdent;
import openset.set.data.TransIDs;
import openset.set.data.card.BackKeyData;
import openset.set.data.card.TransStain;
import openset.set.data.sale.InstallRecurData;

/**
 * The payment instruction without the account.
 *
 * <pre>
 * PIHead ::= SEQUENCE {
 *   transIDs           TransIDs,
 *   inputs             Inputs,
 *   merchantID         MerchantID,
 *   installRecurData   [0] InstallRecurData OPTIONAL,
 *   transStain         TransStain,
 *   swIdent            SWIdent,
 *   acqBackKeyData     [1] BackKeyData OPTIONAL,
 *   piExtensions       [2] MsgExtensions OPTIONAL,
 *   gatewayThumb       [3] CertThumb,
 *   merchantThumb      [4] CertThumb }
 * </pre>
 *
 * <p>OpenSET adds gatewayThumb and merchantThumb, so that the cardholder's signature names both.
 * Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param merchantID as in the merchant's certificate
 * @param swIdent the wallet
 * @param acqBackKeyData key for the gateway's answer to the cardholder
 * @param gatewayThumb the gateway's key-exchange certificate
 * @param merchantThumb the merchant's signature certificate
 */
public record PIHead(
    TransIDs transIDs,
    Inputs inputs,
    MerchantID merchantID,
    Optional<InstallRecurData> installRecurData,
    TransStain transStain,
    SWIdent swIdent,
    Optional<BackKeyData> acqBackKeyData,
    Optional<MsgExtensions> piExtensions,
    CertThumb gatewayThumb,
    CertThumb merchantThumb) {
  public static final Tagged<PIHead> TYPE =
      Sequence.sequence(
          "PIHead",
          field("transIDs", TransIDs.TYPE, PIHead::transIDs),
          field("inputs", Inputs.TYPE, PIHead::inputs),
          field("merchantID", MerchantID.TYPE, PIHead::merchantID),
          optional("installRecurData", InstallRecurData.TYPE.implicit(0), PIHead::installRecurData),
          field("transStain", TransStain.TYPE, PIHead::transStain),
          field("swIdent", SWIdent.TYPE, PIHead::swIdent),
          optional("acqBackKeyData", BackKeyData.TYPE.implicit(1), PIHead::acqBackKeyData),
          optional("piExtensions", MsgExtensions.TYPE.implicit(2), PIHead::piExtensions),
          field("gatewayThumb", CertThumb.TYPE.implicit(3), PIHead::gatewayThumb),
          field("merchantThumb", CertThumb.TYPE.implicit(4), PIHead::merchantThumb),
          PIHead::new);
}
