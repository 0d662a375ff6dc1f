package openset.cli.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openset.authority.Authority;
import openset.authority.office.ListOffice;
import openset.authority.registration.Banks;
import openset.authority.registration.Rules;
import openset.authority.world.Authorities;
import openset.authority.world.KeyFolder;
import openset.cli.config.AuthoritySite;
import openset.cli.config.BadConfig;
import openset.conduct.ConductLimits;
import openset.crypto.KeyFile;
import openset.http.Mount;
import openset.http.authority.AuthorityApi;
import openset.http.authority.BankHosts;
import openset.http.authority.RevocationApi;
import openset.http.keys.ApiKey;
import openset.http.keys.ApiKeys;

/** The certification authorities of a world: registrations, and what they publish. */
public record RunningAuthority(Authority authority, Edge edge, Premises premises)
    implements Running {
  /** Starts what {@code file} configures. */
  static RunningAuthority start(Path file, AuthoritySite site, Ground ground)
      throws CannotStart, BadConfig {
    Premises premises = Premises.of(file, site.own(), ground);
    try {
      Authority authority =
          premises.care(Authority.start(setup(premises, site), given(premises, site)));
      List<Mount> mounts = new ArrayList<>(AuthorityApi.routes(authority));
      mounts.addAll(RevocationApi.routes(authority, bankKeys(premises, site)));
      Edge edge = Edge.open(premises, site.http(), mounts);
      return new RunningAuthority(authority, edge, premises);
    } catch (IOException | KeyFile.Unusable | ListOffice.ClockWentBack e) {
      premises.close();
      throw new CannotStart(premises.name(), e.getMessage());
    } catch (CannotStart | BadConfig | RuntimeException e) {
      premises.close();
      throw e;
    }
  }

  private static Authority.Setup setup(Premises premises, AuthoritySite site) {
    return new Authority.Setup(
        premises.name(),
        banks(site),
        Rules.usual(site.policy()).withUnsigned(unsigned(site)),
        ListOffice.Pace.USUAL,
        MeansSource.POLICY,
        ConductLimits.STANDARD);
  }

  private static Authority.Given given(Premises premises, AuthoritySite site)
      throws CannotStart, BadConfig, IOException, KeyFile.Unusable {
    Path ceremony = premises.path(site.ceremony());
    Ground ground = premises.ground();
    return new Authority.Given(
        Authorities.open(new KeyFolder(ceremony, premises.passphrase(site.keysPassphrase()))),
        premises.database(Authority.MIGRATIONS),
        premises.vault(premises.keys()),
        hosts(premises, site),
        ground.clock(),
        ground.randomness());
  }

  private static Set<String> unsigned(AuthoritySite site) {
    return site.brands().stream()
        .filter(brand -> brand.unsigned().orElse(false))
        .map(AuthoritySite.Brand::brand)
        .collect(Collectors.toSet());
  }

  private static Banks banks(AuthoritySite site) {
    Map<String, Banks.Bank> issuers = new HashMap<>();
    Map<String, Banks.Bank> acquirers = new HashMap<>();
    for (AuthoritySite.Brand brand : site.brands()) {
      issuers.put(brand.issuer().bin(), bank(brand, brand.issuer()));
      acquirers.put(brand.acquirer().bin(), bank(brand, brand.acquirer()));
    }
    return new Banks(issuers, acquirers);
  }

  private static Banks.Bank bank(AuthoritySite.Brand brand, AuthoritySite.Bank bank) {
    return new Banks.Bank(bank.title(), bank.title(), brand.country(), brand.countryNumber());
  }

  /** Each bank proves itself by the key it shares with the authority, under its BIN. */
  private static ApiKeys bankKeys(Premises premises, AuthoritySite site) throws BadConfig {
    List<ApiKey> keys = new ArrayList<>();
    for (AuthoritySite.Brand brand : site.brands()) {
      for (AuthoritySite.Bank bank : List.of(brand.issuer(), brand.acquirer())) {
        keys.add(premises.apiKey(bank.bin(), bank.api().apiKey()));
      }
    }
    return ApiKeys.of(keys, premises.ground().clock());
  }

  private static BankHosts hosts(Premises premises, AuthoritySite site) throws BadConfig {
    Map<String, BankHosts.Bank> hosts = new HashMap<>();
    for (AuthoritySite.Brand brand : site.brands()) {
      for (AuthoritySite.Bank bank : List.of(brand.issuer(), brand.acquirer())) {
        hosts.put(
            bank.title(),
            new BankHosts.Bank(
                bank.api().url(), premises.apiKey("authority", bank.api().apiKey())));
      }
    }
    Ground ground = premises.ground();
    return premises.care(new BankHosts(hosts, ground.clock(), ground.randomness()));
  }
}
