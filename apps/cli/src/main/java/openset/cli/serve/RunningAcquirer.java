package openset.cli.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.acquirer.Acquirer;
import openset.acquirer.AcquirerConfig;
import openset.acquirer.fee.CardClass;
import openset.acquirer.fee.CardKind;
import openset.acquirer.fee.FeeKind;
import openset.acquirer.fee.FeeRate;
import openset.acquirer.fee.FeeRule;
import openset.acquirer.fee.FeeScope;
import openset.acquirer.funding.Iban;
import openset.acquirer.store.Merchant;
import openset.acquirer.store.Terms;
import openset.cli.config.AcquirerSite;
import openset.cli.config.BadConfig;
import openset.cli.config.Neighbour;
import openset.cli.config.Remote;
import openset.crypto.KeyFile;
import openset.crypto.Vault;
import openset.http.Mount;
import openset.http.acquirer.AcquirerApi;
import openset.http.keys.ApiKey;
import openset.http.keys.ApiKeys;
import openset.ledger.Ledger;
import openset.pages.acquirerdesk.AcquirerOffice;
import openset.signin.SignIn;
import openset.store.Database;

/** An acquirer: its host link, and its API for authorities and its own people. */
public record RunningAcquirer(Acquirer acquirer, Edge edge, Premises premises)
    implements Running {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Starts what {@code file} configures, with its contracts in force. */
  static RunningAcquirer start(Path file, AcquirerSite site, Ground ground)
      throws CannotStart, BadConfig {
    Premises premises = Premises.of(file, site.own(), ground);
    Database database =
        premises.database(Ledger.MIGRATIONS, Acquirer.MIGRATIONS, SignIn.MIGRATIONS);
    KeyFile keys = premises.keys();
    LedgerKeeper.open(premises, keys, database);
    try {
      Vault vault = premises.vault(keys);
      Acquirer acquirer = premises.care(started(site, premises, database, vault, ground));
      for (AcquirerSite.Contract contract : site.merchants()) agree(acquirer, contract);
      for (AcquirerSite.Fee fee : site.fees().orElse(List.of())) charge(acquirer, fee);
      List<Mount> mounts =
          new ArrayList<>(
              AcquirerApi.routes(
                  acquirer,
                  new AcquirerApi.Keys(
                      premises.onlyFor("authority", site.authorityKey()),
                      premises.onlyFor("staff", site.staffKey()),
                      merchants(site, premises))));
      mounts.addAll(
          OfficeStaff.routes(
              premises,
              site.office(),
              OfficeStaff.given(premises, database, vault),
              staff -> AcquirerOffice.routes(acquirer, site.own().title(), staff)));
      Edge edge = Edge.open(premises, site.http(), mounts);
      return new RunningAcquirer(acquirer, edge, premises);
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

  private static Acquirer started(
      AcquirerSite site, Premises premises, Database database, Vault vault, Ground ground)
      throws IOException, BadConfig {
    AcquirerConfig config = config(site, premises);
    Optional<Remote> files = site.neighbours().files();
    return files.isEmpty()
        ? Acquirer.start(config, database, vault, ground.clock())
        : Acquirer.start(
            config,
            database,
            vault,
            ground.clock(),
            premises.houseFiles(site.institution(), files.get()));
  }

  /**
   * Puts a contract in force as it is configured; one that was suspended since stays so. With a new
   * one the merchant gets its first terminal.
   */
  private static void agree(Acquirer acquirer, AcquirerSite.Contract contract) {
    Optional<Merchant> before = acquirer.merchant(contract.id());
    Merchant merchant =
        new Merchant(
            contract.id(),
            contract.name(),
            contract.category(),
            contract.feeBasisPoints(),
            before.map(Merchant::active).orElse(true),
            contract.origin());
    if (!before.equals(Optional.of(merchant))) acquirer.agree(merchant);
    if (before.isEmpty()) acquirer.giveTerminal(contract.id());
    contract
        .desk()
        .map(AcquirerSite.Desk::payout)
        .ifPresent(payout -> pay(acquirer, contract.id(), new Iban(payout)));
  }

  /** Says where a merchant's money goes, unless something else was agreed since. */
  private static void pay(Acquirer acquirer, String merchant, Iban payout) {
    Terms terms = acquirer.office().contracts(merchant).getLast().terms();
    if (!terms.equals(Terms.PLAIN)) return;
    acquirer.agree(
        merchant,
        new Terms(terms.brands(), terms.price(), terms.reserve(), Optional.of(payout)));
  }

  /** Puts a line of the fee table in force, unless there is one for the same since. */
  private static void charge(Acquirer acquirer, AcquirerSite.Fee fee) {
    FeeKind kind = FeeKind.valueOf(fee.kind());
    FeeScope scope = FeeScope.ofBrand(fee.brand());
    boolean known =
        acquirer.office().feeTable().rules().stream()
            .anyMatch(
                rule ->
                    rule.kind() == kind
                        && rule.scope().equals(scope)
                        && rule.currency() == fee.currency());
    if (known) return;
    FeeRate rate = FeeRate.of(fee.ppm(), fee.fixed());
    acquirer.charge(new FeeRule(kind, scope, fee.currency(), rate, acquirer.office().now()));
  }

  private static ApiKeys merchants(AcquirerSite site, Premises premises) throws BadConfig {
    List<ApiKey> keys = new ArrayList<>();
    for (AcquirerSite.Contract contract : site.merchants()) {
      if (contract.desk().isPresent()) {
        keys.add(premises.apiKey(contract.id(), contract.desk().get().key()));
      }
    }
    return ApiKeys.of(keys, premises.ground().clock());
  }

  private static AcquirerConfig config(AcquirerSite site, Premises premises) throws BadConfig {
    List<AcquirerConfig.Route> routes = new ArrayList<>();
    for (AcquirerSite.Route route : site.neighbours().issuers()) {
      AcquirerConfig.Peer issuer = peer(route.issuer(), premises);
      routes.add(new AcquirerConfig.Route(route.bin(), issuer, card(route)));
    }
    return new AcquirerConfig(
        site.institution(),
        new AcquirerConfig.Inbound(
            site.iso().host(),
            site.iso().port(),
            Set.copyOf(site.neighbours().gateways()),
            premises.terms(site.iso())),
        peer(site.neighbours().clearing(), premises),
        routes,
        PATIENCE)
        .with(premises.tap("acquirer-" + site.institution()));
  }

  private static CardClass card(AcquirerSite.Route route) {
    return new CardClass(
        route.brand().orElse(""),
        route.card().map(CardKind::valueOf).orElse(CardKind.CREDIT));
  }

  private static AcquirerConfig.Peer peer(Neighbour neighbour, Premises premises)
      throws BadConfig {
    return new AcquirerConfig.Peer(
        neighbour.institution(),
        neighbour.at().host(),
        neighbour.at().port(),
        premises.terms(neighbour.at()));
  }
}
