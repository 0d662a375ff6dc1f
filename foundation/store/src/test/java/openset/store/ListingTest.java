package openset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import openset.store.listing.Listed;
import openset.store.listing.Listing;
import openset.store.listing.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Lists that are sorted, filtered and read a page at a time, in PostgreSQL. */
final class ListingTest {
  private static final Database DATABASE = Database.open(Fixture.fresh());
  private static final Listing FRUITS =
      new Listing(
          """
          select * from (values (1, 'fig', 'dry', 5), (2, 'pear', 'fresh', 9),
            (3, 'plum', 'fresh', 5), (4, 'nut', 'dry', null)) as fruit (number, name, state, price)
          where number >= :from
          """,
          "number",
          Map.of("name", "name", "price", "price"),
          Map.of("state", "state = :state", "name", "position(:name in name) > 0"));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static Listed<String> page(Look look) {
    return page(look, 1);
  }

  private static Listed<String> page(Look look, int from) {
    return DATABASE
        .transactions()
        .inTransaction(
            tx -> FRUITS.page(tx, look, Map.of("from", from), row -> row.getString("name")));
  }

  @Test
  void aListIsInItsOwnOrderUnlessItIsSortedByANameItKnows() {
    assertThat(page(Look.first(10)).rows()).containsExactly("fig", "pear", "plum", "nut");
    assertThat(page(Look.first(10).by("name", true)).rows())
        .containsExactly("plum", "pear", "nut", "fig");
    assertThat(page(Look.first(10).by("number; drop table journal", true)).rows())
        .containsExactly("fig", "pear", "plum", "nut");
  }

  @Test
  void rowsThatSortAlikeKeepTheListsOrderAndThoseWithoutAValueAreLast() {
    assertThat(page(Look.first(10).by("price", false)).rows())
        .containsExactly("fig", "plum", "pear", "nut");
    assertThat(page(Look.first(10).by("price", true)).rows())
        .containsExactly("pear", "fig", "plum", "nut");
  }

  @Test
  void filtersNarrowItTogetherAndThoseItDoesNotKnowDoNothing() {
    assertThat(page(Look.first(10).of("state", "fresh")).rows()).containsExactly("pear", "plum");
    assertThat(page(Look.first(10).of("state", "fresh").of("name", "u")).rows())
        .containsExactly("plum");
    assertThat(page(Look.first(10).of("colour", "red")).total()).isEqualTo(4);
    assertThat(page(Look.first(10).of("name", "' or true --")).total()).isZero();
  }

  @Test
  void aPageHasItsRowsAndTheNumberOfAll() {
    Listed<String> second = page(Look.first(3).at(1));
    assertThat(second.rows()).containsExactly("nut");
    assertThat(second.total()).isEqualTo(4);
    assertThat(page(Look.first(3).at(9)).rows()).isEmpty();
    assertThat(page(Look.first(10), 3)).isEqualTo(new Listed<>(List.of("plum", "nut"), 2));
    assertThat(page(Look.first(10), 4).map(String::length).rows()).containsExactly(3);
  }

  @Test
  void aPageOfTooManyRowsIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> Look.first(Look.SIZE_MOST + 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Look.first(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Look.first(1).at(-1));
  }
}
