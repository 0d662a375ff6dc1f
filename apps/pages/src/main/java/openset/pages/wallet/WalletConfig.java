package openset.pages.wallet;

import java.net.URI;
import java.util.List;

/**
 * What a browser's wallet is told by the place it comes from.
 *
 * @param root SHA-256 of the root certificate's octets, in lower-case hexadecimal
 * @param trust where the authority's trust bundle lies
 * @param brands whose cards it can register
 */
public record WalletConfig(String root, URI trust, List<Brand> brands) {
  /** Copies the list. */
  public WalletConfig {
    brands = List.copyOf(brands);
  }

  /**
   * A brand of cards.
   *
   * @param brand BrandID
   * @param bins first six digits of its cards
   * @param cca where cards are registered
   * @param issuer the bank that gives them out, its name for people
   * @param account the bank's page on which an account is opened
   */
  public record Brand(String brand, List<String> bins, URI cca, String issuer, URI account) {
    /** Copies the list. */
    public Brand {
      bins = List.copyOf(bins);
    }
  }
}
