package openset.cli.config;

import java.net.URI;
import java.util.List;

/**
 * A merchant.
 *
 * @param shop what it sells and how it reckons
 * @param brands which cards it takes
 * @param staffKey for its own people
 * @param office its back office
 */
public record MerchantSite(
    Own own,
    Listen http,
    Trusted trusted,
    Shop shop,
    List<Brand> brands,
    SecretSource staffKey,
    Office office)
    implements Site {
  public MerchantSite {
    brands = List.copyOf(brands);
  }

  /**
   * The back office.
   *
   * @param firstPassword of its first owner, who is called owner; used while nobody is there
   * @param webhooks origins that may be told though they are plain or private, such as {@code
   *     http://127.0.0.1}; https on the open network may always be told
   */
  public record Office(SecretSource firstPassword, List<String> webhooks) {
    public Office {
      webhooks = List.copyOf(webhooks);
    }
  }

  /**
   * The shop.
   *
   * @param catalogue name of the shipped catalogue
   * @param currency ISO 4217 letters
   * @param delivery charge for a parcel, minor units
   * @param freeFrom goods worth this much are delivered free, minor units
   * @param category merchant category code, 4 digits
   * @param wallet the web origin of the wallet that customers are led to
   */
  public record Shop(
      String catalogue,
      String currency,
      long delivery,
      long freeFrom,
      String category,
      URI wallet) {}

  /**
   * A brand it takes.
   *
   * @param brand BrandID
   * @param mca where it gets its certificates
   * @param acquirerBin its acquirer's
   * @param merchantId the acquirer's number for it
   * @param gateway the address of the gateway
   */
  public record Brand(
      String brand, URI mca, String acquirerBin, String merchantId, URI gateway) {}
}
