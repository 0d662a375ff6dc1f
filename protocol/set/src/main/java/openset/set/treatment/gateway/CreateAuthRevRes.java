package openset.set.treatment.gateway;

import java.util.Optional;
import openset.asn1.AsSent;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.SWIdent;
import openset.set.data.auth.AuthRevCode;
import openset.set.data.auth.AuthRevResBaggage;
import openset.set.data.auth.AuthRevResData;
import openset.set.data.auth.AuthRevTags;
import openset.set.data.auth.CapToken;
import openset.set.message.AuthRevRes;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.EncB;
import openset.set.operator.Recipient;
import openset.set.operator.Signatory;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;

/** Makes AuthRevRes, {@code spec/reversal.md}: what is authorized now, and a token for it. */
public final class CreateAuthRevRes {
  private CreateAuthRevRes() {}

  /** Whom the answer is for, about which reversal. */
  public record To(
      AuthRevTags authRevTags,
      MerchantID merchantID,
      CertThumb merchantThumb,
      Recipient merchant) {
    /** The merchant who asked. */
    public static To merchant(ProcessAuthRevReq.Request request) throws Refused {
      return new To(
          request.authRevTags(),
          request.merchant().merchantID(),
          request.merchant().thumb(),
          request.merchant().recipient());
    }
  }

  /**
   * The answer to the merchant.
   *
   * @param now what is authorized now
   */
  public static MessageWrapper create(
      To to, AuthRevCode code, CurrencyAmount now, CreateAuthRes.With with, Means means)
      throws Refused {
    // AuthRevRes-P-01: it names the request, the authorization, the merchant, code and amount.
    AuthRevResData data =
        new AuthRevResData(
            code,
            to.authRevTags(),
            Optional.empty(),
            Optional.of(CertThumb.of(with.opening().certificate())),
            now,
            Optional.empty(),
            to.merchantThumb());
    // AuthRevRes-P-03: where some amount stays, a new token for it goes along.
    boolean stays = code == AuthRevCode.approved && now.isPositive();
    AuthRevRes answer = stays ? baggage(to, data, with, means) : plain(to, data, with, means);
    MessageHeader header =
        MessageHeader.of(
            means.now(),
            Optional.of(MessageIDs.of(to.authRevTags().transIDs())),
            to.authRevTags().authRevRRTags().rrpid(),
            new SWIdent(means.policy().swIdent()));
    return MessageWrapper.of(header, answer);
  }

  private static AuthRevRes plain(
      To to, AuthRevResData data, CreateAuthRes.With with, Means means) {
    return new AuthRevRes.WithoutBaggage(
        Enc.seal(
            Signatory.of(with.signing()),
            to.merchant(),
            Forms.AUTH_REV_RES,
            data,
            means.randomness()));
  }

  private static AuthRevRes baggage(
      To to, AuthRevResData data, CreateAuthRes.With with, Means means) throws Refused {
    Token.Of of =
        new Token.Of(
            to.authRevTags().authRRPID(),
            to.authRevTags().transIDs().xid(),
            to.merchantID(),
            to.merchantThumb());
    CapToken token = Token.give(of, data.authNewAmt(), with, means);
    AuthRevResBaggage baggage =
        new AuthRevResBaggage(Optional.of(token), Optional.empty());
    return new AuthRevRes.WithBaggage(
        EncB.seal(
            Signatory.of(with.signing()),
            to.merchant(),
            Forms.AUTH_REV_RES_B,
            data,
            AsSent.of(AuthRevResBaggage.TYPE, baggage),
            means.randomness()));
  }
}
