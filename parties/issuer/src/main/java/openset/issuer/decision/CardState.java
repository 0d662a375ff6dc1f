package openset.issuer.decision;

import openset.issuer.card.AccountId;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardStatus;
import openset.ledger.Money;

/**
 * A card account at one moment.
 *
 * @param account its id
 * @param status what the card may do
 * @param expiry its last month
 * @param limit the credit limit
 * @param balance what the holder owes from postings
 * @param held what is held for purchases not yet presented
 */
public record CardState(
    AccountId account,
    CardStatus status,
    CardExpiry expiry,
    Money limit,
    Money balance,
    Money held) {

  /** What may still be spent. */
  public Money available() {
    return limit.minus(balance).minus(held);
  }
}
