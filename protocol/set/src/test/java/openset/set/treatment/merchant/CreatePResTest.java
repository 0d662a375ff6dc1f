package openset.set.treatment.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import openset.asn1.Der;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.PResData;
import openset.set.data.outcome.PResPayload;
import openset.set.data.sale.AuthCode;
import openset.set.message.MessageWrapper;
import openset.set.message.PRes;
import openset.set.treatment.ForgedAuthorization;
import openset.set.treatment.Purchase;
import openset.set.treatment.Receivers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** PRes as the merchant makes it. */
final class CreatePResTest {
  private static final Purchase HONEST = Purchase.honest();

  private static PResData data(MessageWrapper wrapper) {
    PRes message = (PRes) Receivers.sent(wrapper).message();
    Der content = message.signed().cms().content().content().orElseThrow();
    return PResData.TYPE.decode(content.bytes());
  }

  private static PResPayload payload(MessageWrapper wrapper) {
    return data(wrapper).pResPayloadSeq().getFirst();
  }

  @Test
  @Tag("PRes-M-01")
  void theGatewaysMessageIsPassedOnAsItCame() {
    assertThat(payload(HONEST.pRes).results().orElseThrow().acqCardMsg())
        .isPresent()
        .isEqualTo(HONEST.authorized.acqCardMsg());
  }

  @Test
  @Tag("PRes-M-02")
  void theAmountIsToldAsAShareOfThePurchase() throws Refused {
    CurrencyAmount half = CurrencyAmount.of("EUR", 745);
    MessageWrapper less =
        ForgedAuthorization.honest().authRes("data.authResPayload.authHeader.authAmt", half);
    PResPayload told = payload(HONEST.told(HONEST.receivers().authRes(less)));
    assertThat(told.completionCode()).isEqualTo(CompletionCode.authorizationPerformed);
    assertThat(told.results().orElseThrow().authStatus().orElseThrow().authRatio().value())
        .isEqualTo(0.5);
    assertThat(
            payload(HONEST.pRes)
                .results()
                .orElseThrow()
                .authStatus()
                .orElseThrow()
                .authRatio()
                .value())
        .isEqualTo(1.0);
  }

  @Test
  void aDeclineIsToldAsNothingOfThePurchase() throws Refused {
    ProcessAuthRes.Outcome declined =
        HONEST.receivers().authRes(HONEST.decided(AuthCode.declined));
    var status = payload(HONEST.told(declined)).results().orElseThrow().authStatus();
    assertThat(status.orElseThrow().authCode()).isEqualTo(AuthCode.declined);
    assertThat(status.orElseThrow().authRatio().value()).isZero();
  }

  @Test
  void itAnswersThePReqAndSaysNoMoreThanIsKnown() {
    CreatePRes.To to = CreatePRes.To.order(HONEST.order);
    MessageWrapper received =
        CreatePRes.received(to, HONEST.world.merchantSigning, HONEST.means);
    assertThat(data(received).rrpid()).isEqualTo(HONEST.pReq.asked().rrpid());
    assertThat(data(received).challC()).isEqualTo(HONEST.pReq.asked().challC());
    assertThat(payload(received).completionCode()).isEqualTo(CompletionCode.orderReceived);
    assertThat(payload(received).results()).isEmpty();
    MessageWrapper rejected =
        CreatePRes.rejected(to, HONEST.world.merchantSigning, HONEST.means);
    assertThat(payload(rejected).completionCode()).isEqualTo(CompletionCode.orderRejected);
    assertThat(payload(rejected).results()).isEmpty();
  }
}
