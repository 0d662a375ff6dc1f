package openset.cli.serve;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import openset.clearing.ClearingConfig;
import openset.clearing.ClearingConfig.Delivery;
import openset.clearing.ClearingConfig.Rhythm;
import openset.clearing.ClearingHouse;
import openset.clearing.calendar.Calendar;
import openset.cli.config.BadConfig;
import openset.cli.config.ClearingSite;
import openset.cli.config.Neighbour;
import openset.crypto.KeyFile;
import openset.crypto.Vault;
import openset.http.Mount;
import openset.http.clearing.BankFilesApi;
import openset.http.clearing.ClearingApi;
import openset.http.clearing.RatesApi;
import openset.http.keys.ApiKey;
import openset.ledger.ExchangeRate;
import openset.ledger.Ledger;
import openset.pages.clearingdesk.ClearingOffice;
import openset.signin.SignIn;
import openset.store.Database;

/** A clearing house: its host link, and its API for its own people. */
public record RunningClearing(ClearingHouse house, Edge edge, Premises premises)
    implements Running {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Starts what {@code file} configures. */
  static RunningClearing start(Path file, ClearingSite site, Ground ground)
      throws CannotStart, BadConfig {
    Premises premises = Premises.of(file, site.own(), ground);
    Database database =
        premises.database(Ledger.MIGRATIONS, ClearingHouse.MIGRATIONS, SignIn.MIGRATIONS);
    KeyFile keys = premises.keys();
    LedgerKeeper.open(premises, keys, database);
    try {
      ClearingHouse house =
          premises.care(
              ClearingHouse.start(
                  config(site, premises),
                  database,
                  ground.clock()));
      for (ClearingSite.Rate rate : site.rates().orElse(List.of())) house.keep(rate(rate));
      List<Mount> mounts = mounts(house, site, premises);
      Vault vault = premises.vault(keys);
      mounts.addAll(
          OfficeStaff.routes(
              premises,
              site.office(),
              OfficeStaff.given(premises, database, vault),
              staff -> ClearingOffice.routes(house, site.own().title(), staff)));
      Edge edge = Edge.open(premises, site.http(), mounts);
      return new RunningClearing(house, edge, premises);
    } catch (IOException e) {
      premises.close();
      throw new CannotStart(
          site.own().name(),
          "its host link cannot listen at " + site.iso().text() + ": " + e.getMessage());
    } catch (CannotStart | BadConfig | RuntimeException e) {
      premises.close();
      throw e;
    }
  }

  private static List<Mount> mounts(ClearingHouse house, ClearingSite site, Premises premises)
      throws BadConfig {
    List<Mount> mounts =
        new ArrayList<>(ClearingApi.routes(house, premises.onlyFor("staff", site.staffKey())));
    mounts.addAll(RatesApi.forStaff(house, premises.onlyFor("staff", site.staffKey())));
    List<ApiKey> banks = new ArrayList<>();
    for (ClearingSite.FileBank bank : site.files().orElse(List.of())) {
      banks.add(premises.apiKey(bank.institution(), bank.key()));
    }
    if (!banks.isEmpty()) {
      mounts.addAll(BankFilesApi.routes(house, premises.onlyFor(banks)));
      mounts.add(RatesApi.forBanks(house, premises.onlyFor(banks)));
    }
    return mounts;
  }

  private static ExchangeRate rate(ClearingSite.Rate said) throws BadConfig {
    try {
      return new ExchangeRate(said.from(), said.to(), new BigDecimal(said.rate()));
    } catch (IllegalArgumentException e) {
      throw new BadConfig("\"" + said.rate() + "\" in \"rates\" is no rate of exchange.");
    }
  }

  private static Delivery delivery(ClearingSite site, String institution) {
    return site.files().orElse(List.of()).stream()
            .anyMatch(bank -> bank.institution().equals(institution) && bank.items())
        ? Delivery.FILES
        : Delivery.MESSAGES;
  }

  private static Rhythm rhythm(ClearingSite site) throws BadConfig {
    if (site.cutOffs().isEmpty()) {
      return Rhythm.every(
          Optional.of(site.cycleSeconds()).filter(s -> s > 0).map(Duration::ofSeconds));
    }
    ClearingSite.CutOffs cutOffs = site.cutOffs().get();
    try {
      return Rhythm.by(
          new Calendar(
              ZoneId.of(cutOffs.zone()),
              cutOffs.times().stream().map(LocalTime::parse).toList(),
              cutOffs.weekend().stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
              cutOffs.holidays().stream().map(LocalDate::parse).collect(Collectors.toSet())));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new BadConfig("\"cutOffs\" is no calendar: " + e.getMessage());
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
              delivery(site, bank.institution()),
              premises.terms(bank.at())));
    }
    return new ClearingConfig(
        site.institution(),
        new ClearingConfig.Inbound(
            site.iso().host(), site.iso().port(), premises.terms(site.iso())),
        banks,
        Optional.empty(),
        PATIENCE)
        .with(rhythm(site))
        .with(premises.tap("clearing-" + site.institution()));
  }
}
