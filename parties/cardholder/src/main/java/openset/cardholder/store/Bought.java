package openset.cardholder.store;

import java.time.Instant;
import java.util.Optional;
import openset.asn1.Der;
import openset.cardholder.stop.Stop;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.LocalID;
import openset.set.data.XID;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.Receipt;
import openset.set.data.sale.AuthCode;

/**
 * A purchase as the wallet's list shows it.
 *
 * @param lidC the wallet's label of it
 * @param merchant its proved name; empty before it was proved
 * @param offer what was to be bought, byte for byte ({@code Offer})
 * @param authCode of the receipt; where there is none, what the merchant claims
 * @param completionCode what the merchant says where there is no receipt
 */
public record Bought(
    LocalID lidC,
    LocalID cardID,
    Instant begunAt,
    Standing standing,
    BrandID brandID,
    Optional<String> merchant,
    CurrencyAmount total,
    Der offer,
    Optional<XID> xid,
    Optional<AuthCode> authCode,
    Optional<CompletionCode> completionCode,
    Optional<Receipt> receipt,
    Optional<Stop> stop) {
  /** Where a purchase stands, in a word. */
  public enum Standing {
    STARTED,
    OFFERED,
    CANCELLED,
    ORDERED,
    CONFIRMED,
    DECLINED,
    NOT_CONFIRMED,
    STOPPED
  }
}
