package openset.set.treatment.merchant;

import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.pki.Certificate;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.TransIDs;
import openset.set.data.auth.AVSData;
import openset.set.data.auth.AuthReqData;
import openset.set.data.auth.AuthReqItem;
import openset.set.data.auth.AuthReqPayload;
import openset.set.data.auth.AuthTags;
import openset.set.data.auth.CheckDigests;
import openset.set.data.payment.AuthToken;
import openset.set.data.payment.PI;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.MerTermIDs;
import openset.set.data.sale.MerchData;
import openset.set.data.sale.RRTags;
import openset.set.data.sale.SaleDetail;
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
   * @param merTermIDs MerchantID as in our certificate, and at which terminal
   */
  public record With(
      SigningCredential credential,
      Certificate keyExchange,
      Gateway gateway,
      MerTermIDs merTermIDs,
      String category) {
    /** A merchant that names no terminal. */
    public With(
        SigningCredential credential,
        Certificate keyExchange,
        Gateway gateway,
        MerchantID merchantID,
        String category) {
      this(credential, keyExchange, gateway, MerTermIDs.of(merchantID), category);
    }

    /** AuthReq-M-03: our key-exchange certificate goes along. */
    Signatory signatory() {
      return Signatory.of(credential).enclosing(List.of(keyExchange));
    }
  }

  /**
   * What is asked for.
   *
   * @param authReqAmt for this authorization
   * @param subsequentAuthInd whether more will follow, for which a token is asked
   * @param installRecurData as the offer said it
   * @param saleDetail where it is to be captured at once
   */
  public record Wish(
      CurrencyAmount authReqAmt,
      boolean subsequentAuthInd,
      Optional<InstallRecurData> installRecurData,
      Optional<SaleDetail> saleDetail,
      Optional<AVSData> avsData) {
    /** One authorization and nothing special. */
    public static Wish of(CurrencyAmount authReqAmt) {
      return new Wish(
          authReqAmt, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, with a token for further authorizations. */
    public Wish withToken() {
      return new Wish(authReqAmt, true, installRecurData, saleDetail, avsData);
    }

    /** The same, by a plan that the cardholder signed. */
    public Wish by(Optional<InstallRecurData> plan) {
      return new Wish(authReqAmt, subsequentAuthInd, plan, saleDetail, avsData);
    }

    /** The same, to be captured at once. */
    public Wish capturing(SaleDetail detail) {
      return new Wish(
          authReqAmt, subsequentAuthInd, installRecurData, Optional.of(detail), avsData);
    }

    private AuthReqPayload payload(MerchData merchData) {
      return new AuthReqPayload(
          subsequentAuthInd,
          authReqAmt,
          avsData,
          Optional.empty(),
          Optional.empty(),
          false,
          installRecurData,
          Optional.of(merchData),
          Optional.empty());
    }
  }

  /**
   * A purchase of which something was authorized before.
   *
   * @param authToken that the last approval gave, unopened
   */
  public record Further(TransIDs transIDs, AuthToken authToken) {}

  /** Asks for the whole amount of {@code order}. */
  public static Created create(AcceptedOrder order, With with, Means means) throws Refused {
    return create(order, Wish.of(order.purchAmt()), with, means);
  }

  /** Asks for a first authorization of {@code order}. */
  public static Created create(AcceptedOrder order, Wish wish, With with, Means means)
      throws Refused {
    // AuthReq-M-02: both digests of our own making go along with every payment half.
    CheckDigests digests = new CheckDigests(order.proof().hOIData(), order.proof().hod2());
    return create(
        new Asks(order.transIDs(), Optional.of(digests), order.proof().pi()),
        wish,
        with,
        means);
  }

  /** Asks for another authorization of a purchase. */
  public static Created further(Further further, Wish wish, With with, Means means)
      throws Refused {
    // AuthReq-M-04: the token takes the place of the payment half, and no digests go along.
    return create(
        new Asks(
            further.transIDs(),
            Optional.empty(),
            AsSent.of(PI.TYPE, further.authToken())),
        wish,
        with,
        means);
  }

  /** What is sent beside the wish. */
  private record Asks(TransIDs transIDs, Optional<CheckDigests> digests, AsSent<PI> pi) {}

  private static Created create(Asks asks, Wish wish, With with, Means means) throws Refused {
    // AuthReq-M-01: a new RRPID for each authorization; MerchantID as in our certificate.
    RRTags tags =
        new RRTags(
            RRPID.of(means.randomness().bytes(RRPID.OCTETS)),
            with.merTermIDs(),
            means.now());
    AuthTags authTags = new AuthTags(tags, asks.transIDs(), Optional.empty());
    MerchData merchData = new MerchData(Optional.of(with.category()), Optional.empty());
    AuthReqData data =
        new AuthReqData(
            new AuthReqItem(authTags, asks.digests(), wish.payload(merchData)),
            Optional.empty(),
            wish.saleDetail().isPresent(),
            wish.saleDetail());
    MessageHeader header =
        MessageHeader.of(
            means.now(),
            Optional.of(MessageIDs.of(asks.transIDs())),
            tags.rrpid(),
            new SWIdent(means.policy().swIdent()));
    AuthReq request =
        new AuthReq(
            EncB.seal(
                with.signatory(),
                with.gateway().recipient(),
                Forms.AUTH_REQ,
                data,
                asks.pi(),
                means.randomness()));
    return new Created(MessageWrapper.of(header, request), authTags);
  }
}
