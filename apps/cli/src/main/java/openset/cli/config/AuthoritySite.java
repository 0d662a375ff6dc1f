package openset.cli.config;

import java.util.List;
import java.util.Optional;

/**
 * The certification authority: where it listens, which brands it serves, and which banks answer for
 * their customers.
 *
 * @param ceremony folder of the authorities' keys and the root, relative to the configuration
 * @param keysPassphrase opens the authorities' key files
 * @param policy what merchants and gateways agree to
 * @param brands each with its issuer and acquirer
 */
public record AuthoritySite(
    Own own,
    Listen http,
    String ceremony,
    SecretSource keysPassphrase,
    String policy,
    List<Brand> brands)
    implements Site {
  public AuthoritySite {
    brands = List.copyOf(brands);
  }

  /**
   * A brand.
   *
   * @param brand BrandID
   * @param country of its banks, ISO 3166 alpha-2
   * @param countryNumber the same, ISO 3166 numeric
   * @param issuer who decides on its cardholders
   * @param acquirer who decides on its merchants and gateways
   * @param unsigned whether its gateways' certificates let purchases through that no cardholder
   *     signed; no where it is absent
   */
  public record Brand(
      String brand,
      String country,
      int countryNumber,
      Bank issuer,
      Bank acquirer,
      Optional<Boolean> unsigned) {}

  /**
   * A bank.
   *
   * @param title its name in certificates
   * @param bin of its cards, or its own as acquirer
   * @param api where it answers authorities
   */
  public record Bank(String title, String bin, Remote api) {}
}
