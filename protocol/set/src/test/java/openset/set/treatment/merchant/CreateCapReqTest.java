package openset.set.treatment.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.CapToken;
import openset.set.data.capture.CapItem;
import openset.set.message.CapReq;
import openset.set.treatment.ForgedCapture;
import openset.set.treatment.Purchase;
import openset.set.treatment.Receivers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CapReq as the merchant makes it: opened with the gateway's key. */
final class CreateCapReqTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final ForgedCapture OPENED = ForgedCapture.honest();

  @Test
  @Tag("CapReq-M-01")
  void eachCaptureHasANewRrpid() throws Refused {
    CapToken token = HONEST.authorized.capToken().orElseThrow();
    CreateCapReq.Created again =
        CreateCapReq.create(
            new CreateCapReq.Capture(
                HONEST.authReq.authTags(), token, CurrencyAmount.of("EUR", 490)),
            HONEST.world.asMerchant(),
            HONEST.means);
    assertThat(again.capRRTags().rrpid())
        .isNotEqualTo(HONEST.capReq.capRRTags().rrpid())
        .isNotEqualTo(HONEST.authReq.authTags().authRRTags().rrpid());
    assertThat(again.wrapper().messageHeader().rrpid()).contains(again.capRRTags().rrpid());
  }

  @Test
  @Tag("CapReq-M-02")
  void theItemNamesTheAuthorizationAndTheTokenGoesAlongUnopened() {
    CapItem item = OPENED.claiming.data().capItemSeq().getFirst();
    assertThat(OPENED.claiming.data().capItemSeq()).isEqualTo(HONEST.capReq.items());
    assertThat(item.authRRPID())
        .isEqualTo(HONEST.authReq.authTags().authRRTags().rrpid());
    assertThat(item.transIDs()).isEqualTo(HONEST.order.transIDs());
    assertThat(item.capPayload().capReqAmt()).isEqualTo(HONEST.authorized.authAmt());
    CapReq sent = (CapReq) Receivers.sent(HONEST.capReq.wrapper()).message();
    List<Optional<CapToken>> tokens = sent.encB().baggage().value().tokens();
    assertThat(tokens).containsExactly(HONEST.authorized.capToken());
  }
}
