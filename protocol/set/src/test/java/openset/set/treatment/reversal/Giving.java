package openset.set.treatment.reversal;

import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.pki.OpeningCredential;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.TransIDs;
import openset.set.data.auth.AuthRevCode;
import openset.set.data.auth.AuthRevReqBaggage;
import openset.set.data.auth.AuthRevReqData;
import openset.set.data.auth.AuthRevResBaggage;
import openset.set.data.auth.AuthRevResData;
import openset.set.data.auth.CapToken;
import openset.set.message.AuthRevReq;
import openset.set.message.AuthRevRes;
import openset.set.message.Message;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.EncB;
import openset.set.operator.Recipient;
import openset.set.operator.Signatory;
import openset.set.treatment.Altered;
import openset.set.treatment.Forms;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.Receivers;
import openset.set.treatment.gateway.CreateAuthRevRes;
import openset.set.treatment.gateway.ProcessAuthRevReq;
import openset.set.treatment.gateway.ProcessCapReq;
import openset.set.treatment.merchant.CreateAuthRevReq;
import openset.set.treatment.merchant.ProcessAuthRevRes;

/**
 * One reversal of the authorization that all look at; both ends, and forgers with good keys who
 * alter one part at a path ({@link Altered}).
 */
public final class Giving {
  static final Purchase PURCHASE = Purchase.honest();
  static final PurchaseWorld WORLD = PURCHASE.world;
  static final CurrencyAmount ALL = PURCHASE.order.purchAmt();
  static final CurrencyAmount NOTHING = CurrencyAmount.zero(ALL.currency());
  static final CurrencyAmount PART = new CurrencyAmount(ALL.currency(), 500);

  final CreateAuthRevReq.Created created;
  final CurrencyAmount stays;

  /** AuthRevReq before it is signed and sealed. */
  public record Asking(AuthRevReqData data, AuthRevReqBaggage baggage, Signatory signer) {}

  /** AuthRevRes before it is signed and sealed. */
  public record Answering(AuthRevResData data, Optional<CapToken> token, Signatory signer) {}

  public Giving(CurrencyAmount stays) {
    this.stays = stays;
    try {
      created =
          CreateAuthRevReq.create(
              new CreateAuthRevReq.Reversal(
                  PURCHASE.authReq.authTags(), token(), stays),
              WORLD.asMerchant(),
              PURCHASE.means);
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  private static Recipient self(OpeningCredential own) {
    try {
      return Recipient.self(own);
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  static CapToken token() {
    return PURCHASE.authorized.capToken().orElseThrow();
  }

  private Asking asking() {
    return new Asking(
        new AuthRevReqData(
            created.authRevTags(), Optional.empty(), stays, Optional.empty()),
        new AuthRevReqBaggage(Optional.of(token())),
        Signatory.of(WORLD.merchantSigning)
            .enclosing(List.of(WORLD.merchantOpening.certificate())));
  }

  /** AuthRevReq with {@code value} at {@code path}. */
  public MessageWrapper authRevReq(String path, Object value) {
    Asking asked = Altered.at(asking(), path, value);
    AuthRevReq message =
        new AuthRevReq(
            EncB.seal(
                asked.signer(),
                self(WORLD.gatewayOpening),
                Forms.AUTH_REV_REQ,
                asked.data(),
                AsSent.of(AuthRevReqBaggage.TYPE, asked.baggage()),
                PurchaseWorld.RANDOM));
    return wrap(
        asked.data().authRevTags().transIDs(),
        asked.data().authRevTags().authRevRRTags().rrpid(),
        message);
  }

  static MessageWrapper wrap(TransIDs ids, RRPID rrpid, Message message) {
    MessageHeader header =
        MessageHeader.of(
            PurchaseWorld.NOW, Optional.of(MessageIDs.of(ids)), rrpid, new SWIdent("test"));
    return MessageWrapper.of(header, message);
  }

  /** At a gateway that approved all and captured so much. */
  public static ProcessAuthRevReq.Outcome asked(MessageWrapper wrapper, long captured)
      throws Refused {
    CurrencyAmount booked = new CurrencyAmount(ALL.currency(), captured);
    return asked(wrapper, Optional.of(new ProcessCapReq.Known(ALL, booked)));
  }

  static ProcessAuthRevReq.Outcome asked(
      MessageWrapper wrapper, Optional<ProcessCapReq.Known> known) throws Refused {
    MessageWrapper came = Receivers.sent(wrapper);
    return ProcessAuthRevReq.process(
        came, (AuthRevReq) came.message(), known, WORLD.gatewayOpening, PURCHASE.means);
  }

  MessageWrapper authRevRes(AuthRevCode code, CurrencyAmount now) throws Refused {
    ProcessAuthRevReq.Outcome outcome = asked(created.wrapper(), 0);
    return CreateAuthRevRes.create(
        CreateAuthRevRes.To.merchant(outcome.request()),
        code,
        now,
        WORLD.asGateway(),
        PURCHASE.means);
  }

  private Answering answering() {
    AuthRevResData data =
        new AuthRevResData(
            AuthRevCode.approved,
            created.authRevTags(),
            Optional.empty(),
            Optional.empty(),
            stays,
            Optional.empty(),
            CertThumb.of(WORLD.merchantSigning.certificate()));
    return new Answering(
        data,
        Optional.of(token()).filter(_ -> stays.isPositive()),
        Signatory.of(WORLD.gatewaySigning));
  }

  /** AuthRevRes with {@code value} at {@code path}. */
  public MessageWrapper authRevRes(String path, Object value) {
    Answering told = Altered.at(answering(), path, value);
    Recipient merchant = self(WORLD.merchantOpening);
    AuthRevRes message =
        told.token().isPresent()
            ? new AuthRevRes.WithBaggage(
                EncB.seal(
                    told.signer(),
                    merchant,
                    Forms.AUTH_REV_RES_B,
                    told.data(),
                    AsSent.of(
                        AuthRevResBaggage.TYPE,
                        new AuthRevResBaggage(told.token(), Optional.empty())),
                    PurchaseWorld.RANDOM))
            : new AuthRevRes.WithoutBaggage(
                Enc.seal(
                    told.signer(),
                    merchant,
                    Forms.AUTH_REV_RES,
                    told.data(),
                    PurchaseWorld.RANDOM));
    return wrap(
        told.data().authRevTags().transIDs(),
        told.data().authRevTags().authRevRRTags().rrpid(),
        message);
  }

  public ProcessAuthRevRes.Outcome told(MessageWrapper wrapper) throws Refused {
    MessageWrapper came = Receivers.sent(wrapper);
    return ProcessAuthRevRes.process(
        came,
        (AuthRevRes) came.message(),
        new ProcessAuthRevRes.Asked(
            created.authRevTags(),
            stays,
            PURCHASE.order.brandID(),
            CertThumb.of(WORLD.merchantSigning.certificate()),
            WORLD.merchantOpening),
        PURCHASE.means);
  }
}
