package openset.cli.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An issuer.
 *
 * @param iso its ISO 8583 listener
 * @param bank who it is
 * @param terms what it asks of applicants and grants them
 * @param pages what its customers see
 * @param authorityKey shared with the certification authority
 * @param authority where that is; certificates of lost and stolen cards are revoked there, and wait
 *     for it where it is absent
 * @param staffKey for the bank's own people
 * @param evidenceRoot the root certificate by which evidence in disputes is verified; without one
 *     nobody reads evidence
 * @param files the clearing house's API, where items come from there by file
 * @param rates the clearing house's API, from where rates of exchange are taken; without it
 *     purchases in other currencies are declined
 * @param office the back office of its people; none where it is absent
 */
public record IssuerSite(
    Own own,
    Listen http,
    Host iso,
    Bank bank,
    Terms terms,
    Pages pages,
    SecretSource authorityKey,
    Optional<URI> authority,
    SecretSource staffKey,
    Optional<String> evidenceRoot,
    Optional<Remote> files,
    Optional<Remote> rates,
    Optional<StaffOffice> office)
    implements Site {
  /**
   * Who it is and who may ask it.
   *
   * @param country ISO 3166 alpha-2
   * @param bin first six digits of its cards
   * @param institution own institution code
   * @param acquirers institution codes of acquirers
   * @param clearing the clearing house, which presents, settles and takes chargebacks
   * @param simulator whether its people may let things go wrong; never with real cards
   */
  public record Bank(
      String country,
      String bin,
      String institution,
      Set<String> acquirers,
      Neighbour clearing,
      boolean simulator) {
    public Bank {
      acquirers = Set.copyOf(acquirers);
    }
  }

  /**
   * What it grants.
   *
   * @param currency ISO 4217 numeric, of accounts without a product of another
   * @param limitLeast in minor units
   * @param limitMost in minor units
   * @param ageLeast in years
   * @param cardMonths for how many months a card is good
   * @param holdDays for how long an authorization is held
   */
  public record Terms(
      int currency, long limitLeast, long limitMost, int ageLeast, int cardMonths, int holdDays) {}

  /**
   * Its pages for customers.
   *
   * @param brand of its cards, which picks their colours
   * @param wallets origins of wallets to which customers may be led back
   */
  public record Pages(String brand, List<URI> wallets) {
    public Pages {
      wallets = List.copyOf(wallets);
    }
  }
}
