package openset.clearing.match;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import openset.clearing.store.Conversions;
import openset.clearing.store.Item;
import openset.clearing.store.Rates;
import openset.iso8583.host.Conversion;
import openset.ledger.ExchangeRate;
import openset.ledger.Money;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds what an issuer says that an item is in the currency of its account to the rates of the
 * house (HL-124): the first item of an authorization to a rate that was given for the pair and in
 * force not too long ago, all others to the first.
 */
public final class Converting {
  private static final Logger LOG = LoggerFactory.getLogger(Converting.class);

  /** Between an authorization, whose rate it is, and the first item. */
  static final Duration WITHIN = Duration.ofDays(60);

  /** Minor units by which the parts of one amount may be off what each is by itself. */
  private static final long ROUNDED = 2;

  private Converting() {}

  /** Notes it of an item that was taken; one that is not right is as if it was not said. */
  public static void note(Tx tx, long number, Item item, Conversion said, Instant now) {
    if (isRight(tx, item, said, now)) {
      Conversions.in(tx).add(number, said);
    } else {
      LOG.error(
          "issuer {} converts item {} by {}, which is no rate of the house",
          item.issuer(),
          item.key(),
          said);
    }
  }

  /** Whether the issuer's chargeback is converted just as what it charges back was. */
  static boolean isRight(Tx tx, Item chargeback, Instant now) {
    Optional<Conversion> said = chargeback.said().conversion();
    Conversions conversions = Conversions.in(tx);
    boolean before = conversions.firstOf(chargeback).flatMap(conversions::find).isPresent();
    return said.isPresent() == before
        && (said.isEmpty() || isRight(tx, chargeback, said.get(), now));
  }

  private static boolean isRight(Tx tx, Item item, Conversion said, Instant now) {
    int to = said.amount().currency();
    if (!Money.isCurrency(to) || to == item.currency()) return false;
    ExchangeRate rate = new ExchangeRate(item.currency(), to, said.rate());
    Conversions conversions = Conversions.in(tx);
    Optional<Long> first = conversions.firstOf(item);
    boolean given =
        first.isPresent()
            ? conversions.find(first.get()).filter(each -> same(each, said)).isPresent()
            : Rates.in(tx).wasInForce(rate, WITHIN, now);
    return given && isNear(rate, item.minor(), said.amount().minor());
  }

  private static boolean same(Conversion one, Conversion other) {
    return one.rate().equals(other.rate())
        && one.amount().currency() == other.amount().currency();
  }

  /** A part of an amount that was converted as a whole, in minor units of both currencies. */
  private static boolean isNear(ExchangeRate rate, long minor, long said) {
    try {
      long alone = rate.convert(new Money(rate.from(), minor)).minorUnits();
      long unit = rate.convert(new Money(rate.from(), 1)).minorUnits();
      return Math.abs(alone - said) <= ROUNDED + unit;
    } catch (ArithmeticException e) {
      // More than there is: no issuer says that of an amount.
      return false;
    }
  }
}
