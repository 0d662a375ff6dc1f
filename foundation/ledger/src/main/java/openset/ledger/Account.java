package openset.ledger;

/**
 * An account: one currency, one kind. Balances are signed, debits positive and credits negative, so
 * an asset usually stands above zero and a liability below.
 *
 * @param code its name in this ledger
 * @param currency ISO 4217 numeric code of all its entries
 * @param kind on which side of the balance sheet it stands
 */
public record Account(AccountCode code, int currency, Kind kind) {
  /** What an account stands for. */
  public enum Kind {
    /** What the party has or is owed. */
    ASSET,
    /** What the party owes. */
    LIABILITY,
    /** What belongs to the party's owners. */
    EQUITY,
    /** What the party earned. */
    INCOME,
    /** What the party spent. */
    EXPENSE
  }

  /** Refuses an unknown currency. */
  public Account {
    if (!Money.isCurrency(currency)) {
      throw new IllegalArgumentException("not an ISO 4217 numeric code: " + currency);
    }
  }

  /** A signed balance the way people read it: positive when it stands on the usual side. */
  public Money natural(Money balance) {
    return switch (kind) {
      case ASSET, EXPENSE -> balance;
      case LIABILITY, EQUITY, INCOME -> balance.negated();
    };
  }
}
