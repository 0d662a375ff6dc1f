package openset.ledger;

/**
 * One line of a transfer: what it does to one account.
 *
 * @param account the account
 * @param amount positive for a debit, negative for a credit, never zero
 */
public record Entry(AccountCode account, Money amount) {
  /** Refuses an entry of nothing. */
  public Entry {
    if (amount.isZero()) {
      throw new IllegalArgumentException("an entry of nothing");
    }
  }

  /** A debit of a positive amount. */
  public static Entry debit(AccountCode account, Money amount) {
    return new Entry(account, positive(amount));
  }

  /** A credit of a positive amount. */
  public static Entry credit(AccountCode account, Money amount) {
    return new Entry(account, positive(amount).negated());
  }

  private static Money positive(Money amount) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("a debit or credit is a positive amount");
    }
    return amount;
  }
}
