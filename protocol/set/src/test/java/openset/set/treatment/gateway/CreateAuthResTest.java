package openset.set.treatment.gateway;

import static openset.set.treatment.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AuthHeader;
import openset.set.data.auth.AuthResBaggage;
import openset.set.data.auth.AuthResData;
import openset.set.data.auth.AuthValCodes;
import openset.set.data.auth.CapTokenData;
import openset.set.data.order.OIData;
import openset.set.data.outcome.Receipt;
import openset.set.data.sale.AuthCode;
import openset.set.message.AuthRes;
import openset.set.message.MessageWrapper;
import openset.set.message.PReqDualSigned;
import openset.set.operator.DD;
import openset.set.operator.Enc;
import openset.set.operator.Expected;
import openset.set.treatment.ForgedAuthorization;
import openset.set.treatment.ForgedCapture;
import openset.set.treatment.Forms;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.Receivers;
import openset.set.treatment.cardholder.ProcessPRes;
import openset.set.treatment.merchant.ProcessAuthRes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** AuthRes as the gateway makes it: opened with the keys of those it is for. */
final class CreateAuthResTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final PurchaseWorld WORLD = HONEST.world;
  private static final ForgedAuthorization OPENED = ForgedAuthorization.honest();
  private static final CertThumb MERCHANT =
      CertThumb.of(WORLD.merchantSigning.certificate());

  private static AuthResBaggage baggage(MessageWrapper wrapper) {
    return ((AuthRes) Receivers.sent(wrapper).message()).encB().baggage().value();
  }

  @Test
  @Tag("AuthRes-P-01")
  void itNamesTheRequestThePurchaseTheMerchantTheAmountAndTheDecision() {
    AuthResData data = OPENED.deciding.data();
    AuthHeader header = data.authResPayload().authHeader();
    assertThat(data.authTags()).isEqualTo(HONEST.authReq.authTags());
    assertThat(data.merchantThumb()).isEqualTo(MERCHANT);
    assertThat(data.peThumb()).contains(CertThumb.of(WORLD.gatewayOpening.certificate()));
    assertThat(header.authAmt()).isEqualTo(HONEST.order.purchAmt());
    assertThat(header.authCode()).isEqualTo(AuthCode.approved);
    assertThat(header.responseData().authValCodes().flatMap(AuthValCodes::approvalCode))
        .contains("123456");
  }

  @Test
  @Tag("AuthRes-P-02")
  void theTokenNamesTheMerchantThePurchaseAndTheAmount() {
    CapTokenData token = OPENED.token.data();
    assertThat(token.authRRPID()).isEqualTo(HONEST.authReq.authTags().authRRTags().rrpid());
    assertThat(token.xid()).isEqualTo(HONEST.order.transIDs().xid());
    assertThat(token.merchantID()).isEqualTo(PurchaseWorld.MERCHANT_ID);
    assertThat(token.merchantThumb()).isEqualTo(MERCHANT);
    assertThat(token.authAmt()).isEqualTo(HONEST.order.purchAmt());
    assertThat(token.authDate()).isEqualTo(PurchaseWorld.NOW);
  }

  @Test
  @Tag("AuthRes-P-02")
  @Tag("P33")
  void theTokenIsOfTheAmountThatIsHeldAndADeclineHasNone() throws Refused {
    CurrencyAmount part = CurrencyAmount.of("EUR", 1000);
    CreateAuthRes.Decided less =
        CreateAuthRes.Decided.approved(part, "123456", Optional.empty());
    CreateAuthRes.To to = CreateAuthRes.To.merchant(HONEST.agreed.request());
    MessageWrapper partly =
        CreateAuthRes.create(to, less, WORLD.asGateway(), HONEST.means);
    ProcessAuthRes.Outcome outcome = HONEST.receivers().authRes(partly);
    assertThat(outcome.authAmt()).isEqualTo(part);
    MessageWrapper all =
        ForgedCapture.honest().capReq(outcome.capToken().orElseThrow());
    assertThat(HONEST.receivers().capReq(all))
        .isInstanceOfSatisfying(
            ProcessCapReq.Outcome.NotAgreed.class,
            not -> assertThat(not.rule()).isEqualTo("CapReq-P-07"));
    assertThat(baggage(HONEST.decided(AuthCode.declined)).capToken()).isEmpty();
  }

  @Test
  @Tag("AuthRes-P-02")
  void theMerchantCarriesTheTokenAndCannotReadIt() {
    refused(
        ErrorCode.decodingFailure,
        "OP-35",
        () ->
            Enc.open(
                WORLD.merchantOpening,
                HONEST.authorized.capToken().orElseThrow().sealed(),
                Forms.CAP_TOKEN,
                Expected.of(
                    Required.of(
                        CertificateType.PGWY,
                        KeyUse.SIGN,
                        PurchaseWorld.BRAND),
                    WORLD.trust(),
                    PurchaseWorld.NOW)));
  }

  @Test
  @Tag("AuthRes-P-03")
  void theReceiptNamesThePurchaseTheMerchantTheOrderAndTheDecision() {
    Receipt receipt = OPENED.receipt.message().receipt();
    PReqDualSigned request = (PReqDualSigned) HONEST.pReq.wrapper().message();
    assertThat(receipt.xid()).isEqualTo(HONEST.order.transIDs().xid());
    assertThat(receipt.merchantID()).isEqualTo(PurchaseWorld.MERCHANT_ID);
    assertThat(receipt.merchantThumb()).isEqualTo(MERCHANT);
    assertThat(receipt.authAmt()).isEqualTo(HONEST.order.purchAmt());
    assertThat(receipt.authCode()).isEqualTo(AuthCode.approved);
    assertThat(receipt.hOIData())
        .isEqualTo(DD.of(OIData.CONTENT, request.oiDualSigned().value()));
  }

  @Test
  @Tag("AuthRes-P-03")
  void aDeclineHasItsReceiptTooAndACardholderWithoutKeyHasNone() throws Refused {
    ProcessAuthRes.Outcome declined =
        HONEST.receivers().authRes(HONEST.decided(AuthCode.declined));
    assertThat(HONEST.receivers().pRes(HONEST.told(declined)))
        .isInstanceOfSatisfying(
            ProcessPRes.Outcome.Declined.class,
            told -> assertThat(told.receipt().authAmt().isPositive()).isFalse());
    CreateAuthRes.Decided keyless =
        CreateAuthRes.Decided.not(
            AuthCode.declined, HONEST.order.purchAmt(), Optional.empty());
    CreateAuthRes.To to = CreateAuthRes.To.merchant(HONEST.agreed.request());
    assertThat(
            baggage(CreateAuthRes.create(to, keyless, WORLD.asGateway(), HONEST.means))
                .acqCardMsg())
        .isEmpty();
  }
}
