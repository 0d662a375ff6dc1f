package openset.bench.clearing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import openset.bench.Scratch;
import openset.clearing.ClearingConfig;
import openset.clearing.ClearingConfig.Bank;
import openset.clearing.ClearingConfig.Delivery;
import openset.clearing.ClearingHouse;
import openset.clearing.ClosedCycle;
import openset.clearing.file.FileOffice;
import openset.clearing.file.Receipt;
import openset.clearing.store.StoredFile.State;
import openset.iso8583.file.FileHeader;
import openset.iso8583.file.FileRefused;
import openset.ledger.CurrencySum;
import openset.ledger.Ledger;
import openset.store.Address;
import openset.store.Database;
import openset.store.EmbeddedServer;

/**
 * Captures that a clearing house takes in one file, matches, hands to their issuers in files,
 * learns the answers of, and nets; on the embedded server. Arguments: how many (10000 100000
 * 1000000). Run it with {@code -Xmx1g}.
 */
public final class Captures {
  static final String HOUSE = "999900";
  private static final String ACQUIRER = "999001";
  private static final String[] ISSUERS = {"999100", "999200", "999300"};

  private final Path folder;
  private final ClearingHouse house;
  private final int count;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final Map<String, Double> cpuSeconds = new LinkedHashMap<>();

  private Captures(Path folder, ClearingHouse house, int count) {
    this.folder = folder;
    this.house = house;
    this.count = count;
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    String[] counts =
        arguments.length > 0 ? arguments : new String[] {"10000", "100000", "1000000"};
    List<Captures> runs = new ArrayList<>();
    try (Scratch scratch = Scratch.of("clearing");
        EmbeddedServer server = EmbeddedServer.start(scratch.folder().resolve("pg"))) {
      run(scratch.folder(), server, 2_000, "warm");
      for (String each : counts) {
        runs.add(run(scratch.folder(), server, Integer.parseInt(each), "c" + each));
      }
    }
    System.out.println();
    runs.forEach(Captures::print);
  }

  private static Captures run(Path folder, EmbeddedServer server, int count, String name)
      throws Exception {
    Address address = server.database(name, name, "correct horse".toCharArray());
    List<Bank> banks = new ArrayList<>();
    for (String issuer : ISSUERS) {
      banks.add(new Bank(issuer, "127.0.0.1", 1, Delivery.FILES));
    }
    banks.add(new Bank(ACQUIRER, "127.0.0.1", 1));
    ClearingConfig config =
        new ClearingConfig(
            HOUSE,
            new ClearingConfig.Inbound("127.0.0.1", 0),
            banks,
            Optional.empty(),
            Duration.ofSeconds(1));
    try (Database database =
            Database.open(address, Ledger.MIGRATIONS, ClearingHouse.MIGRATIONS);
        ClearingHouse house =
            ClearingHouse.start(config, database, InstantSource.system())) {
      Captures captures = new Captures(folder, house, count);
      captures.clear();
      return captures;
    }
  }

  /** Something of which the time is taken. */
  private interface Phase {
    void run() throws IOException, FileRefused;
  }

  private void phase(String name, Phase phase) throws Exception {
    double cpuBefore = cpuSeconds();
    long begin = System.nanoTime();
    phase.run();
    double took = (System.nanoTime() - begin) / 1e9;
    double cpu = cpuSeconds() - cpuBefore;
    seconds.put(name, took);
    cpuSeconds.put(name, cpu);
    System.out.printf(
        Locale.ROOT, "%9d  %-8s %7.2f s, %7.2f s of CPU%n", count, name, took, cpu);
  }

  private void clear() throws Exception {
    FileOffice office = house.files();
    Path file = folder.resolve("captures." + count);
    FileHeader header = BankFile.captures(file, ACQUIRER, count, ISSUERS);
    phase("receive", () -> BankFile.send(office, ACQUIRER, header, file));
    phase(
        "match",
        () -> {
          house.wake();
          await(() -> isBooked(ACQUIRER, header));
        });
    phase("write", () -> await(() -> cutOff() && isWritten()));
    Map<String, FileHeader> answers = new LinkedHashMap<>();
    for (String issuer : ISSUERS) {
      answers.put(issuer, BankFile.answers(office, issuer, "C00000001", answersOf(issuer)));
    }
    phase(
        "answers",
        () -> {
          for (String issuer : ISSUERS) {
            BankFile.send(office, issuer, answers.get(issuer), answersOf(issuer));
          }
          house.wake();
          for (String issuer : ISSUERS) await(() -> isBooked(issuer, answers.get(issuer)));
        });
    phase("net", () -> await(() -> house.cycles(1).getFirst().isNetted()));
    check();
  }

  private Path answersOf(String issuer) {
    return folder.resolve("answers." + count + "." + issuer);
  }

  private boolean cutOff() {
    if (house.cycles(1).isEmpty()) house.runCycle();
    return true;
  }

  private boolean isWritten() {
    for (String issuer : ISSUERS) {
      if (house.files().written(issuer, false, "C00000001").isEmpty()) return false;
    }
    return true;
  }

  private boolean isBooked(String bank, FileHeader header) {
    Receipt receipt =
        house.files().receipt(bank, header.answers(), header.name()).orElseThrow();
    return receipt.state() == State.BOOKED;
  }

  private void await(BooleanSupplier done) {
    while (!done.getAsBoolean()) LockSupport.parkNanos(20_000_000);
  }

  private void check() {
    ClosedCycle cycle = house.cycles(1).getFirst();
    long items =
        cycle.positions().stream().mapToLong(each -> each.totals().creditCount()).sum();
    long net = cycle.positions().stream().mapToLong(each -> each.totals().net()).sum();
    if (items != count || net != 0) throw new IllegalStateException(cycle.toString());
    if (!house.checkSums().stream().allMatch(CurrencySum::isBalanced)) {
      throw new IllegalStateException("not balanced");
    }
  }

  /** CPU time of this process and of the database server that it started. */
  private double cpuSeconds() throws IOException {
    Path file = folder.resolve("pg/data/postmaster.pid");
    long server = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    Stream<ProcessHandle> database =
        ProcessHandle.of(server).stream().flatMap(ProcessHandle::descendants);
    return Stream.concat(Stream.of(ProcessHandle.current()), database)
        .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
        .mapToDouble(each -> each.toNanos() / 1e9)
        .sum();
  }

  private void print() {
    print("time", seconds);
    print("CPU", cpuSeconds);
  }

  private void print(String what, Map<String, Double> phases) {
    double sum = phases.values().stream().mapToDouble(each -> each).sum();
    System.out.printf(
        Locale.ROOT,
        "%9d captures, %4s: %7.2f s, %6.1f us each:",
        count,
        what,
        sum,
        sum * 1e6 / count);
    phases.forEach(
        (name, took) -> System.out.printf(Locale.ROOT, " %s %.1f", name, took * 1e6 / count));
    System.out.println();
  }
}
