package openset.pages.shop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import openset.conduct.ConductLimits;
import openset.conduct.Peers;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.merchant.Merchant;
import openset.merchant.sale.Practice;
import openset.merchant.shop.Catalogue;
import openset.merchant.shop.Product;
import openset.merchant.shop.Terms;
import openset.pages.Words;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.initiation.InitiationText;
import openset.set.initiation.PaymentInitiation;
import openset.set.initiation.Returns;
import openset.set.initiation.WebAddress;
import openset.store.Database;
import openset.store.EmbeddedServer;

/** A real merchant's shop on a real database, whose gateway is away: nobody pays here. */
final class OpenShop implements AutoCloseable {
  static final URI WALLET = URI.create("http://wallet.example");
  private static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Database database;
  private final Merchant merchant;
  private final HttpServer server;

  /** Opens a shop with a shipped catalogue, and more products after it. */
  OpenShop(String catalogue, Words name, String... more) throws IOException {
    String fresh = "p" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    database =
        Database.open(
            SERVER.database(fresh, fresh, "tests only".toCharArray()), Merchant.MIGRATIONS);
    List<Product> products = new ArrayList<>(Catalogue.shipped(catalogue, "EUR"));
    String text = String.join("\n", more);
    products.addAll(Catalogue.read(new BufferedReader(new StringReader(text)), "EUR"));
    merchant = merchant(products);
    Storefront front = Storefront.of(catalogue, name.en());
    server =
        HttpServer.start(
            Listen.local(0),
            HttpLimits.OPEN,
            ShopPages.routes(
                new ShopPages.Given(
                    merchant,
                    new Storefront(
                        name,
                        front.brand(),
                        front.welcome(),
                        front.about(),
                        front.categories(),
                        front.mark()),
                    order ->
                        InitiationText.write(
                            PaymentInitiation.of(
                                order.offer(),
                                new WebAddress("http://shop.example/set"),
                                Returns.NONE)),
                    WALLET)),
            InstantSource.system());
  }

  private Merchant merchant(List<Product> products) {
    Randomness randomness = Randomness.secure();
    return Merchant.start(
        new Merchant.Premises(
            "shop",
            new Terms(
                List.of(new BrandID("Aurora")),
                CurrencyAmount.of("EUR", 490),
                CurrencyAmount.of("EUR", 5_000)),
            products,
            (brand, means) -> {
              throw new IllegalStateException("nobody pays here");
            },
            Practice.PLAIN,
            ConductLimits.STANDARD),
        new Merchant.Given(
            database,
            Vault.of(SecretBytes.random(Vault.KEY_OCTETS, randomness), randomness),
            (url, wrapper) -> new Peers.Reply.Nothing("away"),
            () -> {
              throw new IllegalStateException("nobody pays here");
            },
            InstantSource.system(),
            randomness));
  }

  Merchant merchant() {
    return merchant;
  }

  URI uri() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
    merchant.close();
    database.close();
  }
}
