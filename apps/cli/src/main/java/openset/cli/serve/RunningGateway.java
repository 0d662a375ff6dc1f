package openset.cli.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openset.cli.config.BadConfig;
import openset.cli.config.GatewaySite;
import openset.cli.config.Neighbour;
import openset.conduct.ConductLimits;
import openset.conduct.Peer;
import openset.crypto.KeyFile;
import openset.crypto.Vault;
import openset.gateway.Gateway;
import openset.gateway.authorization.Rules;
import openset.gateway.batch.Served;
import openset.http.Mount;
import openset.http.SetMount;
import openset.iso8583.LinkConfig;
import openset.pages.gatewaydesk.GatewayOffice;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.treatment.Keyring;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.signin.SignIn;
import openset.store.Database;

/** A payment gateway: SET for merchants, its certificates, and its links to acquirers. */
public record RunningGateway(Gateway gateway, Edge edge, Premises premises, Keyring keys)
    implements Running {
  /** Longer than an acquirer waits for an issuer, so that its answer is not missed. */
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  /** Starts what {@code file} configures, after it got its certificates. */
  static RunningGateway start(Path file, GatewaySite site, Ground ground)
      throws CannotStart, BadConfig {
    Premises premises = Premises.of(file, site.own(), ground);
    try {
      KeyFile keys = premises.keys();
      TrustKeeper trust = TrustKeeper.open(premises, site.trusted());
      Database database = premises.database(Gateway.MIGRATIONS, SignIn.MIGRATIONS);
      Vault vault = premises.vault(keys);
      Enrolled enrolled = new Enrolled(premises, keys, database, vault, trust);
      for (GatewaySite.Brand brand : site.brands()) enrolled.gateway(site, brand);
      Keyring ring = enrolled.ring();
      Gateway gateway =
          premises.care(
              Gateway.start(
                  new Gateway.Setup(
                      premises.name(),
                      links(premises, site),
                      rules(site),
                      PATIENCE,
                      ConductLimits.STANDARD,
                      served(site)),
                  new Gateway.Given(
                      database,
                      vault,
                      new MeansSource(ground, trust, ring),
                      ground.clock())));
      List<Mount> mounts = mounts(gateway);
      mounts.addAll(
          OfficeStaff.routes(
              premises,
              site.office(),
              OfficeStaff.given(premises, database, vault),
              staff ->
                  GatewayOffice.routes(
                      gateway.operation(), site.own().title(), staff, ground.clock())));
      Edge edge = Edge.open(premises, site.http(), mounts);
      return new RunningGateway(gateway, edge, premises, ring);
    } catch (CannotStart | BadConfig | RuntimeException e) {
      premises.close();
      throw e;
    }
  }

  private static Served served(GatewaySite site) {
    Map<String, List<String>> bins = new LinkedHashMap<>();
    for (GatewaySite.Brand brand : site.brands()) {
      bins.put(brand.brand(), brand.bins().orElse(List.of()));
    }
    return new Served(bins);
  }

  private static Map<String, LinkConfig> links(Premises premises, GatewaySite site)
      throws BadConfig {
    Map<String, LinkConfig> links = new LinkedHashMap<>();
    for (GatewaySite.Brand brand : site.brands()) {
      Neighbour acquirer = brand.acquirer();
      String code = acquirer.institution();
      links.put(
          code,
          LinkConfig.to(
                  premises.name() + "-" + code,
                  acquirer.at().host(),
                  acquirer.at().port(),
                  site.institution())
              .with(premises.tap(""))
              .with(premises.terms(acquirer.at())));
    }
    return links;
  }

  private static Map<String, Rules> rules(GatewaySite site) {
    Map<String, Rules> rules = new LinkedHashMap<>();
    for (GatewaySite.Brand brand : site.brands()) {
      brand
          .allows()
          .ifPresent(allows -> rules.put(brand.acquirer().institution(), rules(allows)));
    }
    return rules;
  }

  private static Rules rules(GatewaySite.Allows allows) {
    Optional<Rules.StandInLimits> standIn =
        allows
            .standIn()
            .map(
                limits ->
                    new Rules.StandInLimits(
                        CurrencyAmount.of(limits.currency(), limits.perPurchase()),
                        CurrencyAmount.of(limits.currency(), limits.perCardAndDay())));
    return new Rules(
        new ProcessAuthReq.Allowed(allows.sale(), allows.tolerance(), unsigned(allows)),
        standIn,
        allows.days().map(Duration::ofDays).orElse(Rules.LIFE));
  }

  private static Set<MerchantID> unsigned(GatewaySite.Allows allows) {
    return allows.unsigned().orElse(List.of()).stream()
        .map(MerchantID::new)
        .collect(Collectors.toSet());
  }

  private static List<Mount> mounts(Gateway gateway) {
    List<Mount> mounts = new ArrayList<>();
    mounts.add(
        SetMount.payment(
            "/set", (peer, _, body) -> gateway.receive(new Peer(peer.address()), body)));
    return mounts;
  }
}
