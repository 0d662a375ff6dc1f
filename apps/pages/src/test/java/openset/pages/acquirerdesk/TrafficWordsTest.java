package openset.pages.acquirerdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import openset.acquirer.office.store.Traffic.As;
import openset.acquirer.store.LoggedAuthorization.Manner;
import openset.iso8583.host.Checks.Recurrence;
import openset.pages.Words;
import org.junit.jupiter.api.Test;

/** What an acquirer's people read of an authorization. */
class TrafficWordsTest {
  @Test
  void saysHowItCameAboutAndWhatKindOfPaymentItIs() {
    assertThat(TrafficWords.of(new As(Manner.SALE, Optional.empty(), false)))
        .isEqualTo(new Words("sale (0200)", "消费请求（0200）"));
    assertThat(TrafficWords.of(new As(Manner.SALE, Optional.of(Recurrence.INSTALMENT), false)))
        .isEqualTo(new Words("sale (0200), instalment", "消费请求（0200），分期付款"));
    As unsigned = new As(Manner.AUTHORIZATION, Optional.of(Recurrence.RECURRING), true);
    assertThat(TrafficWords.of(unsigned))
        .isEqualTo(
            new Words(
                "authorization (0100), recurring payment, nobody signed",
                "授权请求（0100），定期付款，无人签名"));
  }
}
