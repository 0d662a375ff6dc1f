package openset.set.treatment.merchant;

import java.util.Optional;
import openset.asn1.AsSent;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.auth.AuthRevReqBaggage;
import openset.set.data.auth.AuthRevReqData;
import openset.set.data.auth.AuthRevTags;
import openset.set.data.auth.AuthTags;
import openset.set.data.auth.CapToken;
import openset.set.data.sale.RRTags;
import openset.set.message.AuthRevReq;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.operator.EncB;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;

/** Makes AuthRevReq, {@code spec/reversal.md}: an authorization is given back. */
public final class CreateAuthRevReq {
  private CreateAuthRevReq() {}

  /** The request, and the tags by which its answer is known. */
  public record Created(MessageWrapper wrapper, AuthRevTags authRevTags) {}

  /**
   * What is given back of which authorization.
   *
   * @param stays what shall stay authorized; 0 voids
   */
  public record Reversal(AuthTags authTags, CapToken token, CurrencyAmount stays) {}

  /** Asks for one reversal. */
  public static Created create(Reversal reversal, CreateAuthReq.With with, Means means)
      throws Refused {
    // AuthRevReq-M-01: a new RRPID for each reversal; MerchantID as in our certificate.
    RRTags own =
        new RRTags(
            RRPID.of(means.randomness().bytes(RRPID.OCTETS)),
            with.merTermIDs(),
            means.now());
    // AuthRevReq-M-02: the authorization is named, the token goes along unopened.
    AuthRevTags tags =
        new AuthRevTags(
            own,
            Optional.empty(),
            reversal.authTags().transIDs(),
            reversal.authTags().authRRTags().rrpid());
    AuthRevReqData data =
        new AuthRevReqData(tags, Optional.empty(), reversal.stays(), Optional.empty());
    AuthRevReqBaggage baggage = new AuthRevReqBaggage(Optional.of(reversal.token()));
    AuthRevReq request =
        new AuthRevReq(
            EncB.seal(
                with.signatory(),
                with.gateway().recipient(),
                Forms.AUTH_REV_REQ,
                data,
                AsSent.of(AuthRevReqBaggage.TYPE, baggage),
                means.randomness()));
    MessageHeader header =
        MessageHeader.of(
            means.now(),
            Optional.of(MessageIDs.of(tags.transIDs())),
            own.rrpid(),
            new SWIdent(means.policy().swIdent()));
    return new Created(MessageWrapper.of(header, request), tags);
  }
}
