package openset.issuer.opening;

import java.util.List;
import openset.issuer.card.AccountId;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardNumber;
import openset.ledger.Money;

/** What came of an application. The same application again gets the same outcome. */
public sealed interface Opening {
  /**
   * A card account stands open.
   *
   * @param account its id
   * @param number the card
   * @param expiry the card's last month
   * @param limit the credit limit granted
   */
  record AccountOpened(AccountId account, CardNumber number, CardExpiry expiry, Money limit)
      implements Opening {}

  /**
   * No account was opened.
   *
   * @param reasons at least one, each rule once a field
   */
  record ApplicationRefused(List<Reason> reasons) implements Opening {
    public ApplicationRefused {
      reasons = List.copyOf(reasons);
    }
  }
}
