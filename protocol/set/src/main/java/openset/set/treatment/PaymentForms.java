package openset.set.treatment;

import openset.set.SetOid;
import openset.set.data.card.PANData;
import openset.set.data.card.PANToken;
import openset.set.data.order.OIData;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.payment.AuthTokenData;
import openset.set.data.payment.PIHead;
import openset.set.data.payment.PIOILink;
import openset.set.operator.EX;
import openset.set.operator.EXH;
import openset.set.operator.Enc;
import openset.set.operator.EncX;
import openset.set.operator.Linked;

/**
 * Which content types are sealed between cardholder and gateway, past the merchant: the payment
 * half on its way there, the gateway's message on its way back; and what the gateway seals to
 * itself with an account in it.
 */
public final class PaymentForms {
  /** EX(P, PI-OILink, PANData) in PIDualSigned. */
  public static final EX.Form<Linked<PIHead, OIData>, PANData> PI_DUAL_SIGNED =
      new EX.Form<>(SetOid.PI_DUAL_SIGNED_TBE, PIOILink.TYPE, PANData.CONTENT);

  /** EXH(P, PI-OILink, PANToken) in PIUnsigned. */
  public static final EXH.Form<Linked<PIHead, OIData>, PANToken> PI_UNSIGNED =
      new EXH.Form<>(SetOid.PI_UNSIGNED_TBE, PIOILink.TYPE, PANToken.CONTENT);

  /** AcqCardMsg: EncK(AcqBackKey, P, AcqCardCodeMsg). */
  public static final Enc.Form<AcqCardCodeMsg> ACQ_CARD_MSG =
      new Enc.Form<>(SetOid.ACQ_CARD_CODE_MSG_TBE, AcqCardCodeMsg.CONTENT);

  /** AuthToken: EncX(P, P, AuthTokenData, PANToken). */
  public static final EncX.Form<AuthTokenData, PANToken> AUTH_TOKEN =
      new EncX.Form<>(
          SetOid.AUTH_TOKEN_TBE, SetOid.AUTH_TOKEN_TBS, AuthTokenData.TYPE, PANToken.TYPE);

  private PaymentForms() {}
}
