package openset.cli.config;

import java.net.URI;
import java.util.List;

/**
 * A cardholder's wallet.
 *
 * @param brands whose cards it can register
 * @param ownerKey for the cardholder's own programs
 */
public record WalletSite(
    Own own, Listen http, Trusted trusted, List<Brand> brands, SecretSource ownerKey)
    implements Site {
  public WalletSite {
    brands = List.copyOf(brands);
  }

  /**
   * A brand of cards.
   *
   * @param brand BrandID
   * @param bin first six digits of its cards
   * @param cca where cards are registered
   * @param issuer the bank that gives them out, its name for people
   * @param account the bank's page on which an account is opened
   */
  public record Brand(String brand, String bin, URI cca, String issuer, URI account) {}
}
