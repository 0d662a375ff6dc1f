package openset.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openset.cli.client.BankClient;
import openset.cli.client.CallFailed;
import openset.cli.client.Clients;
import openset.cli.client.ShopClient;
import openset.cli.client.WalletClient;
import openset.cli.demo.Customer;
import openset.http.cardholder.WalletJson;
import openset.http.merchant.ShopJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Buys something at a shop with a wallet that is served somewhere. */
@Command(
    name = "buy",
    description = {
      "Orders at a shop and pays with a wallet, both of which are being served.",
      "Prints the order, what the wallet verified, and what became of the payment."
    })
final class BuyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--wallet",
      paramLabel = "FILE",
      required = true,
      description = "The wallet's configuration file: says where it is and how its owner gets in.")
  private Path walletFile;

  @Option(
      names = "--shop",
      paramLabel = "URL",
      required = true,
      description = "The shop's address, for example http://127.0.0.1:7711.")
  private URI shopUri;

  @Option(
      names = "--item",
      paramLabel = "SKU",
      defaultValue = "eb-201",
      description = "What to buy (default: ${DEFAULT-VALUE}).")
  private List<String> items;

  @Option(
      names = "--quantity",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many of each (default: ${DEFAULT-VALUE}).")
  private int quantity;

  @Option(
      names = "--card",
      paramLabel = "ID",
      description = "Which of the wallet's cards pays; the first where there is none named.")
  private String card;

  @Option(
      names = "--issuer",
      paramLabel = "URL",
      description = {
        "An issuer's address: a wallet without a card opens an account there first, for a sample",
        "customer, and registers its card."
      })
  private URI issuer;

  @Option(
      names = "--brand",
      paramLabel = "BRAND",
      defaultValue = "Aurora",
      description = "The brand of that issuer's cards (default: ${DEFAULT-VALUE}).")
  private String brand;

  @Option(
      names = "--security-code",
      interactive = true,
      arity = "0",
      description = {
        "Asks for the code printed on the card, which the bank then checks. It is never given",
        "as an argument, and nobody keeps it."
      })
  private char[] securityCode;

  @Option(
      names = "--postal-code",
      paramLabel = "CODE",
      description = "Of the address that the bank sends its bills to, which it then checks.")
  private String postalCode;

  @Option(
      names = "--street",
      paramLabel = "STREET",
      description = "Street and number of that address.")
  private String street;

  @Override
  public Integer call() throws Exception {
    Path file = walletFile.toAbsolutePath();
    String name = file.getFileName().toString().replaceFirst("[.]json$", "");
    try (ShopClient shop = new ShopClient("shop", shopUri, Optional.empty());
        Clients clients = new Clients(file.getParent())) {
      WalletClient wallet = clients.wallet(name);
      return buy(shop, wallet);
    }
  }

  private int buy(ShopClient shop, WalletClient wallet) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    String paying = card(wallet);
    ShopJson.Order order = order(shop);
    print(order);
    WalletJson.Purchase offered = wallet.wake(order.initiation(), paying);
    if (offered.offer().isEmpty()) return stopped(offered);
    out.println(
        "Verified: " + offered.offer().get().merchant() + " offers this for "
            + offered.offer().get().total().text());
    WalletJson.Purchase paid = approve(wallet, offered);
    out.println("The payment is " + paid.standing() + reason(paid));
    out.flush();
    return paid.standing().equals("confirmed") ? 0 : 1;
  }

  private WalletJson.Purchase approve(WalletClient wallet, WalletJson.Purchase offered)
      throws CallFailed {
    if (securityCode == null && postalCode == null) return wallet.approve(offered.purchase());
    return wallet.approve(
        offered.purchase(),
        new WalletJson.Checks(
            Optional.ofNullable(securityCode).map(String::valueOf),
            Optional.ofNullable(postalCode),
            Optional.ofNullable(street)));
  }

  private ShopJson.Order order(ShopClient shop) throws CallFailed {
    List<ShopJson.Put> goods =
        items.stream().map(sku -> new ShopJson.Put(sku, quantity)).toList();
    return shop.order(
        shop.fill(goods),
        new ShopJson.Checkout(
            "en",
            "Sample Cardholder",
            List.of("1 Example Street", "10000 Example"),
            Optional.of(756)));
  }

  private void print(ShopJson.Order order) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Order " + order.orderNumber());
    for (ShopJson.Line line : order.lines()) {
      out.println(
          "  " + line.quantity() + " x " + line.description() + "  " + line.lineTotal().text());
    }
    out.println("  tax " + order.tax().text() + ", delivery " + order.delivery().text());
    out.println("  total " + order.total().text());
  }

  private String card(WalletClient wallet) throws Exception {
    if (card != null) return card;
    List<WalletJson.Card> cards = wallet.cards();
    return cards.isEmpty() ? registered(wallet) : cards.getFirst().card();
  }

  private String registered(WalletClient wallet) throws Exception {
    if (issuer == null) {
      throw new IllegalStateException(
          "The wallet has no certified card; with --issuer it gets one of a new account.");
    }
    Customer customer = new Customer("buy", 500_000);
    try (BankClient bank = new BankClient("issuer", issuer, Optional.empty())) {
      WalletJson.Card certified = customer.card(wallet, brand, customer.account(bank));
      spec.commandLine().getOut().println("Registered the card " + certified.number());
      return certified.card();
    }
  }

  private int stopped(WalletJson.Purchase purchase) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("The wallet stopped the purchase" + reason(purchase));
    out.flush();
    return 1;
  }

  private static String reason(WalletJson.Purchase purchase) {
    return purchase
        .outcome()
        .flatMap(outcome -> outcome.authCode().or(outcome::rule))
        .map(reason -> " (" + reason + ").")
        .orElse(".");
  }
}
