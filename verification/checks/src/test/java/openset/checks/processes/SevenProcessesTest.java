package openset.checks.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import openset.cli.client.BankClient;
import openset.cli.client.CallFailed;
import openset.cli.client.Clients;
import openset.cli.client.ShopClient;
import openset.cli.client.WalletClient;
import openset.cli.demo.Customer;
import openset.http.cardholder.WalletJson;
import openset.http.issuer.AccountJson;
import openset.http.merchant.ShopJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every participant in a process of its own. They buy, and then each of them is killed in the
 * middle of purchases and started again: nothing that was promised is lost, nobody pays twice.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SevenProcessesTest {
  private static final long LIMIT_MINOR = 1_000_000;
  private static final int AT_ONCE = 4;
  private static final long PATIENCE_SECONDS = 240;
  private static final List<String> ENDS =
      List.of("authorized", "captured", "declined", "rejected");

  private Participants participants;
  private Clients clients;
  private ShopClient shop;
  private WalletClient wallet;
  private BankClient issuer;
  private BankClient clearing;

  @BeforeAll
  void startEverybody(@TempDir Path folder) throws Exception {
    int base = Blocks.free();
    participants = Participants.start(folder, base);
    clients = new Clients(participants.config("any").getParent());
    shop = clients.shop("lantern");
    wallet = clients.wallet("wallet");
    issuer = clients.issuer("issuer_aurora");
    clearing = clients.clearing("clearing");
  }

  @AfterAll
  void stopEverybody() {
    if (clients != null) clients.close();
    if (participants != null) participants.close();
  }

  @Test
  @Order(1)
  void aPurchaseByTheCommandLineFromAnAccountToAReceipt() throws Exception {
    Command.Ran ran = participants.buy("--issuer", participants.http(21));
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("Registered the card 999001", "Verified: Lantern Books", "is confirmed");
  }

  @Test
  @Order(2)
  void theSecondPurchaseNeedsNoRegistration() throws Exception {
    Command.Ran ran = participants.buy("--item", "bk-101");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("is confirmed").doesNotContain("Registered");
  }

  /** One purchase that was begun, and what the wallet says of it. */
  private record Begun(ShopJson.Order order, String purchase) {}

  @ParameterizedTest
  @Order(3)
  @ValueSource(
      strings = {"gateway", "merchant", "acquirer", "issuer", "cardholder", "clearing"})
  void killedInTheMiddleOfPurchasesNothingIsLostAndNobodyPaysTwice(String role)
      throws Exception {
    Customer customer = new Customer("killed-" + role, LIMIT_MINOR);
    AccountJson.Opened account = customer.account(issuer);
    WalletJson.Card card = customer.card(wallet, "Aurora", account);
    List<Begun> begun = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) begun.add(begin(card));
    List<CompletableFuture<Void>> approvals = begun.stream().map(this::approve).toList();
    Thread.sleep(40);
    participants.kill(role);
    participants.serve(role);
    CompletableFuture.allOf(approvals.toArray(CompletableFuture[]::new)).join();
    long confirmedMinor = 0;
    for (Begun one : begun) confirmedMinor += settled(one);
    long owed = confirmedMinor;
    await(() -> isSettled(account.accountId(), owed));
    AccountJson.Account end = issuer.account(account.accountId());
    assertThat(end.balanceMinor()).isEqualTo(confirmedMinor);
    assertThat(end.heldMinor()).isZero();
    for (String bank : List.of("issuer_aurora", "issuer_borealis")) {
      assertThat(clients.issuer(bank).sums().sums()).allMatch(sum -> sum.minor() == 0);
    }
    assertThat(clients.acquirer("acquirer_aurora").sums().sums())
        .allMatch(sum -> sum.minor() == 0);
    assertThat(clearing.sums().sums()).allMatch(sum -> sum.minor() == 0);
  }

  private Begun begin(WalletJson.Card card) throws CallFailed {
    ShopJson.Order order =
        shop.order(
            shop.fill(List.of(new ShopJson.Put("eb-201", 1))),
            new ShopJson.Checkout("en", "Sample Cardholder", List.of(), Optional.empty()));
    return new Begun(order, wallet.wake(order.initiation(), card.card()).purchase());
  }

  /** Agrees; whoever is dead just then does not answer, which is what is tried here. */
  private CompletableFuture<Void> approve(Begun begun) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            wallet.approve(begun.purchase());
          } catch (CallFailed e) {
            assertThat(e.participant()).isEqualTo("wallet");
          }
        });
  }

  /** Waits for the end of a purchase, ships what is paid; what the cardholder owes for it. */
  private long settled(Begun begun) throws Exception {
    WalletJson.Purchase purchase = ended(begun);
    await(
        () -> purchase.standing() + " for the wallet, " + standing(begun) + " for the shop",
        () -> ENDS.contains(standing(begun)));
    if (!standing(begun).equals("authorized")) {
      assertThat(purchase.standing()).isNotEqualTo("confirmed");
      return 0;
    }
    List<Integer> lines = begun.order().lines().stream().map(ShopJson.Line::line).toList();
    await(() -> ship(begun, lines));
    await(() -> standing(begun).equals("captured"));
    return begun.order().total().minor();
  }

  private String standing(Begun begun) throws CallFailed {
    return shop.standing(begun.order().order()).standing();
  }

  private boolean ship(Begun begun, List<Integer> lines) throws CallFailed {
    shop.ship(begun.order().order(), new ShopJson.Shipment(lines, "download"));
    return true;
  }

  private WalletJson.Purchase ended(Begun begun) throws Exception {
    await(
        () ->
            switch (wallet.purchase(begun.purchase()).standing()) {
              case "started", "ordered" -> false;
              // The wallet died before it heard of the agreement: its person agrees again.
              case "offered" -> !wallet.approve(begun.purchase()).standing().equals("offered");
              default -> true;
            });
    return wallet.purchase(begun.purchase());
  }

  /** Whether nothing is under way any more, and the cardholder owes at least so much. */
  private boolean isSettled(String account, long owed) throws CallFailed {
    clearing.runCycle();
    AccountJson.Account now = issuer.account(account);
    return clearing.cycles().cycles().stream().allMatch(cycle -> cycle.settled())
        && now.heldMinor() == 0
        && now.balanceMinor() >= owed;
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    await(() -> "it", condition);
  }

  /** Waits; what is told says how things stand if they never come to their end. */
  private static void await(Callable<String> told, Condition condition) throws Exception {
    Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
    CallFailed last = null;
    while (Instant.now().isBefore(end)) {
      try {
        if (condition.holds()) return;
      } catch (CallFailed e) {
        last = e;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(told.call() + " does not come to its end", last);
  }
}
