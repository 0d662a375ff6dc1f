package openset.issuer.desk;

import openset.issuer.card.AccountId;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardStatus;
import openset.ledger.Money;

/**
 * What a holder sees of their account.
 *
 * @param account its id
 * @param card the card number, masked
 * @param expiry the card's last month
 * @param status what the card may do
 * @param money limit, balance and holds
 */
public record AccountView(
    AccountId account, String card, CardExpiry expiry, CardStatus status, Amounts money) {
  /**
   * The amounts of an account; available is limit less balance and held.
   *
   * @param limit the credit limit
   * @param balance what the holder owes
   * @param held set aside for purchases not yet presented
   * @param available what may still be spent
   */
  public record Amounts(Money limit, Money balance, Money held, Money available) {}
}
