package openset.set.treatment.gateway;

import java.time.Instant;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.MsgExtensions;
import openset.set.data.SWIdent;
import openset.set.data.auth.AVSResult;
import openset.set.data.auth.AuthHeader;
import openset.set.data.auth.AuthResBaggage;
import openset.set.data.auth.AuthResData;
import openset.set.data.auth.AuthResPayload;
import openset.set.data.auth.AuthTags;
import openset.set.data.auth.CapToken;
import openset.set.data.auth.RespReason;
import openset.set.data.auth.ResponseData;
import openset.set.data.card.BackKeyData;
import openset.set.data.order.OIData;
import openset.set.data.outcome.AcqCardCode;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.outcome.AcqCardMsgData;
import openset.set.data.outcome.Receipt;
import openset.set.data.payment.AuthToken;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapResPayload;
import openset.set.extension.Extension;
import openset.set.extension.SecurityCodeResult;
import openset.set.message.AuthRes;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.operator.Detached;
import openset.set.operator.EncB;
import openset.set.operator.EncK;
import openset.set.operator.Recipient;
import openset.set.operator.Signatory;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;
import openset.set.treatment.PaymentForms;

/** Makes AuthRes, {@code spec/auth.md}: the decision, the capture token, the receipt. */
public final class CreateAuthRes {
  private CreateAuthRes() {}

  /** With which keys the gateway answers. */
  public record With(SigningCredential signing, OpeningCredential opening) {}

  /** Whom the answer is for. */
  public record To(
      AuthTags authTags, MerchantID merchantID, CertThumb merchantThumb, Recipient merchant) {
    /** The merchant who asked. */
    public static To merchant(ProcessAuthReq.Request request) throws Refused {
      return new To(
          request.authTags(),
          request.merchant().merchantID(),
          request.merchant().thumb(),
          request.merchant().recipient());
    }
  }

  /**
   * What was decided.
   *
   * @param authAmt what is held; nothing where it was not approved
   * @param said what the issuer said beside yes or no
   * @param back where the cardholder gave a key, what its receipt is about
   * @param authToken for the next authorization, where one was asked for and this is approved
   * @param capResPayload where it was captured at once
   */
  public record Decided(
      AuthCode authCode,
      CurrencyAmount authAmt,
      Said said,
      Optional<Back> back,
      Optional<AuthToken> authToken,
      Optional<CapResPayload> capResPayload) {
    /** Approved: so much is held. */
    public static Decided approved(
        CurrencyAmount authAmt, String approvalCode, Optional<Back> back) {
      return new Decided(
          AuthCode.approved,
          authAmt,
          Said.of(ResponseData.approved(approvalCode)),
          back,
          Optional.empty(),
          Optional.empty());
    }

    /** Not approved: nothing is held. */
    public static Decided not(AuthCode code, CurrencyAmount asked, Optional<Back> back) {
      return new Decided(
          code,
          CurrencyAmount.zero(asked.currency()),
          Said.of(ResponseData.NOTHING),
          back,
          Optional.empty(),
          Optional.empty());
    }

    /** The same with a token for the next authorization. */
    public Decided with(Optional<AuthToken> token) {
      return new Decided(authCode, authAmt, said, back, token, capResPayload);
    }

    /** The same with what else the issuer said. */
    public Decided saying(Said more) {
      return new Decided(authCode, authAmt, more, back, authToken, capResPayload);
    }

    /** The same with the answer about its capture. */
    public Decided captured(CapResPayload payload) {
      return new Decided(authCode, authAmt, said, back, authToken, Optional.of(payload));
    }
  }

  /**
   * What the issuer said beside yes or no.
   *
   * @param until from when on what is approved is held no more
   * @param securityCode what was found of the code printed on the card
   */
  public record Said(
      ResponseData response,
      Optional<Instant> until,
      Optional<SecurityCodeResult> securityCode) {
    /** Without what is said in extensions. */
    public static Said of(ResponseData response) {
      return new Said(response, Optional.empty(), Optional.empty());
    }

    /** The same, decided by somebody in the issuer's place. */
    public Said because(RespReason reason) {
      return new Said(response.because(reason), until, securityCode);
    }

    /** The same with an end. */
    public Said until(Instant end) {
      return new Said(response, Optional.of(end), securityCode);
    }

    /** The same with what the issuer found of address and security code. */
    public Said checked(Optional<AVSResult> address, Optional<SecurityCodeResult> code) {
      return new Said(response.checked(address), until, code);
    }

    private Optional<MsgExtensions> extensions() {
      return Extension.list(
          until.map(Extension.AUTH_END::of),
          securityCode.map(Extension.SECURITY_CODE_RESULT::of));
    }
  }

  /** The cardholder's key for our message, and the order half it signed. */
  public record Back(BackKeyData key, Detached<OIData> hOIData) {}

  /** The answer to the merchant. */
  public static MessageWrapper create(To to, Decided decided, With with, Means means)
      throws Refused {
    // AuthRes-P-01: it names the request, the purchase, the merchant, the amount and the decision.
    AuthHeader header =
        AuthHeader.of(
            decided.authAmt(), decided.authCode(), decided.said().response());
    AuthResData data =
        new AuthResData(
            to.authTags(),
            Optional.empty(),
            Optional.of(CertThumb.of(with.opening().certificate())),
            new AuthResPayload(
                header, decided.capResPayload(), decided.said().extensions()),
            to.merchantThumb());
    EncB<AuthResData, AuthResBaggage> sealed =
        EncB.seal(
            Signatory.of(with.signing()),
            to.merchant(),
            Forms.AUTH_RES,
            data,
            AsSent.of(AuthResBaggage.TYPE, baggage(to, decided, with, means)),
            means.randomness());
    MessageHeader outside =
        MessageHeader.of(
            means.now(),
            Optional.of(MessageIDs.of(to.authTags().transIDs())),
            to.authTags().authRRTags().rrpid(),
            new SWIdent(means.policy().swIdent()));
    return MessageWrapper.of(outside, new AuthRes(sealed));
  }

  private static AuthResBaggage baggage(To to, Decided decided, With with, Means means)
      throws Refused {
    Optional<CapToken> token =
        decided.authCode() == AuthCode.approved
            ? Optional.of(token(to, decided, with, means))
            : Optional.empty();
    // AuthRes-P-03: the receipt is ours alone to give; the merchant only carries it.
    Optional<EncK<AcqCardCodeMsg>> message =
        decided
            .back()
            .map(
                back ->
                    EncK.seal(
                        back.key().backKey(),
                        Signatory.of(with.signing()),
                        PaymentForms.ACQ_CARD_MSG,
                        message(to, decided, back, means),
                        means.randomness()));
    return new AuthResBaggage(token, message, decided.authToken());
  }

  private static CapToken token(To to, Decided decided, With with, Means means) throws Refused {
    Token.Of of =
        new Token.Of(
            to.authTags().authRRTags().rrpid(),
            to.authTags().transIDs().xid(),
            to.merchantID(),
            to.merchantThumb());
    return Token.give(of, decided.authAmt(), with, means);
  }

  private static AcqCardCodeMsg message(To to, Decided decided, Back back, Means means) {
    Receipt receipt =
        new Receipt(
            to.authTags().transIDs().xid(),
            to.merchantID(),
            to.merchantThumb(),
            decided.authAmt(),
            decided.authCode(),
            means.now(),
            back.hOIData());
    AcqCardMsgData words =
        new AcqCardMsgData(Optional.empty(), Optional.empty(), Optional.empty());
    return new AcqCardCodeMsg(AcqCardCode.accountInfo, words, receipt);
  }
}
