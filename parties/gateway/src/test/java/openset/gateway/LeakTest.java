package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import openset.set.data.auth.CapToken;
import openset.set.extension.BillingAddress;
import openset.set.extension.CardChecks;
import openset.set.extension.SecurityCode;
import openset.set.treatment.cardholder.Card;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the gateway's database holds of an account: nothing once it is answered, and never orders.
 */
@Timeout(120)
final class LeakTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(77_777_777);
  private static final String SECURITY_CODE = "8642";
  private static final String POSTAL_CODE = "ZQ7-XW9-4V";

  private final Bench bench = new Bench(BRAND);
  private final TestMerchant merchant = new TestMerchant(BRAND, BRAND.gateway);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  @Tag("V03")
  @Tag("V06")
  @Tag("V08")
  void neitherCardNumberNorOrderStandsAnywhere() throws Exception {
    life();
    String pan = CARD.pan().digits();
    for (Dump dump : new Dump[] {Dump.of(bench.database), Dump.files(Databases.FILES)}) {
      assertThat(dump.spellingsOf("M-0001")).isNotEmpty();
      assertThat(dump.spellingsOf(pan)).isEmpty();
      assertThat(dump.spellingsOf(TestMerchant.ORDERED)).isEmpty();
      assertThat(dump.spellingsOf(POSTAL_CODE)).isEmpty();
      // Its digits alone could stand there by chance; with their length before them, as DER and
      // the host link write them, they cannot.
      assertThat(dump.spellingsOf("\u0004" + SECURITY_CODE)).isEmpty();
    }
  }

  @Test
  @Tag("V08")
  void onceItIsAnsweredNotEvenTheSealedQuestionIsLeft() throws Exception {
    life();
    String questions =
        bench
            .database
            .transactions()
            .inTransaction(
                tx ->
                    tx.handle()
                        .createQuery(
                            """
                            select count(*) || ' with ' || sum(length(payload)) || ' octets'
                            from outbox where kind like 'host:%'
                            """)
                        .mapTo(String.class)
                        .one());
    assertThat(questions).isEqualTo("3 with 0 octets");
  }

  /** Approved and captured, declined, not agreed. */
  private void life() throws Exception {
    CardChecks checks =
        new CardChecks(
            Optional.of(new SecurityCode(SECURITY_CODE)),
            Optional.of(new BillingAddress(POSTAL_CODE, Optional.of("4 Quay"))));
    TestMerchant.Asks asks = merchant.asks(merchant.sells(CARD, 1490, checks));
    CapToken token =
        merchant.reads(asks, bench.receive(asks.authReq())).capToken().orElseThrow();
    bench.receive(merchant.claims(asks, token, 1490).capReq());
    bench.acquirer.manner = TestAcquirer.saying("51");
    bench.receive(merchant.asks(CARD, 1490).authReq());
    bench.receive(merchant.asks(asks.order()).authReq());
  }
}
