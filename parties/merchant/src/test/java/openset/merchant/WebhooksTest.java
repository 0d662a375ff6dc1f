package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import openset.crypto.SecretBytes;
import openset.merchant.event.OrderEvent;
import openset.merchant.hook.Courier;
import openset.merchant.hook.Delivery;
import openset.merchant.hook.HookPace;
import openset.merchant.hook.Webhook;
import openset.merchant.hook.Webhooks;
import openset.merchant.sale.Ship;
import openset.merchant.shop.PlacedOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Webhooks are told each event until it arrives, those of an order in order. */
@Timeout(120)
final class WebhooksTest {
  private static final Brand BRAND = new Brand();
  private static final HookPace QUICK =
      new HookPace(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(50), 6);

  private final Shopfront shopfront = new Shopfront(BRAND);
  private final Wallet wallet = shopfront.wallet(1);
  private final List<Carried> carried = Collections.synchronizedList(new ArrayList<>());
  private volatile int status = 200;

  private record Carried(Webhook to, SecretBytes secret, OrderEvent event) {}

  @AfterEach
  void close() {
    shopfront.close();
  }

  private Webhooks hooks() {
    return shopfront.merchant().webhooks();
  }

  private void start() {
    Courier courier =
        (to, secret, event) -> {
          carried.add(new Carried(to, secret, event));
          return new Delivery.Answer(Instant.now(), status, "said");
        };
    hooks().start(courier, QUICK);
  }

  private PlacedOrder paid() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    shopfront.merchant().ship(order.lidM(), new Ship(List.of(1), "T-1"));
    return order;
  }

  private static void awaits(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) Shopfront.pause();
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private List<Delivery> of(UUID webhook) {
    return hooks().deliveries(webhook, 100);
  }

  private boolean all(UUID webhook, Delivery.State state, int count) {
    List<Delivery> deliveries = of(webhook);
    return deliveries.size() == count && deliveries.stream().allMatch(d -> d.state() == state);
  }

  @Test
  void tellsEveryEventOfAnOrderInOrderAndOnce() throws Exception {
    Webhooks.Added added = hooks().add("https://a.example/hook", "till");
    start();
    PlacedOrder order = paid();
    awaits(() -> all(added.webhook().id(), Delivery.State.delivered, 4));
    assertThat(carried).extracting(c -> c.event().sequence()).containsExactly(1, 2, 3, 4);
    assertThat(carried).allMatch(c -> c.event().lidM().equals(order.lidM()));
    assertThat(carried).allMatch(c -> c.secret().equals(added.secret()));
  }

  @Test
  void triesAgainUntilItArrivesAndTellsNothingLaterBefore() throws Exception {
    UUID id = hooks().add("https://a.example/hook", "till").webhook().id();
    status = 503;
    start();
    paid();
    awaits(() -> carried.size() >= 3);
    assertThat(carried).allMatch(c -> c.event().sequence() == 1);
    status = 204;
    awaits(() -> all(id, Delivery.State.delivered, 4));
    List<Integer> sequences =
        carried.stream().map(c -> c.event().sequence()).distinct().toList();
    assertThat(sequences).containsExactly(1, 2, 3, 4);
    assertThat(carried.stream().map(c -> c.event().id()).distinct()).hasSize(4);
  }

  @Test
  void givesUpAfterEnoughTriesAndBeginsAgainByHand() throws Exception {
    UUID id = hooks().add("https://a.example/hook", "till").webhook().id();
    status = 500;
    start();
    shopfront.order("bk-101");
    awaits(() -> all(id, Delivery.State.failed, 1));
    Delivery failed = of(id).getFirst();
    assertThat(failed.attempts()).isEqualTo(6);
    assertThat(failed.last().orElseThrow().status()).isEqualTo(500);
    assertThat(failed.last().orElseThrow().text()).isEqualTo("said");
    status = 200;
    assertThat(hooks().replay(failed.id())).isPresent();
    awaits(() -> all(id, Delivery.State.delivered, 1));
    hooks().replay(failed.id());
    awaits(() -> all(id, Delivery.State.delivered, 1) && carried.size() == 8);
    assertThat(hooks().replay(-1)).isEmpty();
  }

  @Test
  void forgetsNothingWhenTheMerchantDies() throws Exception {
    UUID id = hooks().add("https://a.example/hook", "till").webhook().id();
    paid();
    shopfront.restart();
    start();
    awaits(() -> all(id, Delivery.State.delivered, 4));
    assertThat(carried).extracting(c -> c.event().sequence()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void leavesWhoIsGoneAloneAndTellsNobodyWhoIsNotActive() throws Exception {
    UUID id = hooks().add("https://a.example/hook", "till").webhook().id();
    status = 410;
    start();
    shopfront.order("bk-101");
    awaits(() -> !hooks().find(id).orElseThrow().active());
    shopfront.order("bk-102");
    assertThat(of(id)).hasSize(1);
    assertThat(hooks().remove(id)).isTrue();
    assertThat(hooks().all()).isEmpty();
    assertThat(hooks().remove(id)).isFalse();
  }

  @Test
  void theSecretLiesSealed() {
    Webhooks.Added added = hooks().add("https://a.example/hook", "till");
    assertThat(Webhooks.text(added.secret())).startsWith("whsec_").hasSize(6 + 44);
    byte[] kept =
        shopfront.database.transactions()
            .inTransaction(
                tx ->
                    tx.handle()
                        .createQuery("select secret from webhook")
                        .mapTo(byte[].class)
                        .one());
    String plain = added.secret().use(java.util.HexFormat.of()::formatHex);
    assertThat(java.util.HexFormat.of().formatHex(kept)).doesNotContain(plain);
    assertThat(added.toString()).doesNotContain(plain);
  }
}
