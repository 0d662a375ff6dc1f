package openset.cli.config;

import java.util.List;
import java.util.Optional;

/**
 * An acquirer.
 *
 * @param iso its ISO 8583 listener
 * @param institution own institution code, which is its BIN
 * @param neighbours whom it asks, and who asks it
 * @param merchants its contracts, put in force when it starts
 * @param authorityKey shared with the certification authority
 * @param staffKey for the bank's own people
 */
public record AcquirerSite(
    Own own,
    Listen http,
    Host iso,
    String institution,
    Neighbours neighbours,
    List<Contract> merchants,
    SecretSource authorityKey,
    SecretSource staffKey)
    implements Site {
  public AcquirerSite {
    merchants = List.copyOf(merchants);
  }

  /**
   * Its neighbours on the host link.
   *
   * @param gateways institution codes of gateways that may ask
   * @param issuers by the BIN of their cards
   */
  public record Neighbours(List<String> gateways, Neighbour clearing, List<Route> issuers) {
    public Neighbours {
      gateways = List.copyOf(gateways);
      issuers = List.copyOf(issuers);
    }
  }

  /** Cards of this BIN are this issuer's. */
  public record Route(String bin, Neighbour issuer) {}

  /**
   * What was agreed with a merchant.
   *
   * @param id the acquirer's number for the merchant
   * @param name its legal name
   * @param category merchant category code, 4 digits
   * @param feeBasisPoints the acquirer's fee in hundredths of a percent
   * @param origin where its shop is on the web
   */
  public record Contract(
      String id, String name, String category, int feeBasisPoints, Optional<String> origin) {}
}
