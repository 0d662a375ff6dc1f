package openset.evidence.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.set.data.CurrencyAmount;

/**
 * What is proved, as values. What is not proved is absent.
 *
 * @param xid the purchase, in hexadecimal
 * @param agreedAt when, as merchant and cardholder both signed
 * @param buyer who agreed
 * @param seller who offered
 * @param money what was agreed to and what was moved
 * @param shipped the lines that the merchant states to have sent
 */
public record Facts(
    String xid,
    Instant agreedAt,
    Optional<Buyer> buyer,
    Optional<Seller> seller,
    Money money,
    List<Integer> shipped) {
  /** Copies the list. */
  public Facts {
    shipped = List.copyOf(shipped);
  }

  /**
   * The holder of the card certificate that signed.
   *
   * @param id the blinded account, the certificate's common name: only who knows the account can
   *     compute it
   * @param bank the card issuer
   * @param certificate its serial number, in hexadecimal
   * @param passkey the origin from which a passkey signed, where one did
   */
  public record Buyer(
      String id, String bank, String brand, String certificate, Optional<String> passkey) {}

  /**
   * The holder of the merchant certificate that signed.
   *
   * @param id the acquirer's number of it
   * @param certificate its serial number, in hexadecimal
   */
  public record Seller(String name, String id, Optional<String> web, String certificate) {}

  /**
   * Sums.
   *
   * @param agreed what the cardholder signed; absent where the order is not proved
   * @param authorized what the gateway approved, less what was given back
   * @param captured what the gateway booked, less what it took back
   * @param credited what went back to the cardholder, less what was taken back of that
   * @param authorizations RRPIDs, in hexadecimal, of the approved requests: the keys by which the
   *     banks know them (HL-10)
   */
  public record Money(
      Optional<CurrencyAmount> agreed,
      Optional<CurrencyAmount> authorized,
      Optional<CurrencyAmount> captured,
      Optional<CurrencyAmount> credited,
      List<String> authorizations) {
    /** Copies the list. */
    public Money {
      authorizations = List.copyOf(authorizations);
    }
  }
}
