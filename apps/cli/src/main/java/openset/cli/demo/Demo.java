package openset.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import openset.cli.client.BankClient;
import openset.cli.client.CallFailed;
import openset.cli.client.ShopClient;
import openset.cli.client.WalletClient;
import openset.cli.config.BadConfig;
import openset.cli.serve.CannotStart;
import openset.cli.serve.Ground;
import openset.http.cardholder.WalletJson;
import openset.http.issuer.AccountJson;
import openset.http.merchant.ShopJson;

/** One purchase through the eleven steps, each by the participants' own APIs. */
public final class Demo {
  private static final String SHOP = "lantern";
  private static final String BRAND = "Aurora";
  private static final String ISSUER = "issuer_aurora";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Town town;
  private final Telling telling;
  private final Optional<Decline> decline;
  private final Customer customer;
  private final ShopClient shop;
  private final WalletClient wallet;
  private final BankClient issuer;
  private final Books books;

  private AccountJson.Opened account;
  private WalletJson.Card card;
  private ShopJson.Order order;
  private WalletJson.Purchase purchase;
  private ShopJson.Standing standing;

  /**
   * A purchase in {@code town}.
   *
   * @param decline why it shall be declined; empty where it shall succeed
   * @param listener told of each step
   */
  public Demo(
      Town town, Ground ground, Optional<Decline> decline, Consumer<StepReport> listener)
      throws BadConfig {
    this.town = town;
    this.telling = new Telling(ground.watch(), listener);
    this.decline = decline;
    this.customer = decline.map(Decline::customer).orElse(new Customer("demo", 1_000_000));
    this.shop = town.clients().shop(SHOP);
    this.wallet = town.clients().wallet("wallet");
    this.issuer = town.clients().issuer(ISSUER);
    this.books = new Books(town);
  }

  /**
   * Does all eleven steps.
   *
   * @throws StepFailed at the first that does not come to its end
   */
  public void run() throws StepFailed {
    telling.step(DemoStep.ACCOUNT, this::account);
    telling.step(DemoStep.CARD_CERTIFICATE, this::cardCertificate);
    telling.step(DemoStep.MERCHANT_CERTIFICATES, this::merchantCertificates);
    telling.step(DemoStep.ORDER, this::order);
    telling.step(DemoStep.MERCHANT_VERIFIED, this::merchantVerified);
    pay();
    deliver();
  }

  private void account(Map<String, Object> facts) throws CallFailed {
    account = customer.account(issuer);
    AccountJson.Account seen = issuer.account(account.accountId());
    facts.put("account", account.accountId());
    facts.put("card", seen.card());
    facts.put("cardExpiry", seen.cardExpiry());
    facts.put("limit", Euros.of(seen.limitMinor()));
    facts.put("available", Euros.of(seen.availableMinor()));
  }

  private void cardCertificate(Map<String, Object> facts) throws CallFailed, StepFailed {
    card = customer.card(wallet, BRAND, account);
    facts.put("certificate", card.certificate());
    facts.put("holder", card.holder());
    facts.put("brand", card.brand());
    facts.put("notAfter", card.notAfter());
  }

  private void merchantCertificates(Map<String, Object> facts)
      throws CannotStart, StepFailed, CallFailed {
    try {
      town.openShops();
    } catch (BadConfig e) {
      throw new StepFailed("configuration", e.getMessage());
    }
    facts.putAll(CertificatesOfParties.of(town));
    if (decline.isPresent()) facts.putAll(prepare(decline.get()));
  }

  /** What the bank does meanwhile, so that the purchase will be declined. */
  private Map<String, Object> prepare(Decline why) throws CallFailed {
    return switch (why) {
      case LIMIT -> Map.of();
      case EXPIRED -> {
        issuer.endCard(account.accountId());
        yield Map.of("meanwhile", "the issuer ended the card before its date");
      }
      case UNKNOWN_CARD -> {
        issuer.renumber(account.accountId());
        yield Map.of("meanwhile", "the issuer gave the account another number");
      }
    };
  }

  private void order(Map<String, Object> facts) throws CallFailed {
    int many = decline.equals(Optional.of(Decline.LIMIT)) ? 9 : 1;
    List<ShopJson.Put> goods =
        List.of(new ShopJson.Put("bk-101", many), new ShopJson.Put("eb-201", many));
    ShopJson.Checkout checkout =
        new ShopJson.Checkout(
            "en",
            "Sample Cardholder",
            List.of("1 Example Street", "10000 Example"),
            Optional.of(756));
    order = shop.order(shop.fill(goods), checkout);
    facts.put("orderNumber", order.orderNumber());
    List<String> lines = new ArrayList<>();
    for (ShopJson.Line line : order.lines()) {
      lines.add(
          line.quantity() + " x " + line.description() + " at " + line.unitPrice().text());
    }
    facts.put("lines", lines);
    facts.put("tax", order.tax().text());
    facts.put("delivery", order.delivery().text());
    facts.put("total", order.total().text());
  }

  private void merchantVerified(Map<String, Object> facts) throws CallFailed, StepFailed {
    purchase = wallet.wake(order.initiation(), card.card());
    WalletJson.Offered offered = purchase.offer().orElseThrow(this::stopped);
    facts.put("merchant", offered.merchant());
    offered.origin().ifPresent(origin -> facts.put("origin", origin));
    facts.put("brand", offered.brand());
    facts.put("total", offered.total().text());
    purchase.xid().ifPresent(xid -> facts.put("xid", xid));
  }

  private StepFailed stopped() {
    String rule = purchase.outcome().flatMap(WalletJson.Outcome::rule).orElse("unknown");
    return new StepFailed("wallet", "the purchase was stopped by rule " + rule + ".");
  }

  private void pay() throws StepFailed {
    List<Map<String, Object>> facts = emptyFacts(4);
    telling.steps(
        DemoStep.PAYMENT,
        List.of(
            new Telling.Begins(DemoStep.AUTHORIZATION_REQUEST, "AuthReq"),
            new Telling.Begins(DemoStep.AUTHORIZATION, "0100"),
            new Telling.Begins(DemoStep.CONFIRMATION, "AuthRes")),
        facts,
        () -> {
          purchase = wallet.approve(purchase.purchase());
          standing = shop.standing(order.order());
          tellPayment(facts);
          mustBe(decline.isPresent() ? "declined" : "confirmed");
        });
  }

  private void tellPayment(List<Map<String, Object>> facts) throws CallFailed {
    facts.get(0).put("signed", "dual signature over order and payment");
    facts.get(1).put("merchantReads", "order; payment half carried unopened");
    decision(facts.get(2));
    facts.get(3).put("merchant", standing.standing());
    standing.authCode().ifPresent(code -> facts.get(3).put("authCode", code));
    facts.get(3).put("wallet", purchase.standing());
    purchase
        .outcome()
        .flatMap(WalletJson.Outcome::authCode)
        .ifPresent(code -> facts.get(3).put("receipt", code));
    purchase
        .outcome()
        .flatMap(WalletJson.Outcome::authorized)
        .ifPresent(amount -> facts.get(3).put("authorized", amount.text()));
  }

  private void decision(Map<String, Object> facts) throws CallFailed {
    AccountJson.Authorization decided =
        issuer.authorizations(purchase.xid().orElseThrow()).getFirst();
    facts.put("issuer", decided.state());
    facts.put("responseCode", decided.response());
    if (!decided.reason().isEmpty()) facts.put("reason", decided.reason());
    if (!decided.approval().isEmpty()) facts.put("authorizationCode", decided.approval());
    AccountJson.Account seen = issuer.account(account.accountId());
    facts.put("held", Euros.of(seen.heldMinor()));
    facts.put("available", Euros.of(seen.availableMinor()));
  }

  private void mustBe(String wanted) throws StepFailed {
    if (!purchase.standing().equals(wanted)) {
      throw new StepFailed("wallet", "the purchase is " + purchase.standing() + ".");
    }
  }

  private void deliver() throws StepFailed {
    if (decline.isPresent()) {
      telling.step(
          DemoStep.DELIVERY, facts -> facts.put("delivered", "nothing: not paid for"));
      telling.step(DemoStep.SETTLEMENT, facts -> facts.putAll(books.sums()));
      return;
    }
    List<Map<String, Object>> facts = emptyFacts(2);
    telling.steps(
        DemoStep.DELIVERY,
        List.of(new Telling.Begins(DemoStep.SETTLEMENT, "CapReq")),
        facts,
        () -> {
          List<Integer> all = order.lines().stream().map(ShopJson.Line::line).toList();
          String tracking = "DEMO-" + order.orderNumber();
          standing = shop.ship(order.order(), new ShopJson.Shipment(all, tracking));
          facts.get(0).put("shipped", all.size() + " lines");
          facts.get(0).put("tracking", tracking);
          settle(facts.get(1));
        });
  }

  private void settle(Map<String, Object> facts) throws CallFailed, StepFailed {
    facts.put("merchant", standing.standing());
    ShopJson.Amount captured =
        standing.captured().orElseThrow(() -> new StepFailed("merchant", "nothing captured."));
    facts.put("captured", captured.text());
    facts.put("cycle", books.settle(Instant.now().plus(PATIENCE)));
    AccountJson.Account seen = issuer.account(account.accountId());
    facts.put("onStatement", Euros.of(seen.balanceMinor()));
    facts.put("held", Euros.of(seen.heldMinor()));
    facts.putAll(books.owed());
    facts.putAll(books.sums());
  }

  private static List<Map<String, Object>> emptyFacts(int steps) {
    List<Map<String, Object>> facts = new ArrayList<>();
    for (int i = 0; i < steps; i++) facts.add(new LinkedHashMap<>());
    return facts;
  }
}
