package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import openset.set.data.auth.CapToken;
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
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    CapToken token =
        merchant.reads(asks, bench.receive(asks.authReq())).capToken().orElseThrow();
    bench.receive(merchant.claims(asks, token, 1490).capReq());
    bench.acquirer.manner = TestAcquirer.saying("51");
    bench.receive(merchant.asks(CARD, 1490).authReq());
    bench.receive(merchant.asks(asks.order()).authReq());
  }
}
