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
 * @param fees interchange and scheme fee, in force from its first start on
 * @param office the back office of its people; none where it is absent
 */
public record AcquirerSite(
    Own own,
    Listen http,
    Host iso,
    String institution,
    Neighbours neighbours,
    List<Contract> merchants,
    SecretSource authorityKey,
    SecretSource staffKey,
    Optional<List<Fee>> fees,
    Optional<StaffOffice> office)
    implements Site {
  public AcquirerSite {
    merchants = List.copyOf(merchants);
    fees = fees.map(List::copyOf);
  }

  /**
   * Its neighbours on the host link.
   *
   * @param gateways institution codes of gateways that may ask
   * @param issuers by the BIN of their cards
   * @param files the clearing house's API, where items go there by file, not one by one
   */
  public record Neighbours(
      List<String> gateways, Neighbour clearing, List<Route> issuers, Optional<Remote> files) {
    public Neighbours {
      gateways = List.copyOf(gateways);
      issuers = List.copyOf(issuers);
    }
  }

  /**
   * Cards of this BIN are this issuer's.
   *
   * @param brand name of the brand
   * @param card CREDIT, DEBIT, PREPAID or COMMERCIAL; CREDIT where it is not there
   */
  public record Route(
      String bin, Neighbour issuer, Optional<String> brand, Optional<String> card) {}

  /**
   * A line of the fee table, for all cards of a brand.
   *
   * @param kind INTERCHANGE or SCHEME
   * @param currency ISO 4217 numeric
   * @param ppm part of the amount in millionths
   * @param fixed for each item, in minor units
   */
  public record Fee(String kind, String brand, int currency, int ppm, long fixed) {}

  /**
   * What was agreed with a merchant.
   *
   * @param id the acquirer's number for the merchant
   * @param name its legal name
   * @param category merchant category code, 4 digits
   * @param feeBasisPoints the acquirer's fee in hundredths of a percent
   * @param origin where its shop is on the web
   * @param desk what its own people need to see and say something at the acquirer, and to be paid
   */
  public record Contract(
      String id,
      String name,
      String category,
      int feeBasisPoints,
      Optional<String> origin,
      Optional<Desk> desk) {}

  /**
   * The merchant's side.
   *
   * @param key its key to the acquirer's API, whose client is named by its id
   * @param payout the account it is paid to, an IBAN
   */
  public record Desk(SecretSource key, String payout) {}
}
