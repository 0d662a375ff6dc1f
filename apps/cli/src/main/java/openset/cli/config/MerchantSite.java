package openset.cli.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.merchant.plan.PlanPace;
import openset.merchant.shop.Terms;
import openset.set.data.sale.MerTermIDs;

/**
 * A merchant.
 *
 * @param shop what it sells and how it reckons
 * @param brands which cards it takes
 * @param staffKey for its own people
 * @param office its back office
 * @param payments how it asks for money; all with the order where this is absent
 */
public record MerchantSite(
    Own own,
    Listen http,
    Trusted trusted,
    Shop shop,
    List<Brand> brands,
    SecretSource staffKey,
    Office office,
    Optional<Payments> payments)
    implements Site {
  private static final int MINUTES_MAX = 10_080;

  public MerchantSite {
    brands = List.copyOf(brands);
  }

  /**
   * The back office.
   *
   * @param firstPassword of its first owner, who is called owner; used while nobody is there
   * @param webhooks origins that may be told though they are plain or private, such as {@code
   *     http://127.0.0.1}; https on the open network may always be told
   * @param batchesClose the time of day, HH:MM UTC, at which batches are closed; 22:00 if absent
   */
  public record Office(
      SecretSource firstPassword, List<String> webhooks, Optional<String> batchesClose) {
    public Office {
      webhooks = List.copyOf(webhooks);
    }
  }

  /**
   * How it asks for money.
   *
   * @param eachParcel parcel by parcel, when it is shipped
   * @param saleOfDigital goods that are handed out at once: authorized and captured in one
   * @param again with a token, so that what expired can be authorized again
   * @param plans how often a payment of a plan is asked for again; absent: 3 times, a day apart
   * @param unsigned orders that no cardholder signed are taken, where the gateway takes them; no
   *     where it is absent
   * @param terminals as which of its terminals it asks; where none is named, its acquirer knows
   */
  public record Payments(
      boolean eachParcel,
      boolean saleOfDigital,
      boolean again,
      Optional<Plans> plans,
      Optional<Boolean> unsigned,
      Optional<List<Terminal>> terminals) {
    /** The terminal for a brand, where one is named. */
    public Optional<String> terminal(String brand) {
      return terminals.stream()
          .flatMap(List::stream)
          .filter(each -> each.brand().equals(brand))
          .map(Terminal::terminal)
          .findFirst();
    }
  }

  /**
   * A terminal number that the acquirer of a brand gave out.
   *
   * @param terminal 1 to 8 printable characters, none of them a space
   */
  public record Terminal(String brand, String terminal) {
    /** Refuses what is no terminal number. */
    public Terminal {
      if (!MerTermIDs.fitsHost(terminal)) {
        throw new IllegalArgumentException("payments.terminals: 1 to 8 characters each");
      }
    }
  }

  /**
   * How often a payment of a plan is asked for again that was not given.
   *
   * @param retries so many more times, 0 to 30
   * @param afterHours so many hours after it was not given, 1 to 720
   */
  public record Plans(int retries, int afterHours) {
    /** The same as the merchant takes it. */
    public PlanPace pace() throws BadConfig {
      if (retries < 0 || retries > 30 || afterHours < 1 || afterHours > 720) {
        throw new BadConfig("payments.plans: 0 to 30 retries, 1 to 720 hours apart");
      }
      return new PlanPace(retries, Duration.ofHours(afterHours));
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
   * @param payWithinMinutes how long an order waits for being paid, 1 to 10,080; 30 where absent
   */
  public record Shop(
      String catalogue,
      String currency,
      long delivery,
      long freeFrom,
      String category,
      URI wallet,
      Optional<Integer> payWithinMinutes) {
    /** How long an order waits for being paid. */
    public Duration payWithin() throws BadConfig {
      int minutes = payWithinMinutes.orElse((int) Terms.PAY_WITHIN.toMinutes());
      if (minutes < 1 || minutes > MINUTES_MAX) {
        throw new BadConfig("shop.payWithinMinutes: 1 to " + MINUTES_MAX);
      }
      return Duration.ofMinutes(minutes);
    }
  }

  /**
   * A brand it takes.
   *
   * @param brand BrandID
   * @param mca where it gets its certificates
   * @param acquirerBin its acquirer's
   * @param merchantId the acquirer's number for it
   * @param gateway the address of the gateway
   * @param statement the acquirer's API for the merchant, of which evidence of settlement is made;
   *     without it there is none
   */
  public record Brand(
      String brand,
      URI mca,
      String acquirerBin,
      String merchantId,
      URI gateway,
      Optional<Remote> statement) {}
}
