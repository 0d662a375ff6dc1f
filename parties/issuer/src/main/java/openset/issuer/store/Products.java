package openset.issuer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import openset.issuer.card.AccountId;
import openset.issuer.product.Allowed;
import openset.issuer.product.LimitChange;
import openset.issuer.product.Product;
import openset.issuer.product.RateCard;
import openset.ledger.Money;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Card products, and the history of limits, within one transaction. */
public final class Products {
  private final Handle handle;

  /** The products as that transaction sees them. */
  public Products(Tx tx) {
    this.handle = tx.handle();
  }

  /** A product. */
  public Optional<Product> find(String id) {
    return handle
        .createQuery("select * from product where product = :product")
        .bind("product", id)
        .map((row, context) -> product(row))
        .findOne();
  }

  /** All products by their ids. */
  public List<Product> all() {
    return handle
        .createQuery("select * from product order by product")
        .map((row, context) -> product(row))
        .list();
  }

  /** Adds a product unless one of that id is there. */
  public void add(Product product) {
    write(product, "on conflict do nothing");
  }

  /** Adds a product, or changes it; its currency stays. */
  public boolean put(Product product) {
    return write(
        product,
        """
        on conflict (product) do update set title = excluded.title,
          limit_least = excluded.limit_least, limit_most = excluded.limit_most,
          minimum_floor = excluded.minimum_floor, minimum_percent = excluded.minimum_percent,
          due_days = excluded.due_days, replacement = excluded.replacement,
          categories = excluded.categories, countries = excluded.countries,
          unauthenticated = excluded.unauthenticated
        where product.currency = excluded.currency
        """);
  }

  private boolean write(Product product, String otherwise) {
    return handle
            .createUpdate(
                """
                insert into product (product, title, currency, limit_least, limit_most,
                    minimum_floor, minimum_percent, due_days, replacement, categories, countries,
                    unauthenticated)
                values (:product, :title, :currency, :least, :most, :floor, :percent, :days,
                    :replacement, :categories, :countries, :unauthenticated)
                """
                    + otherwise)
            .bind("product", product.id())
            .bind("title", product.title())
            .bind("currency", product.limits().least().currency())
            .bind("least", product.limits().least().minorUnits())
            .bind("most", product.limits().most().minorUnits())
            .bind("floor", product.rates().minimumFloor().minorUnits())
            .bind("percent", product.rates().minimumPercent())
            .bind("days", product.rates().dueDays())
            .bind("replacement", product.rates().replacement())
            .bind("categories", joined(product.allowed().categories()))
            .bind("countries", joined(product.allowed().countries()))
            .bind("unauthenticated", product.allowed().unauthenticated())
            .execute()
        == 1;
  }

  /** Gives a card a product and a limit, and writes that down; the card is locked. */
  public void change(Card card, LimitChange change) {
    handle.execute(
        "update card set product = ?, limit_minor = ? where card = ?",
        change.product(),
        change.after().minorUnits(),
        card.key().bytes());
    handle.execute(
        "insert into limit_change (account, change, before_minor, after_minor, product, done_by,"
            + " done) select ?, coalesce(max(change), 0) + 1, ?, ?, ?, ?, ? from limit_change"
            + " where account = ?",
        card.account().value(),
        change.before().minorUnits(),
        change.after().minorUnits(),
        change.product(),
        change.by(),
        change.at().atOffset(ZoneOffset.UTC),
        card.account().value());
  }

  /** The changes of an account's limit, the oldest first. */
  public List<LimitChange> changes(AccountId account) {
    return handle
        .createQuery(
            """
            select l.*, c.currency from limit_change l
              join account a on a.account = l.account join card c on c.card = a.card
            where l.account = :account order by l.change
            """)
        .bind("account", account.value())
        .map(
            (row, context) ->
                new LimitChange(
                    money(row, "before_minor"),
                    money(row, "after_minor"),
                    row.getString("product"),
                    row.getString("done_by"),
                    at(row)))
        .list();
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("done", OffsetDateTime.class).toInstant();
  }

  private static Product product(ResultSet row) throws SQLException {
    return new Product(
        row.getString("product"),
        row.getString("title"),
        new Product.Limits(money(row, "limit_least"), money(row, "limit_most")),
        new RateCard(
            money(row, "minimum_floor"),
            row.getInt("minimum_percent"),
            row.getInt("due_days"),
            row.getLong("replacement")),
        new Allowed(
            split(row.getString("categories")),
            split(row.getString("countries")),
            row.getBoolean("unauthenticated")));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return new Money(row.getInt("currency"), row.getLong(column));
  }

  private static String joined(Set<String> codes) {
    return String.join(",", new TreeSet<>(codes));
  }

  private static Set<String> split(String codes) {
    return codes.isEmpty() ? Set.of() : Set.of(codes.split(","));
  }
}
