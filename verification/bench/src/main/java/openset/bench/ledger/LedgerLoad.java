package openset.bench.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import openset.bench.Scratch;
import openset.ledger.Account;
import openset.ledger.AccountCode;
import openset.ledger.CurrencySum;
import openset.ledger.Ledger;
import openset.ledger.LedgerRefused;
import openset.ledger.Money;
import openset.ledger.Transfer;
import openset.ledger.TransferId;
import openset.store.Address;
import openset.store.Database;
import openset.store.EmbeddedServer;

/**
 * Transfers a second that a ledger takes down, each on stable storage before its client goes on:
 * many clients at once, on the embedded server. A client writes one transfer in a transaction, or
 * as many as a bank has at once when it books a file. Arguments: clients (32), seconds (5).
 */
public final class LedgerLoad {
  private static final int EUR = 978;
  private static final int HOLDERS = 1_000;
  private static final int[] IN_A_TRANSACTION = {1, 8, 32, 128};
  private static final double WANTED = 5_000;

  private final Database database;
  private final int clients;
  private final double seconds;

  private LedgerLoad(Database database, int clients, double seconds) {
    this.database = database;
    this.clients = clients;
    this.seconds = seconds;
  }

  /** Measures and prints; exits with 1 where less than 5,000 a second are reached. */
  public static void main(String[] arguments) throws Exception {
    int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 32;
    double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 5;
    if (!isEnough(clients, seconds)) System.exit(1);
  }

  private static boolean isEnough(int clients, double seconds) throws Exception {
    try (Scratch scratch = Scratch.of("ledger");
        EmbeddedServer server = EmbeddedServer.start(scratch.folder())) {
      Address address = server.database("load", "load", "correct horse".toCharArray());
      try (Database database = Database.open(address, clients, List.of(Ledger.MIGRATIONS))) {
        return new LedgerLoad(database, clients, seconds).run();
      }
    }
  }

  private boolean run() throws Exception {
    openAccounts();
    double best = 0;
    System.out.printf("%d clients, %d accounts, %.0f s each%n", clients, HOLDERS, seconds);
    System.out.println("transfers in a transaction   transactions/s   durable transfers/s");
    for (int many : IN_A_TRANSACTION) {
      rate(many, seconds / 5);
      double transactions = rate(many, seconds);
      System.out.printf(
          Locale.ROOT, "%26d %16.0f %21.0f%n", many, transactions, transactions * many);
      best = Math.max(best, transactions * many);
    }
    List<CurrencySum> sums =
        database.transactions().inTransaction(tx -> Ledger.in(tx, Instant.now()).checkSums());
    System.out.println("balanced: " + sums);
    System.out.printf(Locale.ROOT, "best / wanted: %.2f%n", best / WANTED);
    return best >= WANTED;
  }

  private void openAccounts() throws LedgerRefused {
    database
        .transactions()
        .<LedgerRefused>perform(
            tx -> {
              Ledger ledger = Ledger.in(tx, Instant.now());
              ledger.open(new Account(clearing(), EUR, Account.Kind.LIABILITY));
              for (int i = 0; i < HOLDERS; i++) {
                ledger.open(new Account(holder(i), EUR, Account.Kind.ASSET));
              }
            });
  }

  /** Transactions a second. */
  private double rate(int many, double lasting) throws Exception {
    long begin = System.nanoTime();
    long end = begin + (long) (lasting * 1e9);
    long done = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<Long>> counts = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        counts.add(threads.submit(client(begin + "/" + client, many, end)));
      }
      for (Future<Long> count : counts) done += count.get();
    }
    return done / ((System.nanoTime() - begin) / 1e9);
  }

  private Callable<Long> client(String name, int many, long end) {
    return () -> {
      long done = 0;
      while (System.nanoTime() < end) {
        List<Transfer> transfers = transfers(name + "/" + done, many);
        database
            .transactions()
            .<LedgerRefused>perform(tx -> Ledger.in(tx, Instant.now()).transfers(transfers));
        done++;
      }
      return done;
    };
  }

  private static List<Transfer> transfers(String name, int many) {
    List<Transfer> transfers = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      AccountCode holder = holder(ThreadLocalRandom.current().nextInt(HOLDERS));
      Money amount = new Money(EUR, 1 + ThreadLocalRandom.current().nextInt(100_000));
      TransferId id = TransferId.of(name + "/" + i);
      transfers.add(Transfer.of(id, "a purchase", holder, clearing(), amount));
    }
    return transfers;
  }

  private static AccountCode holder(int number) {
    return AccountCode.of("holder/" + number);
  }

  private static AccountCode clearing() {
    return AccountCode.of("clearing/978");
  }
}
