package openset.cli.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.clearing.ClearingConfig;
import openset.clearing.ClearingHouse;
import openset.cli.config.BadConfig;
import openset.cli.config.ClearingSite;
import openset.cli.config.Neighbour;
import openset.http.clearing.ClearingApi;
import openset.ledger.Ledger;
import openset.store.Database;

/** A clearing house: its host link, and its API for its own people. */
public record RunningClearing(ClearingHouse house, Edge edge, Premises premises)
    implements Running {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Starts what {@code file} configures. */
  static RunningClearing start(Path file, ClearingSite site, Ground ground)
      throws CannotStart, BadConfig {
    Premises premises = Premises.of(file, site.own(), ground);
    Database database = premises.database(Ledger.MIGRATIONS, ClearingHouse.MIGRATIONS);
    LedgerKeeper.open(premises, premises.keys(), database);
    try {
      ClearingHouse house =
          premises.care(
              ClearingHouse.start(
                  config(site, premises),
                  database,
                  ground.clock()));
      Edge edge =
          Edge.open(
              premises,
              site.http(),
              ClearingApi.routes(house, premises.onlyFor("staff", site.staffKey())));
      return new RunningClearing(house, edge, premises);
    } catch (IOException e) {
      premises.close();
      throw new CannotStart(
          site.own().name(),
          "its host link cannot listen at " + site.iso().text() + ": " + e.getMessage());
    }
  }

  private static ClearingConfig config(ClearingSite site, Premises premises) throws BadConfig {
    List<ClearingConfig.Bank> banks = new ArrayList<>();
    for (Neighbour bank : site.banks()) {
      banks.add(
          new ClearingConfig.Bank(
              bank.institution(),
              bank.at().host(),
              bank.at().port(),
              ClearingConfig.Delivery.MESSAGES,
              premises.terms(bank.at())));
    }
    return new ClearingConfig(
        site.institution(),
        new ClearingConfig.Inbound(
            site.iso().host(), site.iso().port(), premises.terms(site.iso())),
        banks,
        Optional.of(site.cycleSeconds()).filter(s -> s > 0).map(Duration::ofSeconds),
        PATIENCE)
        .with(premises.tap("clearing-" + site.institution()));
  }
}
