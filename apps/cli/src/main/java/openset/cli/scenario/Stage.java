package openset.cli.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.cli.client.BankClient;
import openset.cli.client.CallFailed;
import openset.cli.client.Clients;
import openset.cli.client.ShopClient;
import openset.cli.client.WalletClient;
import openset.cli.config.BadConfig;
import openset.cli.demo.Books;
import openset.cli.demo.Customer;
import openset.cli.demo.StepFailed;
import openset.cli.demo.Town;
import openset.cli.demo.Waiting;
import openset.cli.ledger.MoneyText;
import openset.cli.serve.CannotStart;
import openset.cli.serve.Ground;
import openset.cli.watch.Passed;
import openset.cli.watch.Watch;
import openset.http.cardholder.WalletJson;
import openset.http.issuer.AccountJson;
import openset.http.merchant.OrderJson;
import openset.http.merchant.ShopJson;
import openset.ledger.Money;

/**
 * A town in which a scenario happens, with a customer who has a certified card and shops that are
 * open. What happens is told as it happens, with every message that passes.
 */
final class Stage {
  private static final String SHOP = "lantern";
  private static final String BRAND = "Aurora";
  private static final String ISSUER = "issuer_aurora";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Town town;
  private final Watch watch;
  private final ToldScenario told;
  private final ShopClient shop;
  private final WalletClient wallet;
  private final BankClient issuer;
  private final Books books;
  private final AccountJson.Opened account;
  private final WalletJson.Card card;

  private Stage(Town town, Watch watch, ToldScenario told, Customer customer)
      throws BadConfig, CallFailed, StepFailed, CannotStart {
    this.town = town;
    this.watch = watch;
    this.told = told;
    this.shop = town.clients().shop(SHOP);
    this.wallet = town.clients().wallet("wallet");
    this.issuer = town.clients().issuer(ISSUER);
    this.books = new Books(town);
    this.account = customer.account(issuer);
    this.card = customer.card(wallet, BRAND, account);
    town.openShops();
  }

  /** Prepares the town: an account, a certified card, open shops. */
  static Stage in(Town town, Ground ground, ToldScenario told)
      throws BadConfig, CallFailed, StepFailed, CannotStart {
    return new Stage(town, ground.watch(), told, new Customer("scenario", 1_000_000));
  }

  /** The same town with another customer. */
  Stage with(Customer other) throws CallFailed, StepFailed {
    try {
      return new Stage(town, watch, told, other);
    } catch (BadConfig | CannotStart e) {
      throw new StepFailed("world", e.getMessage());
    }
  }

  /** Something happens, and puts what a person would check of it into the facts. */
  @FunctionalInterface
  interface Act {
    void happens(Map<String, Object> facts) throws CallFailed, StepFailed;
  }

  /** Lets something happen and tells of it: the sentence, the messages, the facts, the time. */
  void tells(String sentence, Act act) throws CallFailed, StepFailed {
    Map<String, Object> facts = new LinkedHashMap<>();
    long begin = System.nanoTime();
    List<Passed> messages;
    try (Watch.Recording recording = watch.record()) {
      act.happens(facts);
      messages = recording.messages();
    }
    told.act(sentence, Duration.ofNanos(System.nanoTime() - begin), messages, facts);
  }

  /** Goods of the shop, so many. */
  static ShopJson.Put good(String sku, int quantity) {
    return new ShopJson.Put(sku, quantity);
  }

  /** The customer orders goods, is shown the merchant and pays; approved or it is a failure. */
  Bought buys(List<ShopJson.Put> goods) throws CallFailed, StepFailed {
    Bought[] bought = new Bought[1];
    tells("The customer orders and pays", facts -> {
      bought[0] = pays(goods);
      facts.put("order", bought[0].order().orderNumber());
      facts.put("total", bought[0].order().total().text());
      facts.put("merchant", bought[0].standing().standing());
      facts.put("wallet", bought[0].purchase().standing());
    });
    if (!bought[0].purchase().standing().equals("confirmed")) {
      throw new StepFailed("wallet", "the purchase is " + bought[0].purchase().standing() + ".");
    }
    return bought[0];
  }

  /** As {@link #buys}, whatever comes of it, and without telling. */
  Bought pays(List<ShopJson.Put> goods) throws CallFailed, StepFailed {
    return pays(shop, goods);
  }

  /** The same in another shop. */
  Bought pays(ShopClient shop, List<ShopJson.Put> goods) throws CallFailed, StepFailed {
    ShopJson.Order order = orders(shop, goods);
    return new Bought(shop, Bought.Ordered.of(order), pays(order.initiation()));
  }

  /** An order that nobody has paid yet. */
  ShopJson.Order orders(ShopClient shop, List<ShopJson.Put> goods) throws CallFailed {
    ShopJson.Checkout checkout =
        new ShopJson.Checkout(
            "en",
            "Sample Cardholder",
            List.of("1 Example Street", "10000 Example"),
            Optional.of(756));
    return shop.order(shop.fill(goods), checkout);
  }

  /** The same for an order that the shop's own system placed. */
  Bought paysOrder(ShopClient shop, OrderJson.Order order) throws CallFailed, StepFailed {
    return new Bought(shop, Bought.Ordered.of(order), pays(order.initiation()));
  }

  /** The customer pays what an initiation asks for. */
  WalletJson.Purchase pays(String initiation) throws CallFailed, StepFailed {
    WalletJson.Purchase woken = wallet.wake(initiation, card.card());
    if (woken.offer().isEmpty()) throw new StepFailed("wallet", "the purchase was stopped.");
    return wallet.approve(woken.purchase());
  }

  /** A settlement cycle is closed, and every bank books it. */
  void settles() throws CallFailed, StepFailed {
    tells("The clearing house closes the cycle, and the banks book it", facts -> {
      facts.put("cycle", books.settle(Instant.now().plus(PATIENCE)));
      AccountJson.Account seen = issuer.account(account.accountId());
      facts.put("on the customer's statement", amount(seen.balanceMinor()));
      facts.put("held", amount(seen.heldMinor()));
    });
  }

  /** What is held of the customer's limit, minor units. */
  long held() throws CallFailed {
    return issuer.account(account.accountId()).heldMinor();
  }

  /** Puts into the facts what is held of the customer's limit. */
  void tellHeld(Map<String, Object> facts) throws CallFailed {
    facts.put("held", amount(held()));
  }

  /** Waits until no more is held than this, minor units. */
  void awaitsHeld(long most, Map<String, Object> facts) throws CallFailed, StepFailed {
    Waiting.until(
        Instant.now().plus(PATIENCE),
        () -> Optional.of(held()).filter(now -> now <= most),
        () -> new StepFailed("issuer", "something is held still."));
    tellHeld(facts);
  }

  private String amount(long minor) {
    return MoneyText.of(new Money(account.currency(), minor));
  }

  /** The town, for what only one scenario needs. */
  Town town() {
    return town;
  }

  /** The shop, with its staff's key. */
  ShopClient shop() {
    return shop;
  }

  /** Another shop of the town, with its staff's key. */
  ShopClient shopCalled(String name) throws StepFailed {
    return reaches(clients -> clients.shop(name));
  }

  /** A way to somebody's API. */
  @FunctionalInterface
  interface Way<C> {
    C of(Clients clients) throws BadConfig;
  }

  /** Somebody's API, with the key of those who use it. */
  <C> C reaches(Way<C> way) throws StepFailed {
    try {
      return way.of(town.clients());
    } catch (BadConfig e) {
      throw new StepFailed("world", e.getMessage());
    }
  }

  /** The customer's wallet. */
  WalletClient wallet() {
    return wallet;
  }

  /** The customer's bank, with its staff's key. */
  BankClient issuer() {
    return issuer;
  }

  /** The customer's account. */
  AccountJson.Opened account() {
    return account;
  }

  /** The customer's card in the wallet. */
  WalletJson.Card card() {
    return card;
  }

  /** The books of all banks, and the closing of cycles. */
  Books books() {
    return books;
  }
}
