package openset.issuer.exchange;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import openset.ledger.ExchangeRate;

/** The clearing house's rates of exchange, as a bank asks for them. */
@FunctionalInterface
public interface HouseRates {
  /**
   * A rate that the house gave.
   *
   * @param since from when on it is in force, until the next of its pair
   */
  record Given(ExchangeRate rate, Instant since) {}

  /** Those that are in force, and those that will be. */
  List<Given> rates() throws IOException;
}
