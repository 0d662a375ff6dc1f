package openset.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1Exception;
import openset.cli.config.BadConfig;
import openset.cli.config.IssuerSite;
import openset.cli.config.Remote;
import openset.crypto.KeyFile;
import openset.crypto.Vault;
import openset.http.Mount;
import openset.http.issuer.IssuerApi;
import openset.http.once.RememberedAnswers;
import openset.iso8583.LinkConfig;
import openset.iso8583.file.HouseFiles;
import openset.issuer.Issuer;
import openset.issuer.IssuerConfig;
import openset.issuer.card.Bin;
import openset.issuer.dispute.EvidenceVerifier;
import openset.issuer.exchange.HouseRates;
import openset.issuer.host.Peers;
import openset.issuer.opening.OpeningPolicy;
import openset.issuer.registration.CardCertificates;
import openset.ledger.Ledger;
import openset.ledger.Money;
import openset.pages.account.AccountPages;
import openset.pages.account.Bank;
import openset.pages.issuerdesk.IssuerOffice;
import openset.pki.Certificate;
import openset.signin.SignIn;
import openset.store.Database;

/** An issuer: its host link, and its API for applicants, authorities and its own people. */
public record RunningIssuer(Issuer issuer, Edge edge, Premises premises) implements Running {
  private static final Duration FILES = Duration.ofSeconds(5);
  private static final Duration RATES = Duration.ofSeconds(60);
  private static final int ANSWERS_KEPT = 10_000;
  private static final Duration KEPT = Duration.ofHours(24);

  /** Starts what {@code file} configures. */
  static RunningIssuer start(Path file, IssuerSite site, Ground ground)
      throws CannotStart, BadConfig {
    Premises premises = Premises.of(file, site.own(), ground);
    Database database =
        premises.database(Ledger.MIGRATIONS, Issuer.MIGRATIONS, SignIn.MIGRATIONS);
    KeyFile keys = premises.keys();
    LedgerKeeper.open(premises, keys, database);
    try {
      Vault vault = premises.vault(keys);
      Issuer issuer =
          premises.care(
              Issuer.start(
                  config(site, premises),
                  database,
                  vault,
                  ground.clock(),
                  ground.randomness()));
      if (site.files().isPresent()) {
        String institution = site.bank().institution();
        HouseFiles files = premises.houseFiles(institution, site.files().get());
        premises.care(issuer.takeFiles(files, FILES));
      }
      if (site.rates().isPresent()) {
        String institution = site.bank().institution();
        HouseRates house = premises.houseRates(institution, site.rates().get());
        premises.care(issuer.takeRates(house, RATES));
      }
      List<Mount> mounts = mounts(issuer, site, premises);
      mounts.addAll(
          OfficeStaff.routes(
              premises,
              site.office(),
              OfficeStaff.given(premises, database, vault),
              staff ->
                  IssuerOffice.routes(
                      issuer, site.own().title(), site.pages().brand(), staff)));
      Edge edge = Edge.open(premises, site.http(), mounts);
      return new RunningIssuer(issuer, edge, premises);
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

  private static List<Mount> mounts(Issuer issuer, IssuerSite site, Premises premises)
      throws BadConfig {
    List<Mount> mounts =
        new ArrayList<>(
            IssuerApi.routes(
                issuer,
                premises.onlyFor("authority", site.authorityKey()),
                premises.onlyFor("staff", site.staffKey()),
                new RememberedAnswers(ANSWERS_KEPT, KEPT)));
    Bank bank =
        new Bank(
            site.own().title(), site.pages().brand(), site.bank().country(),
            site.pages().wallets());
    mounts.addAll(AccountPages.routes(issuer, bank));
    return mounts;
  }

  private static EvidenceVerifier evidence(IssuerSite site, Premises premises)
      throws BadConfig {
    if (site.evidenceRoot().isEmpty()) return EvidenceVerifier.NOBODY;
    Path root = premises.path(site.evidenceRoot().get());
    try {
      return new BankEvidence(
          Certificate.of(Files.readAllBytes(root)), premises.ground().clock());
    } catch (IOException | Asn1Exception e) {
      throw new BadConfig("No root certificate can be read at " + root + ".");
    }
  }

  private static IssuerConfig config(IssuerSite site, Premises premises) throws BadConfig {
    IssuerSite.Bank bank = site.bank();
    IssuerSite.Terms terms = site.terms();
    Optional<CardCertificates> authority = Optional.empty();
    if (site.authority().isPresent()) {
      Remote at = new Remote(site.authority().get(), site.authorityKey());
      authority = Optional.of(premises.certificates(bank.bin(), at));
    }
    return new IssuerConfig(
        new IssuerConfig.Bank(
            site.own().title(), bank.country(), new Bin(bank.bin()), authority),
        new OpeningPolicy(
            terms.ageLeast(),
            new Money(terms.currency(), terms.limitLeast()),
            new Money(terms.currency(), terms.limitMost()),
            terms.cardMonths()),
        Duration.ofDays(terms.holdDays()),
        new IssuerConfig.Link(
            site.iso().host(),
            site.iso().port(),
            new Peers(bank.institution(), bank.acquirers(), bank.clearing().institution()),
            premises.tap("issuer-" + bank.institution()),
            premises.terms(site.iso())))
        .with(
            new IssuerConfig.Disputes(
                Optional.of(
                    new LinkConfig.Peer(
                        bank.clearing().at().host(), bank.clearing().at().port())),
                evidence(site, premises),
                premises.terms(bank.clearing().at())))
        .simulated(bank.simulator());
  }
}
