package openset.set.treatment.gateway;

import java.util.Optional;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.OpeningCredential;
import openset.pki.Required;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.CapToken;
import openset.set.data.auth.CapTokenData;
import openset.set.data.capture.CapItem;
import openset.set.data.capture.CapReqData;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.RRTags;
import openset.set.message.CapReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.EncB;
import openset.set.operator.Expected;
import openset.set.operator.Verified;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/** Proves a capture request, {@code spec/capture.md}: the merchant, its token and the amount. */
public final class ProcessCapReq {
  private ProcessCapReq() {}

  /** Who asked for which capture, proved. */
  public record Request(MerchantParty merchant, RRTags capRRTags, CapItem item) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** Who asked. */
    Request request();

    /** The token is ours and good for this amount: book it. */
    record Agreed(Request request, CapTokenData token) implements Outcome {}

    /** Nothing is booked; the answer says why. */
    record NotAgreed(Request request, CapCode capCode, String rule) implements Outcome {}
  }

  /** What the gateway knows of the authorization: what was approved and what is captured of it. */
  public record Known(CurrencyAmount authAmt, CurrencyAmount captured) {}

  /**
   * Checks {@code request}.
   *
   * @param known of the authorization that its item names; empty where there is none
   */
  public static Outcome process(
      MessageWrapper wrapper,
      CapReq request,
      Optional<Known> known,
      OpeningCredential own,
      Means means)
      throws Refused {
    // CapReq-P-01: the wrapper is fresh; sealed to us, signed by a merchant of the brand.
    WrapperCheck.fresh(wrapper, means);
    String brand = own.certificate().subject().organization();
    Verified<CapReqData> opened =
        EncB.open(
            own,
            request.encB(),
            Forms.CAP_REQ,
            Expected.of(
                Required.of(CertificateType.MER, KeyUse.SIGN, brand),
                means.trust(),
                means.now()));
    CapReqData data = opened.value();
    WrapperCheck.sameRRPID(wrapper, data.capRRTags().rrpid());
    WrapperCheck.age(data.capRRTags().currentDate(), means);
    WrapperCheck.extensions(data.cRqExtensions());
    MerchantParty merchant = MerchantParty.of(opened, means, "CapReq-P-02");
    // CapReq-P-02: MerchantID is the one certified, with a key-exchange certificate of its own.
    if (!data.capRRTags().merTermIDs().merchantID().equals(merchant.merchantID())) {
      throw new Refused(ErrorCode.invalidCertificate, "CapReq-P-02");
    }
    // CapReq-P-03: one item and its token. More items come with batches.
    boolean one =
        data.capItemSeq().size() == 1
            && request.encB().baggage().value().tokens().size() == 1;
    if (!one) throw new Refused(ErrorCode.messageNotSupported, "CapReq-P-03");
    Request asked = new Request(merchant, data.capRRTags(), data.capItemSeq().getFirst());
    WrapperCheck.sameIDs(wrapper, asked.item().transIDs());
    WrapperCheck.extensions(asked.item().capPayload().cPayExtensions());
    return item(asked, request.encB().baggage().value().tokens().getFirst(), known, own, means);
  }

  private static Outcome item(
      Request asked,
      Optional<CapToken> token,
      Optional<Known> known,
      OpeningCredential own,
      Means means) {
    // CapReq-P-04: the token is there.
    if (token.isEmpty()) return not(asked, CapCode.capTokenMissing, "CapReq-P-04");
    // CapReq-P-05: it is ours, unchanged, and was given to this merchant for this purchase.
    Optional<CapTokenData> data = Token.open(token.get(), own, means);
    if (data.isEmpty() || !names(data.get(), asked)) {
      return not(asked, CapCode.invalidCapToken, "CapReq-P-05");
    }
    // CapReq-P-06: we approved it.
    if (known.isEmpty()) return not(asked, CapCode.unknownXID, "CapReq-P-06");
    // CapReq-P-07: some amount, and together no more than was approved.
    CurrencyAmount wanted = asked.item().capPayload().capReqAmt();
    CurrencyAmount approved = known.get().authAmt();
    boolean within =
        wanted.isPositive()
            && wanted.sameCurrency(approved)
            && wanted.sameCurrency(data.get().authAmt())
            && !wanted.exceeds(data.get().authAmt())
            && !known.get().captured().plus(wanted).exceeds(approved);
    if (!within) return not(asked, CapCode.invalidAuthData, "CapReq-P-07");
    return new Outcome.Agreed(asked, data.get());
  }

  private static boolean names(CapTokenData token, Request asked) {
    CapItem item = asked.item();
    return Token.names(
        token,
        Token.Of.merchant(item.authRRPID(), item.transIDs().xid(), asked.merchant()));
  }

  private static Outcome not(Request asked, CapCode code, String rule) {
    return new Outcome.NotAgreed(asked, code, rule);
  }
}
