package openset.issuer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openset.issuer.card.AccountId;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardNumber;
import openset.issuer.card.CardStatus;
import openset.issuer.card.Freezer;
import openset.issuer.card.Holder;
import openset.ledger.Money;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** The cards of this issuer, within one transaction. */
public final class Cards {
  private static final String FIND =
      """
      select card, account, status, expiry, currency, limit_minor, product, review from card
      where card = :card
      """;

  private final Handle handle;
  private final Secrets secrets;

  /** The cards as that transaction sees them. */
  public Cards(Tx tx, Secrets secrets) {
    this.handle = tx.handle();
    this.secrets = secrets;
  }

  /**
   * A card to be added.
   *
   * @param account its account
   * @param number its number
   * @param holder who holds it
   * @param expiry its last month
   * @param limit its credit limit
   * @param product of its account
   */
  public record NewCard(
      AccountId account,
      CardNumber number,
      Holder holder,
      CardExpiry expiry,
      Money limit,
      String product) {}

  /** Adds an active card; false when the number is taken. */
  public boolean add(NewCard card, Instant now) {
    CardKey key = secrets.key(card.number());
    int added =
        handle
            .createUpdate(
                """
                insert into card (card, account, number, holder, expiry, status, currency,
                                  limit_minor, product, opened)
                values (:card, :account, :number, :holder, :expiry, 'ACTIVE', :currency,
                        :limit, :product, :opened)
                on conflict do nothing
                """)
            .bind("card", key.bytes())
            .bind("account", card.account().value())
            .bind("number", secrets.seal(card.account(), card.number()))
            .bind("holder", secrets.seal(card.account(), card.holder()))
            .bind("expiry", card.expiry().text())
            .bind("currency", card.limit().currency())
            .bind("limit", card.limit().minorUnits())
            .bind("product", card.product())
            .bind("opened", now.atOffset(ZoneOffset.UTC))
            .execute();
    if (added == 1) {
      handle.execute(
          "insert into account (account, card) values (?, ?)",
          card.account().value(),
          key.bytes());
      new CardWords(handle, secrets).put(card.account(), card.number(), card.holder());
    }
    return added == 1;
  }

  /** The key of an account's card; none when there is no such account. */
  public Optional<CardKey> keyOf(AccountId account) {
    return handle
        .createQuery("select card from account where account = :account")
        .bind("account", account.value())
        .map((row, context) -> new CardKey(row.getBytes("card")))
        .findOne();
  }

  /** A card as it is now. */
  public Optional<Card> find(CardKey key) {
    return one(FIND, key);
  }

  /** A card that nobody else changes or charges until this transaction ends. */
  public Optional<Card> lock(CardKey key) {
    return one(FIND + " for update", key);
  }

  /** The card an account has now, locked likewise, and no other comes in its place meanwhile. */
  public Optional<Card> lock(AccountId account) {
    return handle
        .createQuery("select card from account where account = :account for update")
        .bind("account", account.value())
        .map((row, context) -> new CardKey(row.getBytes("card")))
        .findOne()
        .flatMap(this::lock);
  }

  /** The card of the account that had a number before, locked likewise. */
  public Optional<Card> lockAfter(CardKey former) {
    return handle
        .createQuery("select account from former_card where card = :card")
        .bind("card", former.bytes())
        .map((row, context) -> new AccountId(row.getObject("account", UUID.class)))
        .findOne()
        .flatMap(this::lock);
  }

  /** The number of a card that is there. */
  public CardNumber number(Card card) {
    return secrets.number(card.account(), sealed("number", card.key()));
  }

  /** The holder of a card that is there. */
  public Holder holder(Card card) {
    return secrets.holder(card.account(), sealed("holder", card.key()));
  }

  /** Changes what a card may do, and notes who froze it. */
  public void become(CardKey key, CardStatus status, Freezer by) {
    handle.execute(
        "update card set status = ?, frozen_by = ? where card = ?",
        status.name(),
        status == CardStatus.FROZEN ? by.name() : null,
        key.bytes());
  }

  /** Who froze a card; none when it is not frozen, or since before that was noted. */
  public Optional<Freezer> freezer(CardKey key) {
    return handle
        .createQuery("select frozen_by from card where card = :card and frozen_by is not null")
        .bind("card", key.bytes())
        .map((row, context) -> Freezer.valueOf(row.getString("frozen_by")))
        .findOne();
  }

  /** Changes a card's last month. */
  public void expire(CardKey key, CardExpiry expiry) {
    handle.execute("update card set expiry = ? where card = ?", expiry.text(), key.bytes());
  }

  /**
   * Gives a card another number and last month, and makes it active. What was authorized and
   * registered with the old number goes on with the card; the old number is unknown afterwards.
   *
   * @return false when the number is taken
   */
  public boolean renumber(Card card, CardNumber number, CardExpiry expiry) {
    CardKey next = secrets.key(number);
    if (find(next).isPresent()) return false;
    new CardWords(handle, secrets).put(card.account(), number, holder(card));
    handle
        .createUpdate(
            """
            update card set card = :next, number = :number, expiry = :expiry, status = 'ACTIVE',
                frozen_by = null
            where card = :card
            """)
        .bind("next", next.bytes())
        .bind("number", secrets.seal(card.account(), number))
        .bind("expiry", expiry.text())
        .bind("card", card.key().bytes())
        .execute();
    handle.execute(
        "insert into former_card (card, account) values (?, ?)"
            + " on conflict (card) do update set account = excluded.account",
        card.key().bytes(),
        card.account().value());
    for (String table : List.of("account", "authorized", "verification")) {
      handle.execute(
          "update " + table + " set card = ? where card = ?", next.bytes(), card.key().bytes());
    }
    return true;
  }

  /** Sets whether a person decides on each registration of the card. */
  public void review(CardKey key, boolean review) {
    handle.execute("update card set review = ? where card = ?", review, key.bytes());
  }

  private Optional<Card> one(String query, CardKey key) {
    return handle
        .createQuery(query)
        .bind("card", key.bytes())
        .map((row, context) -> card(row))
        .findOne();
  }

  private byte[] sealed(String column, CardKey key) {
    return handle
        .createQuery("select " + column + " from card where card = :card")
        .bind("card", key.bytes())
        .mapTo(byte[].class)
        .one();
  }

  private static Card card(ResultSet row) throws SQLException {
    return new Card(
        new CardKey(row.getBytes("card")),
        new AccountId(row.getObject("account", UUID.class)),
        CardStatus.valueOf(row.getString("status")),
        CardExpiry.parse(row.getString("expiry")).orElseThrow(),
        new Money(row.getInt("currency"), row.getLong("limit_minor")),
        row.getString("product"),
        row.getBoolean("review"));
  }
}
