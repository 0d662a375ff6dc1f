package openset.clearing.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.clearing.calendar.Calendar;
import openset.clearing.store.Break;
import openset.clearing.store.Breaks;
import openset.clearing.store.Claim;
import openset.clearing.store.Claims;
import openset.clearing.store.CycleRows;
import openset.clearing.store.Cycles;
import openset.clearing.store.FileRows;
import openset.clearing.store.Position;
import openset.clearing.store.Rates;
import openset.clearing.store.StoredFile;
import openset.clearing.store.StoredOctets;
import openset.ledger.Money;
import openset.store.Transactions;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Look;

/**
 * The house's tables as its people read them: sorted, filtered, in pages. Filters of a {@link Look}
 * name cycles as the host link does and currencies by their numbers; what names none finds nothing.
 */
public final class Office {
  private final Transactions transactions;
  private final InstantSource clock;
  private final Facts facts;

  /** The office over a house's tables. */
  public Office(Transactions transactions, InstantSource clock, Facts facts) {
    this.transactions = transactions;
    this.clock = clock;
    this.facts = facts;
  }

  /**
   * What the house knows besides its tables.
   *
   * @param members institution codes of the banks
   * @param byFile those of them that take their items by file
   * @param calendar when cycles are cut off, if by a calendar
   * @param interval how often cycles are cut off, if by interval
   */
  public record Facts(
      String institution,
      Set<String> members,
      Set<String> byFile,
      Optional<Calendar> calendar,
      Optional<Duration> interval) {}

  /** What the house knows besides its tables. */
  public Facts facts() {
    return facts;
  }

  /** The present, by the house's clock. */
  public Instant now() {
    return clock.instant();
  }

  /** Cycles, the newest first; filters {@code standing} and {@code cut} off (true, false). */
  public Listed<CycleRows.Row> cycles(Look look) {
    return transactions.inTransaction(tx -> CycleRows.in(tx).cycles(look));
  }

  /**
   * A cycle with all that is in it.
   *
   * @param kinds its items by kind and currency
   * @param awaited banks that have still to speak about items
   * @param positions of all banks, once it is closed
   * @param converted by which rates items were converted
   */
  public record CycleView(
      CycleRows.Row row,
      List<CycleRows.OfKind> kinds,
      List<CycleRows.Awaited> awaited,
      List<Position> positions,
      List<CycleRows.Converted> converted) {}

  /** A cycle by its name. */
  public Optional<CycleView> cycle(String name) {
    return Cycles.number(name)
        .flatMap(number -> transactions.inTransaction(tx -> view(tx, number)));
  }

  private static Optional<CycleView> view(Tx tx, long number) {
    CycleRows rows = CycleRows.in(tx);
    return rows.cycle(number)
        .map(
            row ->
                new CycleView(
                    row,
                    rows.kinds(number),
                    rows.awaited(number),
                    Cycles.in(tx).positions(number),
                    rows.converted(number)));
  }

  /**
   * Items of a cycle, in the order they came; filters {@code kind}, {@code bank}, {@code merchant}
   * and {@code standing} (WAITING, TAKEN, REFUSED).
   */
  public Listed<CycleRows.ItemRow> items(String cycle, Look look) {
    long number = Cycles.number(cycle).orElse(0L);
    return transactions.inTransaction(tx -> CycleRows.in(tx).items(number, look));
  }

  /**
   * Positions, those of the newest cycle first; filters {@code cycle}, {@code bank}, {@code
   * currency} and {@code agreed} (true, false).
   */
  public Listed<CycleRows.Standings> positions(Look look) {
    return transactions.inTransaction(tx -> CycleRows.in(tx).positions(numbered(look)));
  }

  /**
   * Breaks, the oldest first; filters {@code kind}, {@code bank}, {@code owner} (empty for those
   * that nobody sees to), {@code cycle} and {@code standing} (open, resolved).
   */
  public Listed<Break> breaks(Look look) {
    return transactions.inTransaction(tx -> Breaks.in(tx).list(numbered(look)));
  }

  /** A break. */
  public Optional<Break> find(long number) {
    return transactions.inTransaction(tx -> Breaks.in(tx).find(number));
  }

  /** How many breaks are open, by kind and age. */
  public List<Breaks.OfAge> ages() {
    return transactions.inTransaction(tx -> Breaks.in(tx).ages(now()));
  }

  /**
   * Clearing files, the newest first; filters {@code bank}, {@code way} (in, out), {@code kind}
   * (items, answers), {@code state} and {@code cycle}.
   */
  public Listed<FileRows.Row> files(Look look) {
    return transactions.inTransaction(tx -> FileRows.in(tx).files(numbered(look)));
  }

  /** A clearing file by its number. */
  public Optional<FileRows.Row> file(long number) {
    return transactions.inTransaction(tx -> FileRows.in(tx).file(number));
  }

  /** Items of a file that were refused, by their lines; filter {@code response}. */
  public Listed<FileRows.Refused> refused(StoredFile file, Look look) {
    return transactions.inTransaction(tx -> FileRows.in(tx).refused(file, look));
  }

  /** The octets of a clearing file; empty where it has more than {@code most}. */
  public Optional<byte[]> octets(StoredFile file, int most) {
    if (file.octets() > most) return Optional.empty();
    ByteArrayOutputStream all = new ByteArrayOutputStream((int) file.octets());
    try (StoredOctets octets = new StoredOctets(transactions, file.number())) {
      octets.transferTo(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(all.toByteArray());
  }

  /**
   * Messages that settle closed cycles, those of the newest first; filters {@code kind} (pacs.009,
   * camt.053), {@code bank}, {@code currency} and {@code cycle}.
   */
  public Listed<FileRows.Message> messages(Look look) {
    return transactions.inTransaction(tx -> FileRows.in(tx).messages(numbered(look)));
  }

  /** Claims in disputes, the oldest first; filters {@code bank} and {@code standing}. */
  public Listed<Claim> claims(Look look) {
    return transactions.inTransaction(tx -> Claims.in(tx).list(look));
  }

  /** A claim and the items of its dispute, in the order they came. */
  public record ClaimView(Claim claim, List<CycleRows.ItemRow> items) {}

  /** A claim. */
  public Optional<ClaimView> claim(Claim.Name name) {
    return transactions.inTransaction(
        tx ->
            Claims.in(tx)
                .find(name)
                .map(claim -> new ClaimView(claim, Claims.in(tx).items(name))));
  }

  /** Rates of exchange, the newest first; filters {@code standing} and {@code currency}. */
  public Listed<Rates.Row> rates(Look look) {
    return transactions.inTransaction(tx -> Rates.in(tx).list(numbered(look), now()));
  }

  /** The next cut-offs of the calendar; none where there is no calendar. */
  public List<Calendar.CutOff> next(int most) {
    List<Calendar.CutOff> next = new ArrayList<>();
    if (facts.calendar().isEmpty()) return next;
    Instant after = now();
    for (int i = 0; i < most; i++) {
      next.add(facts.calendar().get().after(after));
      after = next.getLast().at();
    }
    return next;
  }

  /** The latest cut-offs of the calendar that passed, the newest first. */
  public List<Cycles.Passed> passed(int most) {
    return transactions.inTransaction(tx -> Cycles.in(tx).passed(most));
  }

  private static Look numbered(Look look) {
    return numbered(
        numbered(look, "cycle", Cycles::number),
        "currency",
        text -> currency(text).map(Integer::longValue));
  }

  private interface Number {
    Optional<Long> of(String text);
  }

  /** A filter's text as the number that the tables have; what is none finds nothing. */
  private static Look numbered(Look look, String filter, Number number) {
    String text = look.only().get(filter);
    return text == null ? look : look.of(filter, number.of(text).map(String::valueOf).orElse("0"));
  }

  /** A currency by its ISO 4217 number. */
  private static Optional<Integer> currency(String text) {
    return text.matches("[0-9]{1,3}") && Money.isCurrency(Integer.parseInt(text))
        ? Optional.of(Integer.parseInt(text))
        : Optional.empty();
  }
}
