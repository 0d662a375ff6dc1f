package openset.cli.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import openset.acquirer.Acquirer;
import openset.cli.config.AcquirerSite;
import openset.cli.config.BadConfig;
import openset.cli.config.ClearingSite;
import openset.cli.config.IssuerSite;
import openset.cli.config.Own;
import openset.cli.config.Site;
import openset.cli.serve.LedgerKeeper;
import openset.cli.world.World;
import openset.clearing.ClearingHouse;
import openset.issuer.Issuer;
import openset.ledger.Invariant;
import openset.ledger.Ledger;
import openset.ledger.Seals;
import openset.ledger.Standing;
import openset.store.Database;
import openset.store.Tx;

/**
 * The ledgers of all participants of a world that keep one. Looks at their databases, changes
 * nothing, and needs none of the participants to run.
 */
public final class LedgersOfWorld implements AutoCloseable {
  private static final int CONNECTIONS = 2;

  private final Map<String, Keeper> keepers = new LinkedHashMap<>();
  private final InstantSource clock;

  /** Somebody who keeps a ledger. */
  private record Keeper(
      Site site,
      Database database,
      List<Invariant> invariants,
      Optional<UnaryOperator<byte[]>> key) {}

  private LedgersOfWorld(InstantSource clock) {
    this.clock = clock;
  }

  /** Opens them. */
  public static LedgersOfWorld open(World world, InstantSource clock) throws BadConfig {
    LedgersOfWorld all = new LedgersOfWorld(clock);
    try {
      for (Site site : world.sites().values()) {
        List<Invariant> own = invariants(site);
        if (own.isEmpty()) continue;
        Database database = database(world, site.own());
        all.keepers.put(
            site.own().name(), new Keeper(site, database, own, key(world, site.own())));
      }
      return all;
    } catch (BadConfig | RuntimeException e) {
      all.close();
      throw e;
    }
  }

  /** What must hold of its tables; empty of those who keep no ledger. */
  private static List<Invariant> invariants(Site site) {
    return switch (site) {
      case AcquirerSite _ -> with(Acquirer.INVARIANTS);
      case IssuerSite _ -> with(Issuer.INVARIANTS);
      case ClearingSite _ -> with(ClearingHouse.INVARIANTS);
      default -> List.of();
    };
  }

  private static List<Invariant> with(List<Invariant> more) {
    List<Invariant> all = new ArrayList<>(Invariant.OF_THE_LEDGER);
    all.addAll(more);
    return List.copyOf(all);
  }

  private static Database database(World world, Own own) throws BadConfig {
    Path folder = world.config(own.name()).getParent();
    return Database.attach(own.database().address(folder), CONNECTIONS);
  }

  /** By which its seals were made; none of somebody who never ran. */
  private static Optional<UnaryOperator<byte[]>> key(World world, Own own) throws BadConfig {
    Path folder = world.config(own.name()).getParent();
    Path file = folder.resolve(own.keyFile()).normalize();
    if (!Files.exists(file)) return Optional.empty();
    try {
      return LedgerKeeper.key(own.keyPassphrase().open(file, folder));
    } catch (IOException e) {
      throw new BadConfig(e.getMessage());
    }
  }

  /** Who keeps a ledger, by name. */
  public List<String> names() {
    return List.copyOf(keepers.keySet());
  }

  /** The books of all, as they are now, each at one moment of its own. */
  public List<BankBooks> read() {
    return keepers.values().stream().map(this::read).toList();
  }

  /** What each bank has at the clearing house, by both their books. */
  public List<Mirror> mirrors(List<BankBooks> books) {
    Map<String, List<Standing>> accounts = new LinkedHashMap<>();
    books.forEach(one -> accounts.put(one.name(), one.accounts()));
    return Mirror.of(sites(), accounts);
  }

  /** Whether all banks and the clearing house say the same of what is between them now. */
  public boolean agree() {
    Map<String, List<Standing>> accounts = new LinkedHashMap<>();
    keepers.keySet().forEach(name -> accounts.put(name, in(name, Ledger::standings)));
    return Mirror.of(sites(), accounts).stream().allMatch(Mirror::agrees);
  }

  private Map<String, Site> sites() {
    Map<String, Site> sites = new LinkedHashMap<>();
    keepers.forEach((name, keeper) -> sites.put(name, keeper.site()));
    return sites;
  }

  private BankBooks read(Keeper keeper) {
    return keeper
        .database()
        .transactions()
        .serializable(
            tx -> {
              Ledger ledger = Ledger.in(tx, clock.instant());
              Own own = keeper.site().own();
              return new BankBooks(
                  own.name(),
                  own.title(),
                  ledger.standings(),
                  ledger.sums(),
                  broken(tx, keeper.invariants()),
                  keeper.key().map(key -> Seals.in(tx, key).verify()));
            });
  }

  private static List<BankBooks.Broken> broken(Tx tx, List<Invariant> invariants) {
    List<BankBooks.Broken> broken = new ArrayList<>();
    for (Invariant invariant : invariants) {
      List<String> breaches = invariant.breaches(tx);
      if (!breaches.isEmpty()) {
        broken.add(new BankBooks.Broken(invariant.name(), invariant.words(), breaches));
      }
    }
    return List.copyOf(broken);
  }

  /** The ledger of one of them in a transaction of its own. */
  public <T, X extends Exception> T in(String name, Look<T, X> look) throws X {
    return keepers
        .get(name)
        .database()
        .transactions()
        .inTransaction(tx -> look.at(Ledger.in(tx, clock.instant())));
  }

  /** Looks at a ledger. */
  @FunctionalInterface
  public interface Look<T, X extends Exception> {
    /** What is seen. */
    T at(Ledger ledger) throws X;
  }

  @Override
  public void close() {
    keepers.values().forEach(keeper -> keeper.database().close());
  }
}
