package openset.cli.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import openset.cli.client.BankClient;
import openset.cli.client.CallFailed;
import openset.cli.client.ShopClient;
import openset.cli.client.WalletClient;
import openset.cli.config.BadConfig;
import openset.cli.demo.Books;
import openset.cli.demo.Customer;
import openset.cli.demo.StepFailed;
import openset.cli.demo.Town;
import openset.cli.watch.Watch;
import openset.http.cardholder.WalletJson;
import openset.http.issuer.AccountJson;
import openset.http.merchant.ShopJson;

/** Many customers who buy at one shop at the same time. */
public final class Load {
  private static final String SHOP = "lantern";
  private static final String BRAND = "Aurora";
  private static final String ISSUER = "issuer_aurora";
  private static final String ARTICLE = "eb-201";
  private static final long LIMIT_MINOR = 1_000_000;
  private static final long PRICE_MOST = 1_000;
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(5);

  private final Town town;
  private final Watch watch;
  private final ShopClient shop;
  private final WalletClient wallet;
  private final BankClient issuer;
  private final List<Buyer> buyers = new ArrayList<>();
  private final Timings timings = new Timings("order", "verify", "pay", "deliver", "whole");
  private final ConcurrentLinkedQueue<Paid> paid = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  /** A customer with a certified card. */
  private record Buyer(String account, String card) {}

  /** A purchase that the wallet has confirmed. */
  private record Paid(String order, long minor) {}

  /**
   * How much.
   *
   * @param purchases in all
   * @param concurrency at the same time
   */
  public record Wish(int purchases, int concurrency) {
    public Wish {
      if (purchases < 1 || concurrency < 1 || concurrency > 512) {
        throw new IllegalArgumentException("at least one purchase, 1 to 512 at the same time");
      }
    }
  }

  /** A load on {@code town}, whose shops are open. */
  public Load(Town town, Watch watch) throws BadConfig {
    this.town = town;
    this.watch = watch;
    this.shop = town.clients().shop(SHOP);
    this.wallet = town.clients().wallet("wallet");
    this.issuer = town.clients().issuer(ISSUER);
  }

  /**
   * Gives each buyer an account and a certified card, where they have none.
   *
   * @param progress told how many are ready
   */
  public void prepare(Wish wish, IntConsumer progress) throws CallFailed, StepFailed {
    long needed = 1 + wish.purchases() * PRICE_MOST / (LIMIT_MINOR / 2);
    int count = (int) Math.max(needed, Math.min(wish.concurrency(), wish.purchases()));
    for (int number = 1; buyers.size() < count; number++) {
      Customer customer = new Customer("load-" + number, LIMIT_MINOR);
      AccountJson.Opened account = customer.account(issuer);
      long available = issuer.account(account.accountId()).availableMinor();
      if (available < LIMIT_MINOR / 2) continue;
      WalletJson.Card card = customer.card(wallet, BRAND, account);
      buyers.add(new Buyer(account.accountId(), card.card()));
      progress.accept(buyers.size());
    }
  }

  /** How many customers are needed for a wish. */
  public int buyers() {
    return buyers.size();
  }

  /**
   * Buys.
   *
   * @param progress told how many purchases are done
   */
  public LoadReport run(Wish wish, IntConsumer progress)
      throws CallFailed, StepFailed, BadConfig, InterruptedException {
    long owedBefore = owedByBuyers();
    Traffic traffic = new Traffic();
    long begin = System.nanoTime();
    long cpu = Cpu.nanos();
    Watch.Listening listening = watch.listen(traffic);
    try {
      buyAll(wish, progress);
    } finally {
      listening.close();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpuMs = (Cpu.nanos() - cpu) / 1e6 / wish.purchases();
    return report(wish, seconds, cpuMs, traffic, owedBefore);
  }

  private void buyAll(Wish wish, IntConsumer progress) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < wish.concurrency(); i++) {
        threads.submit(
            () -> {
              for (int n = next.getAndIncrement();
                  n < wish.purchases();
                  n = next.getAndIncrement()) {
                buyOne(buyers.get(n % buyers.size()));
                progress.accept(done.incrementAndGet());
              }
            });
      }
      threads.shutdown();
      threads.awaitTermination(1, TimeUnit.HOURS);
    }
  }

  private void buyOne(Buyer buyer) {
    try {
      long begin = System.nanoTime();
      ShopJson.Order order = order();
      long ordered = System.nanoTime();
      WalletJson.Purchase offered = wallet.wake(order.initiation(), buyer.card());
      long verified = System.nanoTime();
      WalletJson.Purchase bought = wallet.approve(offered.purchase());
      long payed = System.nanoTime();
      if (!bought.standing().equals("confirmed")) {
        failures.merge("the purchase is " + bought.standing(), 1, Integer::sum);
        return;
      }
      paid.add(new Paid(order.order(), order.total().minor()));
      List<Integer> lines = order.lines().stream().map(ShopJson.Line::line).toList();
      shop.ship(order.order(), new ShopJson.Shipment(lines, "download"));
      long delivered = System.nanoTime();
      timings.add("order", ordered - begin);
      timings.add("verify", verified - ordered);
      timings.add("pay", payed - verified);
      timings.add("deliver", delivered - payed);
      timings.add("whole", delivered - begin);
    } catch (CallFailed e) {
      failures.merge(e.participant() + ": " + e.getMessage(), 1, Integer::sum);
    }
  }

  private ShopJson.Order order() throws CallFailed {
    ShopJson.Basket basket = shop.fill(List.of(new ShopJson.Put(ARTICLE, 1)));
    return shop.order(
        basket,
        new ShopJson.Checkout("en", "Sample Cardholder", List.of(), Optional.empty()));
  }

  private LoadReport report(
      Wish wish, double seconds, double cpuMs, Traffic traffic, long owedBefore)
      throws CallFailed, StepFailed, BadConfig {
    int captured = 0;
    long minor = 0;
    for (Paid one : paid) {
      if (shop.standing(one.order()).standing().equals("captured")) captured++;
      minor += one.minor();
    }
    Books books = new Books(town);
    books.settleAll(Instant.now().plus(SETTLED_WITHIN));
    boolean balanced = books.areBalanced() && owedByBuyers() - owedBefore == minor;
    return new LoadReport(
        wish.purchases(),
        paid.size(),
        captured,
        paid.size() - captured,
        Math.round(seconds * 100) / 100.0,
        Math.round(paid.size() / seconds * 10) / 10.0,
        Math.round(cpuMs * 100) / 100.0,
        timings.percentiles(),
        traffic.sizes(),
        balanced,
        Map.copyOf(failures));
  }

  /** What all buyers owe the issuer; nothing of it is only held once all is settled. */
  private long owedByBuyers() throws CallFailed {
    long owed = 0;
    for (Buyer buyer : buyers) owed += issuer.account(buyer.account()).balanceMinor();
    return owed;
  }
}
