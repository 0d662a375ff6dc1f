package openset.cli.serve;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import openset.cli.config.AcquirerSite;
import openset.cli.config.AuthoritySite;
import openset.cli.config.BadConfig;
import openset.cli.config.ClearingSite;
import openset.cli.config.ConfigFile;
import openset.cli.config.GatewaySite;
import openset.cli.config.IssuerSite;
import openset.cli.config.MerchantSite;
import openset.cli.config.Site;
import openset.cli.config.WalletSite;

/** What a participant can be. */
public enum Role {
  AUTHORITY(AuthoritySite.class, RunningAuthority::start),
  ISSUER(IssuerSite.class, RunningIssuer::start),
  ACQUIRER(AcquirerSite.class, RunningAcquirer::start),
  CLEARING(ClearingSite.class, RunningClearing::start),
  GATEWAY(GatewaySite.class, RunningGateway::start),
  MERCHANT(MerchantSite.class, RunningMerchant::start),
  CARDHOLDER(WalletSite.class, RunningWallet::start);

  private final Starter starter;
  private final Class<? extends Site> site;

  <S extends Site> Role(Class<S> site, Start<S> start) {
    this.site = site;
    this.starter = (file, ground) -> start.from(file, ConfigFile.read(file, site), ground);
  }

  /** Starts a participant from its configuration. */
  @FunctionalInterface
  private interface Start<S> {
    Running from(Path file, S site, Ground ground) throws CannotStart, BadConfig;
  }

  @FunctionalInterface
  private interface Starter {
    Running start(Path file, Ground ground) throws CannotStart, BadConfig;
  }

  /** The role of who is configured so. */
  public static Role of(Site site) {
    return Arrays.stream(values())
        .filter(role -> role.site.isInstance(site))
        .findFirst()
        .orElseThrow();
  }

  /** The role called {@code word} on the command line. */
  public static Optional<Role> named(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** How it is called on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Starts the participant that {@code file} configures.
   *
   * @throws CannotStart with a sentence that names it and the reason
   * @throws BadConfig naming the file and the place in it
   */
  public Running start(Path file, Ground ground) throws CannotStart, BadConfig {
    return starter.start(file, ground);
  }
}
