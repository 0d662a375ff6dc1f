package openset.clearing;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openset.clearing.file.FileLimits;
import openset.clearing.file.FileMeans;
import openset.clearing.file.FileOffice;
import openset.clearing.office.Office;
import openset.clearing.settle.SettlementMessages;
import openset.clearing.store.Break;
import openset.clearing.store.Breaks;
import openset.clearing.store.Claim;
import openset.clearing.store.Claims;
import openset.clearing.store.Cycles;
import openset.clearing.store.Invariants;
import openset.clearing.store.Position;
import openset.clearing.store.Rate;
import openset.clearing.store.Rates;
import openset.clearing.store.StoredFile;
import openset.iso20022.AccountStatement;
import openset.iso20022.BankTransfers;
import openset.iso8583.IsoHandler;
import openset.iso8583.IsoMessage;
import openset.iso8583.IsoServer;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;
import openset.iso8583.ServerConfig;
import openset.iso8583.Stans;
import openset.iso8583.host.ResponseCode;
import openset.ledger.AccountCode;
import openset.ledger.CurrencySum;
import openset.ledger.ExchangeRate;
import openset.ledger.Invariant;
import openset.ledger.Ledger;
import openset.ledger.LedgerRefused;
import openset.ledger.Money;
import openset.store.Database;
import openset.store.Transactions;
import openset.store.Tx;
import openset.store.counter.Counters;
import openset.store.delivery.Deliveries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running clearing house on the host link (spec/host-link.md). Cycles are run on demand, and by
 * interval when the configuration says so. Safe to kill at any moment and start again.
 */
public final class ClearingHouse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClearingHouse.class);

  /** Its tables, to be named after the ledger's when its database is opened. */
  public static final String MIGRATIONS = "openset/clearing/migrations";

  private static final Set<Mti> ITEMS = Set.of(Mti.ADVICE, Mti.REVERSAL_ADVICE, Mti.CHARGEBACK);
  /** What holds of its tables at every moment, beside what holds of every ledger. */
  public static final List<Invariant> INVARIANTS = Invariants.ALL;

  private static final Duration FINISH = Duration.ofSeconds(3);
  private static final Duration CALENDAR = Duration.ofSeconds(1);
  private static final Duration RECONCILE = Duration.ofMinutes(10);
  private static final Duration RATE_RENEWED = Duration.ofDays(1);

  private final Means means;
  private final Banks banks;
  private final String institution;
  private final TakeItem takeItem;
  private final CloseCycle closeCycle;
  private final FileOffice files;
  private final Office office;
  private final SettlementMessages messages;
  private final Deliveries deliveries;
  private final ScheduledExecutorService timer;
  private final IsoServer server;

  private ClearingHouse(ClearingConfig config, Database database, InstantSource clock)
      throws IOException {
    Transactions transactions = database.transactions();
    Stans stans =
        Stans.of(count -> transactions.inTransaction(tx -> Counters.in(tx).reserve("stan", count)));
    this.banks = new Banks(config, clock);
    this.institution = config.institution();
    stans.avoid(banks::uses);
    this.means = new Means(transactions, clock, banks, stans, config.patience());
    AskReceiver askReceiver = new AskReceiver(means);
    this.takeItem = new TakeItem(means, askReceiver);
    this.closeCycle =
        new CloseCycle(
            means, askReceiver, config.institution(), config.rhythm().calendar());
    this.office =
        new Office(
            transactions,
            clock,
            new Office.Facts(
                config.institution(),
                banks.institutions(),
                banks.takingFiles(),
                config.rhythm().calendar(),
                config.rhythm().interval()));
    this.messages = new SettlementMessages(transactions, config.institution());
    this.files =
        new FileOffice(
            new FileMeans(
                transactions,
                clock,
                config.institution(),
                banks.institutions(),
                banks.takingFiles(),
                FileLimits.STANDARD));
    Deliveries.Pace pace = Deliveries.Pace.usual("clearing-" + config.institution());
    this.deliveries = Deliveries.start(transactions, pace, clock, new TellBank(means)::deliver);
    this.timer =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("cycles").factory());
    repeat(FINISH, this::finish);
    repeat(RECONCILE, this::reconcile);
    Instant since = clock.instant();
    if (config.rhythm().calendar().isPresent()) {
      repeat(CALENDAR, () -> cutOffByCalendar(since));
    }
    config.rhythm().interval().ifPresent(every -> repeat(every, this::runCycle));
    ServerConfig listen =
        ServerConfig.on(
                "clearing-" + config.institution(),
                config.inbound().host(),
                config.inbound().port(),
                banks.institutions())
            .with(config.tap())
            .with(config.inbound().terms());
    this.server = IsoServer.start(listen, clock, this::answer);
    config.rhythm().calendar().map(each -> new CutOver(means, each, server))
        .ifPresent(cutOver -> repeat(FINISH, cutOver::tell));
  }

  /**
   * Starts a clearing house.
   *
   * @param database opened with {@link Ledger#MIGRATIONS} and {@link #MIGRATIONS}; stays open
   * @throws IOException when it cannot listen
   */
  public static ClearingHouse start(ClearingConfig config, Database database, InstantSource clock)
      throws IOException {
    return new ClearingHouse(config, database, clock);
  }

  /** What its own people look up. */
  public Office office() {
    return office;
  }

  /** The files that banks send and fetch. */
  public FileOffice files() {
    return files;
  }

  /** Has what there is to do about cycles and files be done soon. */
  public void wake() {
    if (!timer.isShutdown()) timer.execute(safe(this::finish));
  }

  /** The TCP port of its host link. */
  public int port() {
    return server.port();
  }

  /**
   * Cuts the open cycle off, nets it when its items are all decided, and begins to tell the banks;
   * empty when it has no items. Whatever happens in the middle, an item is in one cycle, and a
   * cycle is booked once; what is left to do is done later without being asked.
   */
  public Optional<ClosedCycle> runCycle() {
    return runCycle(Optional.empty());
  }

  /** The same, wanted by one of its people. */
  public Optional<ClosedCycle> runCycle(Optional<String> by) {
    Optional<Long> ended = closeCycle.cutOff(by);
    finish();
    return ended.map(number -> means.transactions().inTransaction(tx -> cycle(tx, number)));
  }

  /**
   * Runs a cycle again that was cut off: does what is left to do, and works positions and files out
   * anew, to be compared with those that were told (HL-109). What differs is a break.
   *
   * @return empty when no such cycle was cut off
   */
  public Optional<Rerun> rerun(String cycle) {
    Optional<Long> number = number(cycle);
    if (number.isEmpty()) return Optional.empty();
    finish();
    Rerun made = compared(number.get());
    reconcile();
    return Optional.of(made);
  }

  private Rerun compared(long number) {
    String name = Cycles.name(number);
    boolean netted = means.transactions().inTransaction(tx -> Cycles.in(tx).isClosed(number));
    if (!netted) return new Rerun(name, false, 0, 0, List.of());
    Set<Position> told = means.transactions().inTransaction(tx -> settled(tx, number));
    Set<Position> anew = means.transactions().inTransaction(tx -> anew(tx, number));
    Map<StoredFile.Name, Boolean> same = files.compare(number);
    List<String> differing = new ArrayList<>();
    Stream.concat(told.stream(), anew.stream())
        .filter(each -> !told.contains(each) || !anew.contains(each))
        .map(each -> each.institution() + "/" + each.currency())
        .distinct()
        .forEach(differing::add);
    same.forEach(
        (file, is) -> {
          if (!is) differing.add(file.bank() + "/" + file.text());
        });
    return new Rerun(name, true, anew.size(), same.size(), differing);
  }

  private static Set<Position> settled(Tx tx, long number) {
    return Cycles.in(tx).positions(number).stream()
        .map(Position::unacknowledged)
        .collect(Collectors.toSet());
  }

  private Set<Position> anew(Tx tx, long number) {
    return Cycles.in(tx).net(number, institution).stream()
        .map(Position::unacknowledged)
        .collect(Collectors.toSet());
  }

  private void cutOffByCalendar(Instant since) {
    closeCycle.cutOffByCalendar(since);
  }

  /** Looks for all that does not come out even; what does now is a break no more. */
  public void reconcile() {
    means.transactions().perform(tx -> Breaks.in(tx).reconcile(means.now()));
  }

  /** Breaks without a resolution, the oldest first. */
  public List<Break> breaks(int most) {
    return means.transactions().inTransaction(tx -> Breaks.in(tx).open(most));
  }

  /**
   * Resolves a break, once and for good.
   *
   * @param by who says so
   * @param reason why it may stay, 1 to 500 characters
   * @return false when there is no such break, or it was resolved before
   */
  public boolean resolve(long number, String by, String reason) {
    if (reason.isBlank() || reason.length() > 500) {
      throw new IllegalArgumentException("a resolution has a reason");
    }
    Break.Resolution resolution = new Break.Resolution(means.now(), by, reason.strip());
    return means.transactions().inTransaction(tx -> Breaks.in(tx).resolve(number, resolution));
  }

  /**
   * Notes who sees to a break.
   *
   * @param owner absent where nobody does any more
   * @return false when there is no such break, or it was resolved before
   */
  public boolean give(long number, Optional<String> owner) {
    return means
        .transactions()
        .inTransaction(tx -> Breaks.in(tx).give(number, owner, means.now()));
  }

  /** A cycle's file of items for a bank, written once more from what is stored. */
  public Optional<byte[]> rewritten(String institution, String cycle) {
    return number(cycle).flatMap(number -> files.rewritten(institution, number));
  }

  /** The transfers between banks that settle a closed cycle, as pacs.009. */
  public Optional<byte[]> instructions(String cycle, int currency) {
    return transfers(cycle, currency).map(BankTransfers::toXml);
  }

  /** The transfers between banks that settle a closed cycle. */
  public Optional<BankTransfers> transfers(String cycle, int currency) {
    return number(cycle).flatMap(number -> messages.instructions(number, currency));
  }

  /** The statement of a bank's settlement account over a closed cycle, as camt.053. */
  public Optional<byte[]> statement(String cycle, String institution, int currency) {
    return accountStatement(cycle, institution, currency).map(AccountStatement::toXml);
  }

  /** The statement of a bank's settlement account over a closed cycle. */
  public Optional<AccountStatement> accountStatement(
      String cycle, String institution, int currency) {
    AccountCode account = CloseCycle.settlementAccount(institution, currency);
    return number(cycle).flatMap(number -> messages.statement(number, account));
  }

  private Optional<Long> number(String cycle) {
    return means.transactions().inTransaction(tx -> Cycles.in(tx).cutOff(cycle));
  }

  private void finish() {
    files.work();
    closeCycle.finish();
    files.work();
    deliveries.wake();
  }

  /** The latest cycles that take no more items, newest first. */
  public List<ClosedCycle> cycles(int most) {
    return means
        .transactions()
        .inTransaction(
            tx ->
                Cycles.in(tx).latest(most).stream()
                    .map(number -> cycle(tx, number))
                    .toList());
  }

  /** A cycle that takes no more items, by its name. */
  public Optional<ClosedCycle> cycle(String name) {
    return number(name)
        .map(number -> means.transactions().inTransaction(tx -> cycle(tx, number)));
  }

  /** What came of a rate that was entered. */
  public enum Entered {
    /** It is in force from its time on. */
    DONE,
    /** Its time is over: what was converted stays as it was. */
    PAST,
    /** There is one of its pair from that time on. */
    TWICE
  }

  /**
   * Gives a rate of exchange, once and for good; a later one takes its place.
   *
   * @param since from when on it is in force; at once where empty
   * @param by who says so
   */
  public Entered give(ExchangeRate rate, Optional<Instant> since, String by) {
    Instant now = means.now();
    if (since.isPresent() && since.get().isBefore(now)) return Entered.PAST;
    Rate given = new Rate(rate, since.orElse(now), by);
    boolean added = means.transactions().inTransaction(tx -> Rates.in(tx).add(given, now));
    return added ? Entered.DONE : Entered.TWICE;
  }

  /**
   * Gives a rate that the configuration names, unless just that one is in force and was given
   * lately.
   */
  public void keep(ExchangeRate rate) {
    Instant now = means.now();
    Optional<Rate> before =
        means
            .transactions()
            .inTransaction(tx -> Rates.in(tx).inForce(rate.from(), rate.to(), now));
    boolean fresh =
        before
            .filter(each -> each.rate().equals(rate))
            .filter(each -> each.since().plus(RATE_RENEWED).isAfter(now))
            .isPresent();
    if (!fresh) give(rate, Optional.empty(), "configuration");
  }

  /** The rates that are in force, and those that will be, by pair and time. */
  public List<Rate> rates() {
    return means.transactions().inTransaction(tx -> Rates.in(tx).current(means.now()));
  }

  /** Claims in disputes that wait for a ruling of the house's people, the oldest first. */
  public List<Claim> claims() {
    return means.transactions().inTransaction(tx -> Claims.in(tx).open());
  }

  /**
   * Rules on a claim, once and for good; the acquirer hears of it when it repeats the claim.
   *
   * @param forAcquirer true: the item goes into the open cycle; false: it is refused and nothing
   *     moves
   * @param reason why, for the record
   * @param by who rules; absent where a program does
   * @return false when there is no such claim, or it was ruled on before
   */
  public boolean rule(
      Claim.Name name, boolean forAcquirer, String reason, Optional<String> by) {
    Claim.Ruling ruling = new Claim.Ruling(forAcquirer, reason, by, means.now());
    return means.transactions().inTransaction(tx -> Claims.in(tx).rule(name, ruling));
  }

  /** Institution codes of the banks it clears between. */
  public Set<String> members() {
    return banks.institutions();
  }

  /** What the clearing house owes a bank; negative when the bank owes. */
  public Money balance(String institution, int currency) {
    AccountCode account = CloseCycle.settlementAccount(institution, currency);
    return means
        .transactions()
        .inTransaction(
            tx -> {
              Ledger ledger = Ledger.in(tx, means.now());
              return ledger.account(account).isEmpty()
                  ? Money.zero(currency)
                  : balance(ledger, account).negated();
            });
  }

  /** The sums of its books, each currency balanced. */
  public List<CurrencySum> checkSums() {
    return means
        .transactions()
        .inTransaction(tx -> Ledger.in(tx, means.now()).checkSums());
  }

  /** The account of what it owes a bank, in its own books. */
  public static AccountCode bankAccount(String institution, int currency) {
    return CloseCycle.settlementAccount(institution, currency);
  }

  private static Money balance(Ledger ledger, AccountCode account) {
    try {
      return ledger.position(account).balance();
    } catch (LedgerRefused e) {
      throw new IllegalStateException(e);
    }
  }

  private static ClosedCycle cycle(Tx tx, long number) {
    Cycles cycles = Cycles.in(tx);
    return new ClosedCycle(
        Cycles.name(number),
        cycles.businessDate(number).orElseThrow(),
        cycles.isClosed(number),
        cycles.positions(number));
  }

  private IsoMessage answer(IsoHandler.Peer peer, IsoMessage message) throws MalformedMessage {
    Mti mti = message.mti().original();
    if (ITEMS.contains(mti)) {
      return takeItem.answer(peer, message);
    }
    return message.answer(ResponseCode.NOT_PERMITTED.wire());
  }

  private static Runnable safe(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.error("a cycle could not be run and waits for the next time", e);
      }
    };
  }

  private void repeat(Duration every, Runnable task) {
    timer.scheduleWithFixedDelay(
        safe(task), every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Stops listening and asking; the database stays open. */
  @Override
  public void close() {
    // First the links: whoever waits for an answer then ends.
    banks.close();
    server.close();
    files.stop();
    timer.shutdown();
    try {
      if (!timer.awaitTermination(10, TimeUnit.SECONDS)) timer.shutdownNow();
    } catch (InterruptedException e) {
      timer.shutdownNow();
      Thread.currentThread().interrupt();
    }
    deliveries.close();
  }
}
