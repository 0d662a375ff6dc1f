package openset.pages.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import openset.http.page.Visit;
import openset.pages.Language;
import openset.pages.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table sorts, filters and pages by what its query says. */
final class ListingTest {
  private record Row(String name, long due) {}

  private static final Words WORDS = Words.same("words");
  private static final List<Row> ROWS =
      IntStream.range(0, 60).mapToObj(i -> new Row("row " + (59 - i), i * 37 % 60)).toList();
  private static final Listing<Row> LISTING =
      Listing.of(
              List.of(
                  Column.<Row>of("name", WORDS, row -> Cell.text(row.name())),
                  Column.<Row>of("due", WORDS, row -> new Cell.Count(row.due())).figures()
                      .sorted(Comparator.comparing(Row::due))))
          .narrowedBy(
              Filter.text("name", WORDS).like(Pattern.compile("[^0-9]*[0-9]{0,3}")),
              Filter.choice("state", WORDS, List.of(new Filter.Option("open", WORDS))),
              Filter.day("from", WORDS))
          .downBy("due");

  private static Visit visit(Map<String, String> query) {
    return new Visit("", Map.of(), query, Map.of(), Map.of(), Map.of(), "", false);
  }

  private static Table table(Map<String, String> query) {
    Asked asked = LISTING.asked(visit(query), "/office/rows");
    return LISTING.table(
        asked, ROWS.stream().filter(row -> asked.finds("name", row.name())).toList());
  }

  private static List<Long> due(Table table) {
    return table.rows().stream().map(cells -> ((Cell.Count) cells.get(1)).number()).toList();
  }

  @Test
  void withoutAQueryItComesInItsOwnOrder() {
    assertThat(due(table(Map.of()))).hasSize(25).startsWith(59L, 58L).endsWith(35L);
  }

  @Test
  void aHeadSortsTheOtherWayWhenItIsFollowedAgain() {
    Table down = table(Map.of());
    assertThat(down.heads().get(0).href()).isNull();
    assertThat(down.heads().get(1).sort()).isEqualTo("descending");
    assertThat(down.heads().get(1).href()).isEqualTo("/office/rows?sort=due&order=asc");
    Table up = table(Map.of("sort", "due", "order", "asc"));
    assertThat(up.heads().get(1).sort()).isEqualTo("ascending");
    assertThat(due(up)).startsWith(0L, 1L);
  }

  @Test
  void furtherPagesKeepWhatWasAskedFor() {
    Table second = table(Map.of("name", "ROW", "page", "1"));
    assertThat(due(second)).hasSize(25).startsWith(34L);
    assertThat(second.next()).isEqualTo("/office/rows?name=ROW&sort=due&order=desc&page=2");
    assertThat(second.previous()).isEqualTo("/office/rows?name=ROW&sort=due&order=desc");
    assertThat(second.place(Language.en)).isEqualTo("26 to 50 of 60");
    Table last = table(Map.of("page", "2"));
    assertThat(due(last)).hasSize(10);
    assertThat(last.hasNext()).isFalse();
  }

  @Test
  void aFilterLeavesWhatFitsAndIsKeptInTheAddress() {
    Table some = table(Map.of("name", "row 5"));
    assertThat(some.total()).isEqualTo(11);
    assertThat(some.isNarrowed()).isTrue();
    assertThat(some.heads().get(1).href()).contains("name=row+5");
  }

  @ParameterizedTest
  @CsvSource({
    "sort, name; drop table", "sort, name", "page, -1", "page, 999999999999", "state, shut",
    "from, 2026-02-30", "from, yesterday", "from, +10000-01-01", "name, ''", "name, row 1234"
  })
  void nonsenseInAQueryIsNothing(String name, String value) {
    Asked asked = LISTING.asked(visit(Map.of(name, value)), "/office/rows");
    assertThat(asked).isEqualTo(LISTING.asked(visit(Map.of()), "/office/rows"));
  }

  @Test
  void aDayIsOneThatEveryMachineCanTell() {
    assertThat(Filter.asDay("2026-02-28")).contains(LocalDate.of(2026, 2, 28));
    assertThat(Filter.asDay("9999-12-31")).isPresent();
    for (String none :
        List.of("2026-02-29", "+10000-01-01", "0000-01-01", "-0001-01-01", "today", "")) {
      assertThat(Filter.asDay(none)).as(none).isEmpty();
    }
  }

  @Test
  void anEmptyPageBehindTheLastLeadsNowhereFurther() {
    Table beyond = table(Map.of("page", "99"));
    assertThat(beyond.rows()).isEmpty();
    assertThat(beyond.hasNext()).isFalse();
  }

  @Test
  void withinAnotherPageAllRowsStandAsTheyComeAndNothingSortsOrNarrowsThem() {
    Table all = LISTING.all("/office", ROWS);
    assertThat(due(all)).containsExactlyElementsOf(ROWS.stream().map(Row::due).toList());
    assertThat(all.isSortable()).isFalse();
    assertThat(all.filters()).isEmpty();
    assertThat(all.hasNext()).isFalse();
  }
}
