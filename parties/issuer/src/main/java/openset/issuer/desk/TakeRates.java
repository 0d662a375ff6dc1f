package openset.issuer.desk;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import openset.issuer.exchange.HouseRates;
import openset.issuer.exchange.HouseRates.Given;
import openset.issuer.exchange.store.Rates;
import openset.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the clearing house's rates over, again and again: a purchase waits for nobody. */
public final class TakeRates implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TakeRates.class);

  private final Transactions transactions;
  private final HouseRates house;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("rates").factory());

  private TakeRates(Transactions transactions, HouseRates house, InstantSource clock) {
    this.transactions = transactions;
    this.house = house;
    this.clock = clock;
  }

  /**
   * Begins to ask, at once for the first time.
   *
   * @param every the time between two
   */
  public static TakeRates start(
      Transactions transactions, HouseRates house, InstantSource clock, Duration every) {
    TakeRates rates = new TakeRates(transactions, house, clock);
    rates.timer.scheduleWithFixedDelay(
        rates::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    return rates;
  }

  /** Asks now. */
  public void take() throws IOException {
    List<Given> given = house.rates();
    transactions.perform(tx -> given.forEach(each -> new Rates(tx).add(each, clock.instant())));
  }

  private void look() {
    try {
      take();
    } catch (IOException e) {
      LOG.warn("the clearing house's rates do not come: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("the clearing house's rates were not taken and are asked for again", e);
    }
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
