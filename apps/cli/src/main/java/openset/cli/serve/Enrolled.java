package openset.cli.serve;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openset.cli.config.GatewaySite;
import openset.cli.config.MerchantSite;
import openset.conduct.enrolment.EnrolledKeys;
import openset.conduct.enrolment.Enrolment;
import openset.conduct.enrolment.MerchantForm;
import openset.conduct.enrolment.Outcome;
import openset.conduct.enrolment.Wish;
import openset.crypto.KeyFile;
import openset.crypto.Suite;
import openset.crypto.Vault;
import openset.http.MediaType;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.MerchantID;
import openset.set.treatment.Keyring;
import openset.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates of a gateway or merchant: those in its key file, or those its authority gives
 * now.
 */
final class Enrolled {
  private static final Logger LOG = LoggerFactory.getLogger(Enrolled.class);
  private static final Enrolment.Patience PATIENCE =
      new Enrolment.Patience(Duration.ofSeconds(30), Duration.ofMillis(300));

  private final Premises premises;
  private final KeyFile file;
  private final Database database;
  private final Vault vault;
  private final TrustKeeper trust;
  private final List<SigningCredential> signing = new ArrayList<>();
  private final List<OpeningCredential> opening = new ArrayList<>();

  /**
   * Nobody yet.
   *
   * @param file where the keys lie
   * @param database keeps the conversation with the authority
   */
  Enrolled(
      Premises premises, KeyFile file, Database database, Vault vault, TrustKeeper trust) {
    this.premises = premises;
    this.file = file;
    this.database = database;
    this.vault = vault;
    this.trust = trust;
  }

  /** Gets a gateway its certificates of a brand. */
  Outcome.Enrolled gateway(GatewaySite site, GatewaySite.Brand brand) throws CannotStart {
    BIN acquirer = new BIN(brand.acquirer().institution());
    BrandID id = new BrandID(brand.brand());
    return enrol(Wish.gateway(id, acquirer, site.institution()), brand.pca());
  }

  /** Gets a merchant its certificates of a brand. */
  Outcome.Enrolled merchant(MerchantSite site, MerchantSite.Brand brand) throws CannotStart {
    Map<String, String> answers =
        Map.of(
            MerchantForm.NAME, premises.title(),
            MerchantForm.CATEGORY, site.shop().category(),
            MerchantForm.ORIGIN, site.http().origin().toString());
    BIN acquirer = new BIN(brand.acquirerBin());
    MerchantID merchant = new MerchantID(brand.merchantId());
    return enrol(
        Wish.merchant(new BrandID(brand.brand()), acquirer, merchant, answers), brand.mca());
  }

  /** What was given so far. */
  Keyring ring() {
    return new Keyring(signing, opening);
  }

  private Outcome.Enrolled enrol(Wish wish, URI authority) throws CannotStart {
    Outcome.Enrolled enrolled = asked(wish, authority);
    signing.add(enrolled.signing());
    opening.add(enrolled.opening());
    return enrolled;
  }

  private Outcome.Enrolled asked(Wish wish, URI authority) throws CannotStart {
    String brand = wish.brandID().name();
    EnrolledKeys place = EnrolledKeys.of(file, wish.brandID(), Suite.CLASSICAL);
    Ground ground = premises.ground();
    try (SetPeers peers =
        new SetPeers(premises.name(), ground.watch(), _ -> MediaType.SET_REGISTRATION)) {
      Enrolment.Given given =
          new Enrolment.Given(
              database,
              vault,
              new MeansSource(ground, trust, new Keyring(List.of(), List.of())),
              ground.clock(),
              peers,
              authority.toString());
      return switch (Enrolment.enrol(wish, place, given, PATIENCE)) {
        case Outcome.Enrolled enrolled -> enrolled;
        case Outcome.Refused(String reason) ->
            throw new CannotStart(
                premises.name(), "no certificates of " + brand + ": refused: " + reason);
        case Outcome.Undecided(String reason) ->
            throw new CannotStart(
                premises.name(), "no certificates of " + brand + " yet: " + reason);
      };
    } catch (IOException | KeyFile.Unusable e) {
      LOG.warn("keys of {} unusable", premises.name(), e);
      throw new CannotStart(premises.name(), e.getMessage());
    }
  }
}
