package openset.set.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import openset.asn1.AsSent;
import openset.crypto.Suite;
import openset.set.Refused;
import openset.set.data.order.Offer;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapResPayload;
import openset.set.treatment.cardholder.ProcessPRes;
import openset.set.treatment.merchant.ProcessAuthRes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One purchase through all treatments, each message as octets between two participants. */
final class WholePurchaseTest {
  private static final AsSent<Offer> OFFER = PurchaseWorld.offer(1490);

  static Stream<PurchaseWorld> worlds() {
    Suite c = Suite.CLASSICAL;
    Suite e = Suite.EDWARDS;
    return Stream.of(
        new PurchaseWorld(c, c, c), new PurchaseWorld(e, e, e), new PurchaseWorld(c, e, c));
  }

  private static PurchaseWorld classical() {
    return PurchaseWorld.classical();
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void aPurchaseIsConfirmedByTheGatewaysOwnReceipt(PurchaseWorld world) throws Refused {
    Purchase run = Purchase.honestly(world);
    assertThat(run.authorized.approved()).isTrue();
    assertThat(run.authorized.approvalCode()).contains("123456");
    ProcessPRes.Outcome told = run.receivers().pRes(run.pRes);
    assertThat(told).isInstanceOf(ProcessPRes.Outcome.Confirmed.class);
    assertThat(((ProcessPRes.Outcome.Confirmed) told).receipt().authAmt())
        .isEqualTo(Purchase.OFFER.value().total());
  }

  @Test
  void aDeclineRunsToItsEndWithTheGatewaysReceipt() throws Refused {
    Purchase run = Purchase.honest();
    ProcessAuthRes.Outcome outcome = run.receivers().authRes(run.decided(AuthCode.declined));
    assertThat(outcome.approved()).isFalse();
    assertThat(outcome.capToken()).isEmpty();
    assertThat(run.receivers().pRes(run.told(outcome)))
        .isInstanceOf(ProcessPRes.Outcome.Declined.class);
  }

  @Test
  void aWalletThatKnowsTheRootAloneProvesMerchantAndGateway() throws Refused {
    Purchase run = Purchase.honest();
    assertThat(
            run.receivers(run.world.rootOnly()).pInitRes(run.pInitRes.wrapper()).merchantName())
        .isEqualTo("Lantern Books");
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void whatWasShippedIsCapturedAndNeverMoreThanApproved(PurchaseWorld world) throws Refused {
    Purchase run = Purchase.honestly(world);
    CapResPayload payload = run.receivers().capRes(run.capRes);
    assertThat(payload.capAmt()).isEqualTo(Purchase.OFFER.value().total());
  }
}
