package openset.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.clearing.ClearingConfig.Rhythm;
import openset.clearing.calendar.Calendar;
import openset.clearing.office.Office;
import openset.clearing.office.Office.CycleView;
import openset.clearing.store.Break;
import openset.clearing.store.Break.Kind;
import openset.clearing.store.Breaks;
import openset.clearing.store.CycleRows;
import openset.clearing.store.CycleRows.Standing;
import openset.clearing.store.FileRows;
import openset.clearing.store.StoredFile.State;
import openset.iso8583.file.FileHeader;
import openset.iso8583.file.FileRefused;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.SettlementAdvice.Totals;
import openset.ledger.Money;
import openset.store.listing.Listed;
import openset.store.listing.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * What the house's people look up. Three cycles of one house: the first settled by file, the second
 * cut off and waiting for the issuer's file, the third open.
 */
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class OfficeTest {
  private static final int EUR = 978;
  private static final int USD = 840;
  private static final Look ALL = Look.first(50);
  private static World world;
  private static Office office;
  private static String settled;
  private static String closing;

  @BeforeAll
  static void threeCycles() throws Exception {
    world = new World(Set.of(World.ISSUER));
    office = world.house.office();
    List<ClearingItem> first = new ArrayList<>(captures(EUR, 300, 100, 200));
    first.addAll(captures(USD, 50));
    send("A.1", 1, first);
    world.house.files().work();
    settled = world.house.runCycle(Optional.of("ann")).orElseThrow().name();
    answers(settled, 100);
    world.awaitSettled(settled);
    send("A.2", 2, captures(EUR, 40, 60));
    world.house.files().work();
    closing = world.house.runCycle().orElseThrow().name();
    send("A.3", 3, captures(EUR, 7));
    world.house.files().work();
  }

  @AfterAll
  static void stops() {
    world.close();
  }

  private static List<ClearingItem> captures(int currency, long... minors) {
    List<ClearingItem> items = new ArrayList<>();
    for (long minor : minors) {
      items.add(
          ClearingItem.first(
              ClearingItem.Kind.CAPTURE,
              world.advice(world.key(), minor, currency, World.ISSUER)));
    }
    return items;
  }

  private static void send(String name, int number, List<ClearingItem> items) throws Exception {
    FileHeader header = Filed.header(World.AURORA, name, number);
    byte[] file = Filed.file(World.AURORA, name, number, items);
    Filed.send(world.house.files(), World.AURORA, header, file);
  }

  /** The issuer takes all items of a cycle but those of one amount. */
  private static void answers(String cycle, long refused) throws Exception {
    byte[] out = Filed.fetch(world.house.files(), World.ISSUER, false, cycle).orElseThrow();
    FileHeader header = Filed.read(out).header().answered();
    byte[] file =
        Filed.answers(out, item -> item.number(4).orElseThrow() == refused ? "25" : "00");
    Filed.send(world.house.files(), World.ISSUER, header, file);
  }

  @Test
  @Order(1)
  void cyclesAreListedWithWhereTheyStandAndWhatTheyMove() {
    Listed<CycleRows.Row> all = office.cycles(ALL);
    assertThat(all.total()).isEqualTo(3);
    assertThat(all.rows())
        .extracting(CycleRows.Row::standing)
        .containsExactly(Standing.OPEN, Standing.CLOSING, Standing.SETTLED);
    CycleRows.Row first = all.rows().getLast();
    assertThat(first.name()).isEqualTo(settled);
    assertThat(first.when().by()).contains("ann");
    assertThat(first.sums())
        .containsExactly(
            new CycleRows.Sum(1, new Money(USD, 50)), new CycleRows.Sum(2, new Money(EUR, 500)));
    assertThat(all.rows().getFirst().sums())
        .containsExactly(new CycleRows.Sum(1, new Money(EUR, 7)));
    assertThat(office.cycles(ALL.of("standing", "CLOSING")).rows())
        .extracting(CycleRows.Row::name)
        .containsExactly(closing);
    assertThat(office.cycles(Look.first(1).by("number", false).at(2)).rows())
        .extracting(CycleRows.Row::standing)
        .containsExactly(Standing.OPEN);
  }

  @Test
  @Order(2)
  void aCycleShowsItsKindsItsPositionsAndWhoIsAwaited() {
    CycleView first = office.cycle(settled).orElseThrow();
    assertThat(first.awaited()).isEmpty();
    assertThat(first.positions()).hasSize(4).allMatch(position -> position.acknowledged());
    assertThat(first.kinds())
        .contains(
            new CycleRows.OfKind(
                ClearingItem.Kind.CAPTURE,
                new CycleRows.Sum(2, new Money(EUR, 500)),
                0,
                1))
        .allMatch(CycleRows.OfKind::issuerOwes);
    CycleView second = office.cycle(closing).orElseThrow();
    assertThat(second.positions()).isEmpty();
    assertThat(second.awaited())
        .containsExactly(new CycleRows.Awaited(World.ISSUER, 2));
    assertThat(office.cycle("C00000099")).isEmpty();
    assertThat(office.cycle("1 or true")).isEmpty();
  }

  @Test
  @Order(3)
  void itemsOfACycleAreSortedFilteredAndPaged() {
    Listed<CycleRows.ItemRow> byAmount = office.items(settled, ALL.by("amount", true));
    assertThat(byAmount.rows())
        .extracting(row -> row.sums().amount().minorUnits())
        .containsExactly(300L, 200L, 100L, 50L);
    assertThat(office.items(settled, ALL.of("standing", "REFUSED")).rows())
        .extracting(CycleRows.ItemRow::response)
        .containsExactly(Optional.of("25"));
    assertThat(office.items(settled, ALL.of("bank", World.MERIDIAN)).total()).isZero();
    assertThat(office.items(settled, Look.first(3).at(1)).rows()).hasSize(1);
    assertThat(office.items("C00000099", ALL).total()).isZero();
  }

  @Test
  @Order(4)
  void positionsAreFoundByCycleBankAndCurrency() {
    Look euros = ALL.of("currency", "978").of("cycle", settled);
    assertThat(office.positions(euros.by("net", true)).rows())
        .extracting(row -> row.position().totals().net())
        .containsExactly(500L, -500L);
    assertThat(office.positions(euros.of("bank", World.ISSUER)).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.position().totals().debits()).isEqualTo(500));
    assertThat(office.positions(ALL.of("currency", "x")).total()).isZero();
    assertThat(office.positions(ALL.of("cycle", "C1")).total()).isZero();
  }

  @Test
  @Order(5)
  void filesAreListedWithTheirTotalsAndWhatWasRefusedOfThem() throws Exception {
    Listed<FileRows.Row> sent = office.files(ALL.of("bank", World.AURORA).of("way", "in"));
    assertThat(sent.rows())
        .extracting(row -> row.file().name().text())
        .containsExactly("A.3", "A.2", "A.1");
    FileRows.Row first = sent.rows().getLast();
    assertThat(first.file().state()).isEqualTo(State.BOOKED);
    assertThat(first.totals())
        .containsEntry(EUR, new Totals(3, 0, 600, 0))
        .containsEntry(USD, new Totals(1, 0, 50, 0));
    assertThat(office.refused(first.file(), ALL).rows())
        .containsExactly(new FileRows.Refused(3, "25", ""));
    assertThat(office.file(first.file().number())).contains(first);
    assertThat(office.octets(first.file(), 1_000_000).orElseThrow())
        .hasSize((int) first.file().octets());
    assertThat(office.octets(first.file(), 10)).isEmpty();
    assertThat(office.files(ALL.of("cycle", settled).of("kind", "answers").of("way", "out")).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.file().content().orElseThrow().items()).isEqualTo(1));
    FileHeader header = Filed.header(World.MERIDIAN, "M.1", 1);
    byte[] cut = Filed.file(World.MERIDIAN, "M.1", 1, captures(EUR, 1));
    byte[] less = Arrays.copyOf(cut, cut.length - 9);
    FileRefused refused =
        catchThrowableOfType(
            FileRefused.class,
            () -> Filed.send(world.house.files(), World.MERIDIAN, header, less));
    assertThat(refused.reason()).isEqualTo(FileRefused.Reason.CUT);
    assertThat(office.files(ALL.of("state", "refused")).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.file().refusal()).isPresent());
  }

  @Test
  @Order(6)
  void messagesOfClosedCyclesAreListed() {
    assertThat(office.messages(ALL.of("cycle", settled)).rows())
        .extracting(FileRows.Message::kind)
        .containsExactly(
            "pacs.009", "camt.053", "camt.053", "pacs.009", "camt.053", "camt.053");
    assertThat(office.messages(ALL.of("kind", "pacs.009").of("currency", "840")).rows())
        .containsExactly(new FileRows.Message("pacs.009", 1, USD, Optional.empty()));
    assertThat(office.messages(ALL.of("bank", World.ISSUER)).total()).isEqualTo(2);
  }

  @Test
  @Order(7)
  @Tag("HL-100")
  void aBreakIsTakenByOneWhoSeesToItAndIsFoundByAgeKindAndOwner() {
    world.house.reconcile();
    Listed<Break> open = office.breaks(ALL.of("standing", "open"));
    assertThat(open.rows())
        .extracting(Break::kind)
        .contains(Kind.ITEM_REFUSED, Kind.FILE_UNANSWERED, Kind.FILE_REFUSED);
    Break one = office.breaks(ALL.of("kind", "ITEM_REFUSED")).rows().getFirst();
    assertThat(world.house.give(one.number(), Optional.of("bob"))).isTrue();
    assertThat(office.breaks(ALL.of("owner", "bob")).rows())
        .extracting(Break::number)
        .containsExactly(one.number());
    assertThat(office.breaks(ALL.of("owner", "")).total()).isEqualTo(open.total() - 1);
    assertThat(world.house.give(one.number(), Optional.empty())).isTrue();
    assertThat(office.find(one.number()).orElseThrow().owner()).isEmpty();
    assertThat(world.house.resolve(one.number(), "bob", "the acquirer bears it")).isTrue();
    assertThat(world.house.give(one.number(), Optional.of("eve"))).isFalse();
    assertThat(office.breaks(ALL.of("standing", "resolved")).rows())
        .extracting(each -> each.resolution().orElseThrow().by())
        .contains("bob");
    assertThat(office.ages())
        .contains(new Breaks.OfAge(Kind.FILE_REFUSED, 0, 1))
        .noneMatch(each -> each.kind() == Kind.ITEM_REFUSED);
  }

  @Test
  @Order(8)
  @Tag("HL-109")
  void aCycleThatIsRunAgainIsComparedWithWhatWasTold() {
    Rerun again = world.house.rerun(settled).orElseThrow();
    assertThat(again).isEqualTo(new Rerun(settled, true, 4, 2, List.of()));
    assertThat(world.house.rerun(closing).orElseThrow().isNetted()).isFalse();
    assertThat(world.house.rerun("C00000099")).isEmpty();
    world
        .database
        .transactions()
        .perform(
            tx ->
                tx.handle()
                    .execute("update position set credits = credits + 1 where cycle = 1"
                        + " and currency = 978 and institution = '" + World.AURORA + "'"));
    assertThat(world.house.rerun(settled).orElseThrow().differing())
        .containsExactly(World.AURORA + "/978");
    assertThat(office.breaks(ALL.of("kind", "POSITIONS_DIFFER")).rows())
        .extracting(each -> each.about().amount())
        .containsExactly(1L);
  }

  @Test
  @Order(9)
  @Tag("S09")
  void theCalendarTellsTheNextCutOffsAndThoseThatPassed() throws Exception {
    assertThat(office.next(3)).isEmpty();
    world.stop();
    // What passed before the house starts is not looked at, and a stop takes its time.
    Instant now = Instant.now();
    LocalTime soon =
        LocalTime.ofInstant(now.plusSeconds(1), ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    world.start(Rhythm.by(new Calendar(ZoneOffset.UTC, List.of(soon), Set.of(), Set.of())));
    Office calendar = world.house.office();
    assertThat(calendar.next(3)).extracting(Calendar.CutOff::at).hasSize(3).isSorted();
    World.await(
        () -> calendar.passed(5).stream().anyMatch(each -> each.cycle().isPresent()));
    assertThat(Duration.between(now, calendar.passed(5).getFirst().at()))
        .isLessThan(Duration.ofSeconds(5));
  }
}
