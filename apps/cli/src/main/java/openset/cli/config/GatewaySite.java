package openset.cli.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A payment gateway.
 *
 * @param institution own institution code on the host link
 * @param brands for which it works, each through one acquirer
 * @param office the back office of its people; none where it is absent
 */
public record GatewaySite(
    Own own,
    Listen http,
    Trusted trusted,
    String institution,
    List<Brand> brands,
    Optional<StaffOffice> office)
    implements Site {
  public GatewaySite {
    brands = List.copyOf(brands);
  }

  /**
   * A brand it works for.
   *
   * @param brand BrandID
   * @param pca where it gets its certificates
   * @param acquirer whom it asks; its institution code is the acquirer BIN
   * @param bins beginnings of the BINs of its cards; absent where it takes all of the brand
   * @param allows what that acquirer allows its merchants; nothing special where it is absent
   */
  public record Brand(
      String brand,
      URI pca,
      Neighbour acquirer,
      Optional<List<String>> bins,
      Optional<Allows> allows) {}

  /**
   * Limits of approving in the issuer's place.
   *
   * @param currency ISO 4217 letters
   * @param perPurchase the most for one authorization, minor units
   * @param perCardAndDay the most for all of one card on one day, minor units
   */
  public record StandIn(String currency, long perPurchase, long perCardAndDay) {}

  /**
   * What an acquirer allows its merchants.
   *
   * @param sale whether they may have a purchase authorized and captured in one
   * @param tolerance by how many thousandths more may be authorized than the cardholder agreed to
   * @param standIn within which limits the gateway approves where the issuer cannot be asked; never
   *     where it is absent
   * @param days for how many days an authorization is good whose end the issuer does not say, 1 to
   *     366; 7 where it is absent
   * @param unsigned MerchantIDs of those that may have purchases that no cardholder signed, where
   *     the gateway's certificate lets them through; nobody where it is absent
   */
  public record Allows(
      boolean sale,
      int tolerance,
      Optional<StandIn> standIn,
      Optional<Integer> days,
      Optional<List<String>> unsigned) {
    /** Refuses a tolerance or a time that is none. */
    public Allows {
      if (tolerance < 0 || tolerance > 1000) {
        throw new IllegalArgumentException("tolerance is 0 to 1000 thousandths");
      }
      if (days.filter(n -> n < 1 || n > 366).isPresent()) {
        throw new IllegalArgumentException("days are 1 to 366");
      }
    }
  }
}
