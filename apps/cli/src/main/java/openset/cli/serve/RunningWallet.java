package openset.cli.serve;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openset.cardholder.Wallet;
import openset.cli.config.BadConfig;
import openset.cli.config.WalletSite;
import openset.crypto.DigestAlgorithm;
import openset.crypto.KeyFile;
import openset.http.MediaType;
import openset.http.Mount;
import openset.http.authority.AuthorityApi;
import openset.http.cardholder.WalletApi;
import openset.pages.wallet.WalletConfig;
import openset.pages.wallet.WalletPages;
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
      List<Mount> mounts =
          new ArrayList<>(
              WalletApi.routes(
                  wallet, authorities(site), premises.onlyFor("owner", site.ownerKey())));
      mounts.addAll(WalletPages.routes(site.http().origin(), browser(premises, site)));
      Edge edge = Edge.open(premises, site.http(), mounts);
      return new RunningWallet(wallet, edge, premises);
    } catch (IOException e) {
      premises.close();
      throw new CannotStart(site.own().name(), "cannot read the root certificate");
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

  /** What a wallet in a browser is told; it does everything else itself. */
  private static WalletConfig browser(Premises premises, WalletSite site) throws IOException {
    byte[] root = Files.readAllBytes(premises.path(site.trusted().root()));
    List<WalletConfig.Brand> brands =
        site.brands().stream()
            .map(
                brand ->
                    new WalletConfig.Brand(
                        brand.brand(),
                        List.of(brand.bin()),
                        brand.cca(),
                        brand.issuer(),
                        brand.account()))
            .toList();
    return new WalletConfig(
        HexFormat.of().formatHex(DigestAlgorithm.SHA256.digest(root)),
        site.trusted().authority().resolve(AuthorityApi.TRUST), brands);
  }
}
