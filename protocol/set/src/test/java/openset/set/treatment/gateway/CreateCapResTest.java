package openset.set.treatment.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.capture.CapResItem;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.treatment.ForgedCapture;
import openset.set.treatment.Purchase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CapRes as the gateway makes it: opened with the merchant's key. */
final class CreateCapResTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final ForgedCapture OPENED = ForgedCapture.honest();

  @Test
  @Tag("CapRes-P-01")
  void itNamesTheRequestTheItemAndWhatWasBooked() {
    CapResItem item = OPENED.booking.data().capResItemSeq().getFirst();
    assertThat(OPENED.booking.data().capResItemSeq()).hasSize(1);
    assertThat(OPENED.booking.data().capRRTags()).isEqualTo(HONEST.capReq.capRRTags());
    assertThat(item.transIDs()).isEqualTo(HONEST.order.transIDs());
    assertThat(item.authRRPID())
        .isEqualTo(HONEST.authReq.authTags().authRRTags().rrpid());
    assertThat(item.capResPayload().capCode()).isEqualTo(CapCode.success);
    assertThat(item.capResPayload().capAmt()).isEqualTo(HONEST.order.purchAmt());
  }

  @Test
  @Tag("CapRes-P-01")
  void whatWasNotBookedIsToldWithNothing() throws Refused {
    CurrencyAmount none = CurrencyAmount.of("EUR", 0);
    CapResPayload told =
        HONEST
            .receivers()
            .capRes(
                CreateCapRes.create(
                    new CreateCapRes.To(
                        HONEST.capReq.capRRTags(),
                        HONEST.captured.request().merchant().recipient()),
                    List.of(
                        CreateCapRes.not(
                            HONEST.capReq.items().getFirst(), CapCode.unknownXID)),
                    HONEST.world.gatewaySigning,
                    HONEST.means));
    assertThat(told.capCode()).isEqualTo(CapCode.unknownXID);
    assertThat(told.capAmt()).isEqualTo(none);
  }
}
