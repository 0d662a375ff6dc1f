package openset.issuer.store;

import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import openset.issuer.card.AccountId;
import openset.issuer.card.CardNumber;
import openset.issuer.card.Holder;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * By what people find an account whose card and holder lie sealed: keyed hashes of the card's last
 * four digits and of each word of the holder's name, within one transaction.
 */
public final class CardWords {
  private final Handle handle;
  private final Secrets secrets;

  /** The words as that transaction sees them. */
  public CardWords(Tx tx, Secrets secrets) {
    this(tx.handle(), secrets);
  }

  CardWords(Handle handle, Secrets secrets) {
    this.handle = handle;
    this.secrets = secrets;
  }

  /** Has an account found by these and nothing before. */
  void put(AccountId account, CardNumber number, Holder holder) {
    handle.execute("delete from card_word where account = ?", account.value());
    PreparedBatch batch =
        handle.prepareBatch("insert into card_word (account, word) values (:account, :word)");
    for (ContentHash word : secrets.words(number.lastFour() + " " + holder.name())) {
      batch.bind("account", account.value()).bind("word", word.bytes()).add();
    }
    batch.execute();
  }

  /** Sees to cards that were there before their words; how many, at most so many. */
  public int catchUp(int most) {
    return handle
        .createQuery(
            """
            select account, number, holder from card
            where not exists (select from card_word w where w.account = card.account)
            limit :most for update skip locked
            """)
        .bind("most", most)
        .map(
            (row, context) ->
                new Sealed(
                    new AccountId(row.getObject("account", UUID.class)),
                    row.getBytes("number"),
                    row.getBytes("holder")))
        .list()
        .stream()
        .mapToInt(this::put)
        .sum();
  }

  private record Sealed(AccountId account, byte[] number, byte[] holder) {}

  private int put(Sealed card) {
    put(
        card.account(),
        secrets.number(card.account(), card.number()),
        secrets.holder(card.account(), card.holder()));
    return 1;
  }

  /** What is sought as one text: its words in hexadecimal, a blank between two. */
  static String sought(Secrets secrets, String text) {
    return secrets.words(text).stream()
        .map(word -> HexFormat.of().formatHex(word.bytes()))
        .collect(Collectors.joining(" "));
  }
}
