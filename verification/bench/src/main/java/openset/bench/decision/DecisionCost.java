package openset.bench.decision;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import openset.bench.Scratch;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.iso8583.host.Amount;
import openset.issuer.Issuer;
import openset.issuer.IssuerConfig;
import openset.issuer.card.Bin;
import openset.issuer.decision.Condition;
import openset.issuer.decision.Recent;
import openset.issuer.decision.Rule;
import openset.issuer.decision.RuleSet;
import openset.issuer.decision.Series;
import openset.issuer.decision.Spending;
import openset.issuer.host.Peers;
import openset.issuer.opening.Application;
import openset.issuer.opening.ApplicationId;
import openset.issuer.opening.Opening;
import openset.issuer.opening.OpeningPolicy;
import openset.issuer.simulator.Simulation;
import openset.ledger.Ledger;
import openset.ledger.Money;
import openset.store.Database;
import openset.store.EmbeddedServer;

/**
 * CPU time of the one thread that decides on an authorization: the rules of spending alone, and the
 * whole answer with what it reads and writes, database and disk not counted, the simulator's own
 * transaction included. Argument: how many whole answers a round (300).
 */
public final class DecisionCost {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int EUR = 978;
  private static final int ROUNDS = 9;
  private static final int RECENT = 100;
  private static final int CARDS = 100;
  private static final double WANTED_MICROS = 1_000;

  private DecisionCost() {}

  /** Measures and prints; exits with 1 where a decision takes a millisecond or more. */
  public static void main(String[] arguments) throws Exception {
    int answers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
    System.out.println("rules   purchases lately   microseconds of CPU a decision");
    double longest = 0;
    for (int rules : new int[] {1, 20, 200}) {
      double micros = decision(rules(rules));
      System.out.printf(Locale.ROOT, "%5d %18d %32.2f%n", rules, RECENT, micros);
      longest = Math.max(longest, micros);
    }
    double whole = whole(answers);
    System.out.printf(Locale.ROOT, "whole answer, 20 rules: %.0f microseconds of CPU%n", whole);
    System.out.printf(Locale.ROOT, "wanted / decision: %.0f%n", WANTED_MICROS / longest);
    if (longest >= WANTED_MICROS) System.exit(1);
  }

  /** None is broken, so that all are asked. */
  private static List<Rule> rules(int many) {
    List<Condition> kinds =
        List.of(
            new Condition.Sum(new Money(EUR, 900_000_000), Duration.ofDays(1)),
            new Condition.Count(1_000_000, Duration.ofDays(1)),
            new Condition.Ceiling(new Money(EUR, 900_000_000)),
            new Condition.Categories(false, Set.of("7995", "6051")));
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Condition condition = kinds.get(i % kinds.size());
      rules.add(new Rule("rule " + i, Optional.empty(), Rule.Outcome.DECLINE, condition));
    }
    return rules;
  }

  private static double decision(List<Rule> rules) {
    RuleSet set = new RuleSet(1, rules);
    Instant now = Instant.now();
    List<Recent.Spent> spent = new ArrayList<>();
    for (int i = 0; i < RECENT; i++) {
      spent.add(new Recent.Spent(now.minusSeconds(i), new Amount(1_000, EUR)));
    }
    Recent recent = new Recent(spent);
    Spending spending =
        new Spending(
            now, new Amount(4_000, EUR), "5942", Optional.of("GB"), "standard", Series.SINGLE);
    return micros(
        2_000,
        () -> {
          if (set.broken(spending, recent).isPresent()) {
            throw new IllegalStateException("a rule that is not to be broken");
          }
        });
  }

  private static double whole(int answers) throws Exception {
    try (Scratch scratch = Scratch.of("decision");
        EmbeddedServer server = EmbeddedServer.start(scratch.folder());
        Database database =
            Database.open(
                server.database("issuer", "issuer", "correct horse".toCharArray()),
                Ledger.MIGRATIONS,
                Issuer.MIGRATIONS);
        Issuer issuer = issuer(database)) {
      int version = issuer.rules().draft(rules(20), "", "bench");
      issuer.rules().backTest(version, Instant.EPOCH, Instant.now());
      issuer.rules().promote(version, "bench");
      List<Simulation.Bought> purchases = new ArrayList<>();
      for (int i = 0; i < CARDS; i++) purchases.add(bought(issuer, i));
      Simulation simulation = issuer.simulation().orElseThrow();
      AtomicInteger next = new AtomicInteger();
      return micros(
          answers,
          () -> {
            Simulation.Bought bought = purchases.get(next.getAndIncrement() % CARDS);
            boolean approved =
                simulation.authorize(bought).orElseThrow().response().equals("00");
            if (!approved) throw new IllegalStateException("a purchase was declined");
          });
    }
  }

  private static Simulation.Bought bought(Issuer issuer, int number) {
    Opening.AccountOpened card =
        (Opening.AccountOpened) issuer.opening().open(application(number));
    return new Simulation.Bought(card.account(), new Amount(1, EUR), "SHOP", "5942");
  }

  private static Issuer issuer(Database database) throws Exception {
    Randomness randomness = Randomness.secure();
    IssuerConfig config =
        new IssuerConfig(
                new IssuerConfig.Bank("Bank of Aurora", "GB", new Bin("999001")),
                new OpeningPolicy(18, new Money(EUR, 1_000), new Money(EUR, 1_000_000), 36),
                Duration.ofDays(7),
                new IssuerConfig.Link(
                    "127.0.0.1", 0, new Peers("999100", Set.of("990011"), "990099")))
            .simulated(true);
    Vault vault = Vault.of(SecretBytes.random(Vault.KEY_OCTETS, randomness), randomness);
    return Issuer.start(config, database, vault, InstantSource.system(), randomness);
  }

  private static Application application(int number) {
    return new Application(
        new ApplicationId("bench-" + number),
        "Zoe Quill",
        "1990-02-28",
        new Application.StatedAddress("1 Example Street", "Example", "10000", "GB"),
        new Application.StatedDocument("passport", "X7700" + number, "GB", "2099-01-01"),
        new Money(EUR, 1_000_000));
  }

  /** Microseconds that one takes: the median of nine rounds, after two that are not counted. */
  private static double micros(int times, Runnable work) {
    round(times, work);
    round(times, work);
    double[] each = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) each[i] = round(times, work);
    Arrays.sort(each);
    return each[ROUNDS / 2];
  }

  private static double round(int times, Runnable work) {
    long before = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) work.run();
    return (THREADS.getCurrentThreadCpuTime() - before) / 1_000.0 / times;
  }
}
