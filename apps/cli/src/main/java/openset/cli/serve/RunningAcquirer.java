package openset.cli.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import openset.acquirer.Acquirer;
import openset.acquirer.AcquirerConfig;
import openset.acquirer.store.Merchant;
import openset.cli.config.AcquirerSite;
import openset.cli.config.BadConfig;
import openset.cli.config.Neighbour;
import openset.crypto.KeyFile;
import openset.http.acquirer.AcquirerApi;
import openset.ledger.Ledger;
import openset.store.Database;

/** An acquirer: its host link, and its API for authorities and its own people. */
public record RunningAcquirer(Acquirer acquirer, Edge edge, Premises premises)
    implements Running {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Starts what {@code file} configures, with its contracts in force. */
  static RunningAcquirer start(Path file, AcquirerSite site, Ground ground)
      throws CannotStart, BadConfig {
    Premises premises = Premises.of(file, site.own(), ground);
    Database database = premises.database(Ledger.MIGRATIONS, Acquirer.MIGRATIONS);
    KeyFile keys = premises.keys();
    LedgerKeeper.open(premises, keys, database);
    try {
      Acquirer acquirer =
          premises.care(
              Acquirer.start(
                  config(site, premises),
                  database,
                  premises.vault(keys),
                  ground.clock()));
      for (AcquirerSite.Contract contract : site.merchants()) agree(acquirer, contract);
      Edge edge =
          Edge.open(
              premises,
              site.http(),
              AcquirerApi.routes(
                  acquirer,
                  premises.onlyFor("authority", site.authorityKey()),
                  premises.onlyFor("staff", site.staffKey())));
      return new RunningAcquirer(acquirer, edge, premises);
    } catch (IOException e) {
      premises.close();
      throw new CannotStart(
          site.own().name(),
          "its host link cannot listen at " + site.iso().text() + ": " + e.getMessage());
    }
  }

  private static void agree(Acquirer acquirer, AcquirerSite.Contract contract) {
    Merchant merchant =
        new Merchant(
            contract.id(),
            contract.name(),
            contract.category(),
            contract.feeBasisPoints(),
            true,
            contract.origin());
    if (!acquirer.merchants().contains(merchant)) acquirer.agree(merchant);
  }

  private static AcquirerConfig config(AcquirerSite site, Premises premises) {
    List<AcquirerConfig.Route> routes =
        site.neighbours().issuers().stream()
            .map(route -> new AcquirerConfig.Route(route.bin(), peer(route.issuer())))
            .toList();
    return new AcquirerConfig(
        site.institution(),
        new AcquirerConfig.Inbound(
            site.iso().host(), site.iso().port(), Set.copyOf(site.neighbours().gateways())),
        peer(site.neighbours().clearing()),
        routes,
        PATIENCE)
        .with(premises.tap("acquirer-" + site.institution()));
  }

  private static AcquirerConfig.Peer peer(Neighbour neighbour) {
    return new AcquirerConfig.Peer(
        neighbour.institution(), neighbour.at().host(), neighbour.at().port());
  }
}
