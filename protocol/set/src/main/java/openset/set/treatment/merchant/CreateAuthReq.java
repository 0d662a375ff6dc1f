package openset.set.treatment.merchant;

import java.util.List;
import java.util.Optional;
import openset.pki.Certificate;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.MerchantID;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.auth.AuthReqData;
import openset.set.data.auth.AuthReqItem;
import openset.set.data.auth.AuthReqPayload;
import openset.set.data.auth.AuthTags;
import openset.set.data.auth.CheckDigests;
import openset.set.data.sale.MerTermIDs;
import openset.set.data.sale.MerchData;
import openset.set.data.sale.RRTags;
import openset.set.message.AuthReq;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.operator.EncB;
import openset.set.operator.Signatory;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;

/** Makes AuthReq, {@code spec/auth.md}: our view of the order, and the payment half as it came. */
public final class CreateAuthReq {
  private CreateAuthReq() {}

  /** The request, and the tags by which its answer is known. */
  public record Created(MessageWrapper wrapper, AuthTags authTags) {}

  /**
   * Who asks, whom, and as what kind of merchant.
   *
   * @param keyExchange our own certificate that the gateway seals its answer to
   */
  public record With(
      SigningCredential credential,
      Certificate keyExchange,
      Gateway gateway,
      MerchantID merchantID,
      String category) {
    /** AuthReq-M-03: our key-exchange certificate goes along. */
    Signatory signatory() {
      return Signatory.of(credential).enclosing(List.of(keyExchange));
    }
  }

  /** Asks for the whole amount of {@code order}. */
  public static Created create(AcceptedOrder order, With with, Means means) throws Refused {
    // AuthReq-M-01: a new RRPID for each authorization; MerchantID as in our certificate.
    RRTags tags =
        new RRTags(
            RRPID.of(means.randomness().bytes(RRPID.OCTETS)),
            MerTermIDs.of(with.merchantID()),
            means.now());
    AuthTags authTags = new AuthTags(tags, order.transIDs(), Optional.empty());
    // AuthReq-M-02: both digests of our own making go along with every PI.
    CheckDigests digests = new CheckDigests(order.proof().hOIData(), order.proof().hod2());
    MerchData merchData = new MerchData(Optional.of(with.category()), Optional.empty());
    AuthReqData data =
        new AuthReqData(
            new AuthReqItem(
                authTags,
                Optional.of(digests),
                AuthReqPayload.of(order.purchAmt(), Optional.of(merchData))),
            Optional.empty(),
            false,
            Optional.empty());
    MessageHeader header =
        MessageHeader.of(
            means.now(),
            Optional.of(MessageIDs.of(order.transIDs())),
            tags.rrpid(),
            new SWIdent(means.policy().swIdent()));
    AuthReq request =
        new AuthReq(
            EncB.seal(
                with.signatory(),
                with.gateway().recipient(),
                Forms.AUTH_REQ,
                data,
                order.proof().pi(),
                means.randomness()));
    return new Created(MessageWrapper.of(header, request), authTags);
  }
}
