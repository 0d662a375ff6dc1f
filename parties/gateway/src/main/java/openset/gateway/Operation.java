package openset.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import openset.conduct.Mender;
import openset.gateway.authorization.Rules;
import openset.gateway.operation.BatchRow;
import openset.gateway.operation.Lines;
import openset.gateway.operation.LinkAct;
import openset.gateway.operation.LinkEvent;
import openset.gateway.operation.LinkStanding;
import openset.gateway.operation.Observed;
import openset.gateway.operation.Refused;
import openset.gateway.operation.Span;
import openset.gateway.operation.StoodIn;
import openset.gateway.operation.Tally;
import openset.gateway.operation.Times;
import openset.gateway.operation.Traffic;
import openset.gateway.operation.Waiting;
import openset.gateway.store.BatchLists;
import openset.gateway.store.ObservedTables;
import openset.gateway.store.OperationTables;
import openset.store.Transactions;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Look;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the gateway's people look at. Counts are written down every few seconds and when the gateway
 * closes; whoever looks sees those of this moment. Close it before the database.
 */
public final class Operation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Operation.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WRITES_EVERY = Duration.ofSeconds(5);

  private final Observed observed;
  private final Transactions transactions;
  private final Lines links;
  private final Map<String, Rules> rules;
  private final InstantSource clock;
  private final Mender keeper;
  private Instant tidied = Instant.EPOCH;

  /**
   * Begins to write down.
   *
   * @param links to the acquirers
   * @param rules what each acquirer allows
   */
  Operation(
      String name,
      Observed observed,
      Transactions transactions,
      Lines links,
      Map<String, Rules> rules,
      InstantSource clock) {
    this.observed = observed;
    this.transactions = transactions;
    this.links = links;
    this.rules = Map.copyOf(rules);
    this.clock = clock;
    this.keeper = new Mender(name + "-observed", WRITES_EVERY, () -> write(false));
    keeper.start();
  }

  /** Writes down what was seen; what cannot be written is kept for the next time. */
  private synchronized void write(boolean all) {
    Observed.Drained seen = observed.drain(all);
    Instant now = clock.instant();
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    if (seen.isEmpty() && tidied.equals(hour)) return;
    try {
      transactions.perform(
          tx -> {
            ObservedTables tables = new ObservedTables(tx);
            tables.keep(seen);
            if (!tidied.equals(hour)) tables.tidy(now);
          });
      tidied = hour;
    } catch (RuntimeException e) {
      observed.giveBack(seen);
      throw e;
    }
  }

  private <T> T look(Function<Tx, T> look) {
    write(false);
    return transactions.inTransaction(look::apply);
  }

  /** The links to the acquirers. */
  public List<LinkStanding> links() {
    Instant day = clock.instant().minus(DAY).truncatedTo(ChronoUnit.HOURS);
    return look(
        tx -> {
          OperationTables lists = new OperationTables(tx);
          Map<String, Map<LinkEvent, Tally>> lately = lists.links(day);
          Map<String, Map<LinkEvent, Tally>> ever = lists.links(Instant.EPOCH);
          List<Waiting> waiting = lists.waiting();
          return links.now().stream()
              .map(
                  now ->
                      new LinkStanding(
                          now,
                          lately.getOrDefault(now.institution(), Map.of()),
                          ever.getOrDefault(now.institution(), Map.of()),
                          waiting.stream()
                              .filter(one -> one.acquirer().equals(now.institution()))
                              .toList()))
              .toList();
        });
  }

  /**
   * Does something with a link; true when the acquirer agreed, empty where it does not fit how the
   * link stands, or there is no such link.
   *
   * @param by who of the gateway's people
   */
  public Optional<Boolean> act(String institution, LinkAct act, String by) {
    boolean fits =
        links.now().stream()
            .anyMatch(link -> link.institution().equals(institution) && act.fits(link));
    if (!fits) return Optional.empty();
    if (act == LinkAct.SIGN_OFF) observed.happened(institution, LinkEvent.SIGNED_OFF, by);
    boolean agreed = links.act(institution, act);
    LOG.info("link to {}: {} by {}: {}", institution, act, by, agreed ? "agreed" : "no answer");
    return Optional.of(agreed);
  }

  /** What passed, and how long answers took. */
  public Traffic traffic(Span span) {
    Instant now = clock.instant();
    return look(
        tx -> {
          List<Times> all = new ArrayList<>(new ObservedTables(tx).traffic(span.first(now)));
          all.addAll(observed.current());
          return Traffic.of(span, now, all);
        });
  }

  /**
   * Rules that were broken from an hour on: by rule, count or last; only the rule that holds this
   * text, only in this message.
   */
  public Listed<Refused> refused(Instant since, Look look) {
    return look(tx -> new OperationTables(tx).refused(since, look));
  }

  /** How much was refused, by message. */
  public Map<String, Long> refusedByMessage(Instant since) {
    return look(tx -> new OperationTables(tx).refusedByMessage(since));
  }

  /** One rule, by message and code. */
  public List<Refused.Part> refused(String rule, Instant since) {
    return look(tx -> new OperationTables(tx).refused(rule, since));
  }

  /** One rule, or all, hour by hour; hours without any are left out. */
  public List<Refused.At> hours(Optional<String> rule, Instant since) {
    return look(tx -> new OperationTables(tx).hours(rule, since));
  }

  /**
   * What was approved in an issuer's place: by at, amount or merchant; only of this standing,
   * acquirer, or of merchants whose number holds this text.
   */
  public Listed<StoodIn> stoodIn(Look look) {
    return look(tx -> new OperationTables(tx).stoodIn(look));
  }

  /** Stand-in day by day, so many days back, the latest first. */
  public List<StoodIn.Day> days(int back) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return look(tx -> new OperationTables(tx).days(today.minusDays(back)));
  }

  /** Within which limits the gateway stands in for issuers of an acquirer; empty where never. */
  public Optional<Rules.StandInLimits> limits(String acquirer) {
    return Optional.ofNullable(rules.get(acquirer)).flatMap(Rules::standIn);
  }

  /**
   * Batches of merchants: by opened, closed, merchant or items; only those of a {@link
   * BatchRow.Which}, or of merchants whose number holds this text.
   */
  public Listed<BatchRow> batches(Look look) {
    return look(tx -> new BatchLists(tx).batches(look));
  }

  /** One of them. */
  public Optional<BatchRow> batch(long key) {
    return look(tx -> new BatchLists(tx).batch(key));
  }

  /** Its items: by sequence, amount or at; only what was booked ({@code yes}) or not. */
  public Listed<BatchRow.Item> items(BatchRow batch, Look look) {
    return look(tx -> new BatchLists(tx).items(batch, look));
  }

  /** Who asked for what of it. */
  public List<BatchRow.Asked> asked(BatchRow batch) {
    return look(tx -> new BatchLists(tx).asked(batch));
  }

  @Override
  public void close() {
    keeper.close();
    write(true);
  }
}
