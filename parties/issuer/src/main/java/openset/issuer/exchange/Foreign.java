package openset.issuer.exchange;

import openset.iso8583.host.Amount;
import openset.iso8583.host.Conversion;
import openset.ledger.ExchangeRate;
import openset.ledger.Money;

/**
 * An authorization in another currency than the account's. The rate of the moment it was approved
 * counts for it and all its items, so that the holder is charged by the rate by which was held, and
 * gets just that back (HL-123).
 *
 * @param asked what the merchant asked for
 * @param rate from that currency to the account's
 */
public record Foreign(Amount asked, ExchangeRate rate) {
  private static final long MOST = 999_999_999_999L;

  /** Refuses a rate of another currency. */
  public Foreign {
    if (asked.currency() != rate.from()) throw new IllegalArgumentException("another currency");
  }

  /** Minor units of the account's currency for minor units of the purchase's. */
  public long worth(long minor) {
    return rate.convert(new Money(rate.from(), minor)).minorUnits();
  }

  /** Whether all of it can be an amount in the account's currency, nothing and the most aside. */
  public boolean isSayable() {
    try {
      long worth = worth(asked.minor());
      return worth > 0 && worth <= MOST;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  /** All of it in the account's currency. */
  public Amount billed() {
    return billed(worth(asked.minor()));
  }

  /** An amount of the account's currency. */
  public Amount billed(long minor) {
    return new Amount(minor, rate.to());
  }

  /** The most of the purchase's currency that is worth no more than this of the account's. */
  public long most(long billedMinor) {
    return rate.most(new Money(rate.to(), billedMinor)).minorUnits();
  }

  /** What an item says of its amount in the account's currency. */
  public Conversion conversion(long billedMinor) {
    return new Conversion(rate.factor(), billed(billedMinor));
  }

  /** For a statement, as {@code 12.30 EUR at 1.0843}. */
  public String text(long minor) {
    return new Money(rate.from(), minor) + " at " + rate.factor().toPlainString();
  }
}
