package openset.merchant.batch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import openset.conduct.Conductor;
import openset.merchant.sale.Counter;
import openset.merchant.sale.Counters;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.sale.BatchID;
import openset.set.treatment.Means;
import openset.store.Database;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our batches, for the merchant's own people and programs, and closed by time. */
public final class Batches implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

  private final Given given;
  private final Tables tables;
  private final Conductor<Batch, BatchFacts> conductor;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("batches").factory());

  /** What batches are made of. */
  public record Given(
      Database database, Counters counters, Supplier<Means> means, InstantSource clock) {}

  /** The tables, as far as they are read here. */
  public interface Tables {
    /** The newest batches first, at most so many. */
    List<BatchRow> list(Tx tx, int most);

    /** A batch by the word for its name. */
    Optional<BatchRow> row(Tx tx, String word);

    /** Our items, from a number on, at most so many. */
    List<BatchLine> lines(Tx tx, BatchName name, int from, int most);

    /** Where the gateway lists otherwise. */
    List<Difference> differences(Tx tx, BatchName name);

    /** Batches that were opened before an instant and are not closed. */
    List<BatchRow> openSince(Tx tx, Instant before);

    /** Our highest number at an account; 0 where there is none. */
    long last(Tx tx, String account);
  }

  /** Batches in a database, each asked about by {@code conductor}. */
  public Batches(Given given, Tables tables, Conductor<Batch, BatchFacts> conductor) {
    this.given = given;
    this.tables = tables;
    this.conductor = conductor;
  }

  /**
   * Closes every day what was opened before.
   *
   * @param at the time of day, UTC
   * @param every how often is looked whether it is that time
   */
  public void closeDailyAt(LocalTime at, Duration every) {
    timer.scheduleWithFixedDelay(
        () -> closeDue(at), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void closeDue(LocalTime at) {
    try {
      closeOpenedBefore(last(at, given.clock().instant()));
    } catch (RuntimeException e) {
      LOG.error("batches are not closed; it is tried again", e);
    }
  }

  /** The last time it was {@code at}. */
  static Instant last(LocalTime at, Instant now) {
    Instant today =
        now.atOffset(ZoneOffset.UTC).toLocalDate().atTime(at).toInstant(ZoneOffset.UTC);
    return today.isAfter(now) ? today.minus(Duration.ofDays(1)) : today;
  }

  /** Closes what was opened before an instant and in which both sides agree. */
  public void closeOpenedBefore(Instant before) {
    List<BatchRow> due =
        given.database().transactions().inTransaction(tx -> tables.openSince(tx, before));
    for (BatchRow row : due) {
      try {
        does(row.name().word(), Errand.close);
      } catch (Refused refused) {
        LOG.info("batch {} not closed now: {}", row.name().word(), refused.rule());
      }
    }
  }

  /** The newest first, at most so many. */
  public List<BatchRow> list(int most) {
    return given.database().transactions().inTransaction(tx -> tables.list(tx, most));
  }

  /** A batch by the word for its name. */
  public Optional<BatchRow> row(String word) {
    return given.database().transactions().inTransaction(tx -> tables.row(tx, word));
  }

  /** Our items, from a number on, at most so many. */
  public List<BatchLine> lines(BatchName name, int from, int most) {
    return given
        .database()
        .transactions()
        .inTransaction(tx -> tables.lines(tx, name, from, most));
  }

  /** Where the gateway lists otherwise, as was found when both were compared last. */
  public List<Difference> differences(BatchName name) {
    return given.database().transactions().inTransaction(tx -> tables.differences(tx, name));
  }

  /**
   * Does something with a batch.
   *
   * @return where it stands then; still asking where the gateway did not answer yet
   * @throws Refused Batch-M-01 where it is being asked about, Batch-M-02 where it is closed,
   *     Batch-M-03 where there is none of that name
   */
  public Batch does(String word, Errand errand) throws Refused {
    BatchRow row = row(word).orElseThrow(() -> none());
    Batch.About about = new Batch.About(row.name(), row.brandID());
    return conductor.tell(row.name().key(), BatchDesk.order(errand, about));
  }

  private static Refused none() {
    return new Refused(ErrorCode.unspecifiedFailure, "Batch-M-03");
  }

  /**
   * Opens a batch into which the next captures of its brand fall.
   *
   * @return where it stands then
   * @throws Refused where we do not take the brand
   */
  public Batch open(BrandID brand) throws Refused {
    Counter counter = given.counters().of(brand, given.means().get());
    long last =
        given
            .database()
            .transactions()
            .inTransaction(tx -> tables.last(tx, counter.account()));
    BatchName name = new BatchName(counter.account(), new BatchID(last + 1));
    return conductor.tell(
        name.key(), BatchDesk.order(Errand.open, new Batch.About(name, brand)));
  }

  @Override
  public void close() {
    timer.shutdownNow();
    conductor.close();
  }
}
