package openset.http.cardholder;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.evidence.EvidenceBundle;

/** The wallet as JSON. Amounts are minor units beside the text that people read. */
public final class WalletJson {
  private WalletJson() {}

  /**
   * A card to register.
   *
   * @param cardExpiry YYYYMM
   * @param language an RFC 5646 tag, for the issuer's form
   */
  public record Begin(String brand, String cardNumber, String cardExpiry, String language) {
    /** Nothing of the card. */
    @Override
    public String toString() {
      return "Begin[" + brand + "]";
    }
  }

  /**
   * A card's certificate to renew.
   *
   * @param language an RFC 5646 tag, for the issuer's form
   */
  public record Renew(String language) {}

  /** The answers to the issuer's form, by the names of its fields. */
  public record Answers(Map<String, String> answers) {
    /** Nothing of the person. */
    @Override
    public String toString() {
      return "Answers";
    }
  }

  /**
   * How a registration stands.
   *
   * @param registration its id
   * @param standing {@code begun}, {@code form}, {@code referred}, {@code requested}, {@code
   *     pending}, {@code certified}, {@code rejected} or {@code stopped}
   * @param fields what the form asks, where it is to be filled in
   * @param policy what its sender agrees to
   * @param card where it is certified
   * @param reason why it is pending, rejected or stopped, or where to go instead
   */
  public record Registration(
      String registration,
      String standing,
      List<Field> fields,
      Optional<String> policy,
      Optional<Card> card,
      Optional<String> reason) {}

  /** One question of the form. */
  public record Field(
      String name, Optional<String> description, boolean required, boolean hidden) {}

  /**
   * A card with its certificate.
   *
   * @param card its id in the wallet
   * @param number the card number, masked
   * @param certificate serial number in hexadecimal
   * @param notAfter last instant of its certificate
   */
  public record Card(
      String card,
      String brand,
      String number,
      String cardExpiry,
      String holder,
      String certificate,
      String notAfter) {}

  /** All cards. */
  public record Cards(List<Card> cards) {}

  /**
   * A shop's request to pay.
   *
   * @param initiation the text that wakes the wallet
   * @param card which card shall pay
   */
  public record Wake(String initiation, String card) {}

  /**
   * What the bank is to check when a purchase is approved; the gateway alone reads it, and nobody
   * keeps it.
   *
   * @param securityCode the 3 or 4 digits printed on the card
   * @param postalCode of the address that the bank sends its bills to
   * @param street of that address, with its number
   */
  public record Checks(
      Optional<String> securityCode, Optional<String> postalCode, Optional<String> street) {
    /** None of it. */
    @Override
    public String toString() {
      return "Checks";
    }
  }

  /** An amount: minor units, and the same as people write it. */
  public record Amount(String currency, long minor, String text) {}

  /** One line of the order, as the merchant signed it. */
  public record Line(String description, int quantity, Amount unitPrice, Amount lineTotal) {}

  /**
   * Where a purchase stands.
   *
   * @param purchase its id in the wallet
   * @param standing {@code started}, {@code offered}, {@code cancelled}, {@code ordered}, {@code
   *     confirmed}, {@code declined}, {@code notConfirmed} or {@code stopped}
   * @param xid SET's name of it, once there is one
   * @param offer what was offered, once the merchant is proved
   * @param outcome what became of it
   * @param told what the merchant said when it was asked last
   */
  public record Purchase(
      String purchase,
      String standing,
      Optional<String> xid,
      Optional<Offered> offer,
      Optional<Outcome> outcome,
      Optional<Told> told) {}

  /**
   * What the merchant says of a purchase, by itself: none of it is proved.
   *
   * @param completionCode SET's CompletionCode
   * @param authCode SET's AuthCode
   * @param authorizedShare held, as a share of the total, 0 to 1
   * @param capturedShare shipped and captured, as a share of the total, 0 to 1
   */
  public record Told(
      String at,
      String completionCode,
      Optional<String> authCode,
      Optional<Double> authorizedShare,
      Optional<Double> capturedShare,
      Optional<String> capturedAt) {}

  /**
   * What a proved merchant offers.
   *
   * @param merchant its name by its certificate
   * @param origin its web origin by its certificate
   * @param plan where it is paid by a plan, which the cardholder signs
   */
  public record Offered(
      String merchant,
      Optional<String> origin,
      String brand,
      List<Line> lines,
      Amount tax,
      Amount delivery,
      Amount total,
      Optional<Plan> plan) {}

  /**
   * Leave to charge more than once.
   *
   * @param instalments the total in at most so many parts
   * @param everyDays at least so many days between two payments
   * @param until the total again and again until then
   */
  public record Plan(
      Optional<Integer> instalments, Optional<Integer> everyDays, Optional<String> until) {}

  /**
   * What became of a purchase.
   *
   * @param authCode SET's AuthCode, by the gateway's receipt or as the merchant claims
   * @param authorized what is held, by the gateway's receipt
   * @param rule the rule that was broken, where the wallet stopped
   */
  public record Outcome(
      Optional<String> authCode, Optional<Amount> authorized, Optional<String> rule) {}

  /** All purchases, the newest first. */
  public record Purchases(List<Purchase> purchases) {}

  /**
   * The evidence bundle of a purchase.
   *
   * @param bundle its octets, in base64
   */
  public record Evidence(String bundle) {
    static Evidence of(EvidenceBundle bundle) {
      return new Evidence(Base64.getEncoder().encodeToString(bundle.der()));
    }
  }
}
