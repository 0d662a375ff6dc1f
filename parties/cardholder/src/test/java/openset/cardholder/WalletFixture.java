package openset.cardholder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import openset.asn1.AsSent;
import openset.conduct.ConductLimits;
import openset.conduct.Peers;
import openset.crypto.KeyFile;
import openset.crypto.Passphrase;
import openset.crypto.SecretBytes;
import openset.crypto.Suite;
import openset.crypto.Vault;
import openset.pki.Trust;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.LocalID;
import openset.set.data.Salt;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;
import openset.set.initiation.PaymentInitiation;
import openset.set.initiation.Returns;
import openset.set.initiation.WebAddress;
import openset.store.Database;
import openset.store.EmbeddedServer;

/** Wallets on a real database, and what a shop gives them. */
final class WalletFixture {
  static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Passphrase PASSPHRASE = Passphrase.of("correct horse");
  private static final ConductLimits LIMITS =
      new ConductLimits(
          Duration.ofSeconds(3),
          Duration.ofMillis(10),
          Duration.ofMillis(50),
          16,
          Duration.ofMillis(100));

  final Database database;
  final Vault vault;
  final Trust trust;
  Duration inquireEvery = Duration.ofHours(1);
  private final Path keys;

  WalletFixture(Path directory, Trust trust) {
    this.trust = trust;
    vault = Vault.of(SecretBytes.random(Vault.KEY_OCTETS, Authority.RANDOM), Authority.RANDOM);
    String name = "wallet" + COUNT.incrementAndGet();
    database =
        Database.open(SERVER.database(name, name, "secret".toCharArray()), Wallet.MIGRATIONS);
    keys = directory.resolve(name + ".p12");
    try {
      KeyFile.create(keys, PASSPHRASE);
    } catch (KeyFile.Unusable | IOException e) {
      throw new AssertionError(e);
    }
  }

  private WalletFixture(WalletFixture same, Trust trust) {
    this.database = same.database;
    this.vault = same.vault;
    this.keys = same.keys;
    this.trust = trust;
  }

  /** The same wallet, that trusts others. */
  WalletFixture knowing(Trust others) {
    return new WalletFixture(this, others);
  }

  /** The wallet, in a process that begins now. */
  Wallet open(Peers peers) {
    return Wallet.open(
        new Wallet.Setup(
            "wallet",
            Suite.CLASSICAL.signature(),
            Duration.ofMinutes(30),
            inquireEvery,
            LIMITS),
        new Wallet.Given(
            database,
            vault,
            keyFile(),
            peers,
            () -> Brand.means(trust),
            InstantSource.system()));
  }

  /** Every row of every table, octets in hexadecimal. */
  String dump() {
    return database
        .transactions()
        .inTransaction(
            tx -> {
              StringBuilder all = new StringBuilder();
              List<String> tables =
                  tx.handle()
                      .createQuery(
                          "select table_name from information_schema.tables"
                              + " where table_schema = 'public'")
                      .mapTo(String.class)
                      .list();
              for (String table : tables) {
                tx.handle()
                    .createQuery("select t::text from " + table + " t")
                    .mapTo(String.class)
                    .forEach(row -> all.append(row).append('\n'));
              }
              return all.toString();
            });
  }

  /** The aliases in the key file as it lies there now. */
  Set<String> aliases() {
    return keyFile().aliases();
  }

  /** The certificates under an alias in the key file. */
  List<byte[]> chain(String alias) {
    return keyFile().chain(alias);
  }

  private KeyFile keyFile() {
    try {
      return KeyFile.load(keys, PASSPHRASE);
    } catch (KeyFile.Unusable | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits for what happens by itself. */
  static void eventually(BooleanSupplier happened) {
    Instant until = Instant.now().plusSeconds(20);
    while (!happened.getAsBoolean() && Instant.now().isBefore(until)) {
      LockSupport.parkNanos(20_000_000);
    }
    assertThat(happened.getAsBoolean()).isTrue();
  }

  /** An offer of two lines with tax and delivery, {@code minor} cents for each line. */
  static AsSent<Offer> offer(String lidM, String brand, long minor) {
    CurrencyAmount price = CurrencyAmount.of("EUR", minor);
    CurrencyAmount tax = CurrencyAmount.of("EUR", 140);
    CurrencyAmount delivery = CurrencyAmount.of("EUR", 490);
    OrderLine first =
        new OrderLine(
            1, "bk-101", "The Quiet Harbour", 1, price, price, Salt.random(Authority.RANDOM));
    OrderLine second =
        new OrderLine(
            2, "bk-102", "Winter Atlas", 1, price, price, Salt.random(Authority.RANDOM));
    return AsSent.of(
        Offer.TYPE,
        new Offer(
            LocalID.ofText(lidM),
            Authority.NOW,
            List.of(new BrandID(brand)),
            List.of(first, second),
            tax,
            delivery,
            price.plus(price).plus(tax).plus(delivery),
            new Delivery(
                DeliveryMethod.parcel,
                "Sample Cardholder",
                List.of("1 Example Street"),
                Optional.empty()),
            Optional.empty()));
  }

  static PaymentInitiation initiation(AsSent<Offer> offer) {
    return PaymentInitiation.of(
        offer, new WebAddress("https://shop.example/set"), Returns.NONE);
  }
}
