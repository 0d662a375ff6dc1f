package openset.ledger;

import static openset.ledger.Books.EUR;
import static openset.ledger.Books.NOW;
import static openset.ledger.Books.euro;
import static openset.ledger.Books.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import openset.ledger.Account.Kind;
import openset.store.Database;
import openset.store.Transactions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealsTest {
  private static final UnaryOperator<byte[]> KEY = octets -> digest("ours", octets);
  private static final UnaryOperator<byte[]> ANOTHER = octets -> digest("theirs", octets);

  private static final Database DATABASE = Books.fresh();
  private static final Transactions STORE = DATABASE.transactions();
  private static final List<String> TABLES =
      List.of(
          "ledger_entry", "ledger_transfer", "ledger_hold", "ledger_hold_end", "ledger_seal");
  private static final AccountCode HOLDER = Books.account("holder");
  private static final AccountCode CLEARING = Books.account("clearing");

  private static byte[] digest(String key, byte[] octets) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(key.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return sha.digest(octets);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  static void someBooksWithTwoSeals() throws LedgerRefused {
    STORE.<LedgerRefused>perform(
        tx -> {
          Ledger.in(tx, NOW).open(new Account(HOLDER, EUR, Kind.ASSET));
          Ledger.in(tx, NOW).open(new Account(CLEARING, EUR, Kind.LIABILITY));
        });
    moves("first", 100);
    TransferId hold = id("h");
    STORE.<LedgerRefused>perform(
        tx ->
            Ledger.in(tx, NOW)
                .hold(new Hold(hold, HOLDER, CLEARING, euro(50), NOW.plusSeconds(60))));
    assertThat(seal()).map(Seals.Seal::rows).contains(2L);
    moves("second", 7);
    STORE.<LedgerRefused>perform(tx -> Ledger.in(tx, NOW).release(hold));
    assertThat(seal()).map(Seals.Seal::number).contains(2L);
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static void moves(String id, long cents) throws LedgerRefused {
    Transfer transfer =
        Transfer.of(TransferId.of(id), "goods", HOLDER, CLEARING, euro(cents));
    STORE.<LedgerRefused>perform(tx -> Ledger.in(tx, NOW).transfer(transfer));
  }

  private static Optional<Seals.Seal> seal() {
    return STORE.inTransaction(tx -> Seals.in(tx, KEY).seal(NOW));
  }

  private static Seals.Found verify(UnaryOperator<byte[]> key) {
    return STORE.inTransaction(tx -> Seals.in(tx, key).verify());
  }

  @Test
  void sealsHoldOfBooksThatNobodyTouched() throws LedgerRefused {
    assertThat(seal()).isEmpty();
    long seals = verify(KEY).seals();
    assertThat(verify(KEY)).isEqualTo(new Seals.Found(seals, 0, List.of()));
    moves("third", 1);
    assertThat(verify(KEY)).isEqualTo(new Seals.Found(seals, 1, List.of()));
    assertThat(seal()).map(Seals.Seal::rows).contains(1L);
    assertThat(verify(KEY)).isEqualTo(new Seals.Found(seals + 1, 0, List.of()));
  }

  @ParameterizedTest
  @Tag("S07")
  @ValueSource(
      strings = {
        "update ledger_entry set amount = amount * 2 where transfer = 'first'",
        "update ledger_transfer set text = 'other goods' where id = 'first'",
        "update ledger_transfer set at = at + interval '1 day' where id = 'second'",
        "delete from ledger_entry where transfer = 'second'",
        "delete from ledger_transfer where id = 'first'",
        "delete from ledger_hold_end",
        "update ledger_hold set amount = 1",
        "update ledger_entry set line = line + 7",
        "insert into ledger_transfer (id, text, at, written) values ('x', 'x', now(), 0)",
        "update ledger_seal set rows = rows - 1 where number = 1",
        "update ledger_seal set digest = seal where number = 2",
        "delete from ledger_seal where number = 1"
      })
  void whatAnAdministratorChangesBreaksASeal(String change) {
    assertThatThrownBy(
            () ->
                STORE.perform(
                    tx -> {
                      for (String table : TABLES) {
                        tx.handle().execute("alter table " + table + " disable trigger user");
                      }
                      tx.handle().execute(change);
                      assertThat(Seals.in(tx, KEY).verify().broken()).isNotEmpty();
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    assertThat(verify(KEY).broken()).isEmpty();
  }

  @Test
  @Tag("S07")
  void nobodyElseCanMakeASeal() {
    assertThat(verify(ANOTHER).broken())
        .contains(
            "seal 1 was not made by the owner of these books",
            "seal 2 was not made by the owner of these books");
  }

  @Test
  void aSealIsNeverChanged() {
    assertThatThrownBy(() -> STORE.perform(tx -> tx.handle().execute("delete from ledger_seal")))
        .hasMessageContaining("append-only");
  }

  @Test
  void whatIsStillBeingWrittenIsLeftToTheNextSeal() throws Exception {
    Transfer late = Transfer.of(id("late"), "goods", HOLDER, CLEARING, euro(3));
    STORE.<Exception>perform(
        tx -> {
          Ledger.in(tx, NOW).transfer(late);
          moves("meanwhile", 4);
          assertThat(seal()).isEmpty();
        });
    assertThat(seal()).map(Seals.Seal::rows).contains(2L);
    assertThat(verify(KEY).broken()).isEmpty();
  }
}
