package openset.cli.serve;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openset.cardholder.Wallet;
import openset.cli.config.BadConfig;
import openset.cli.config.WalletSite;
import openset.crypto.KeyFile;
import openset.http.MediaType;
import openset.http.cardholder.WalletApi;
import openset.set.initiation.WebAddress;
import openset.set.treatment.Keyring;

/** A cardholder's wallet, and its API for the owner's programs. */
public record RunningWallet(Wallet wallet, Edge edge, Premises premises) implements Running {
  /** Starts what {@code file} configures. */
  static RunningWallet start(Path file, WalletSite site, Ground ground)
      throws CannotStart, BadConfig {
    Premises premises = Premises.of(file, site.own(), ground);
    try {
      KeyFile keys = premises.keys();
      TrustKeeper trust = TrustKeeper.open(premises, site.trusted());
      Set<URI> authorities =
          site.brands().stream().map(WalletSite.Brand::cca).collect(Collectors.toSet());
      SetPeers peers =
          premises.care(
              new SetPeers(
                  premises.name(),
                  ground.watch(),
                  to ->
                      authorities.contains(to)
                          ? MediaType.SET_REGISTRATION
                          : MediaType.SET_PAYMENT));
      Wallet wallet =
          premises.care(
              Wallet.open(
                  Wallet.Setup.standard(premises.name()),
                  new Wallet.Given(
                      premises.database(Wallet.MIGRATIONS),
                      premises.vault(keys),
                      keys,
                      peers,
                      new MeansSource(ground, trust, new Keyring(List.of(), List.of())),
                      ground.clock())));
      Edge edge =
          Edge.open(
              premises,
              site.http(),
              WalletApi.routes(
                  wallet, authorities(site), premises.onlyFor("owner", site.ownerKey())));
      return new RunningWallet(wallet, edge, premises);
    } catch (CannotStart | BadConfig | RuntimeException e) {
      premises.close();
      throw e;
    }
  }

  private static Map<String, WebAddress> authorities(WalletSite site) {
    return site.brands().stream()
        .collect(
            Collectors.toMap(
                WalletSite.Brand::brand, brand -> new WebAddress(brand.cca().toString())));
  }
}
