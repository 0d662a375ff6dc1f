package openset.acquirer.office.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openset.acquirer.store.Merchant;
import openset.acquirer.store.Merchants;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Listing;
import openset.store.listing.Look;

/** Contracts in force as a list for people. */
public final class Contracts {
  private static final Listing ALL =
      new Listing(
          """
          select c.*,
            coalesce((select t.brands from merchant_terms t where t.id = c.id and t.since <= :now
              order by t.since desc, t.version desc limit 1), '{}') as brands,
            (select count(*) from terminal t where t.merchant = c.id and t.until is null)
              as terminals,
            (select min(m.since) from merchant m where m.id = c.id) as first
          from (select distinct on (id) * from merchant where since <= :now
            order by id, since desc, version desc) c
          """,
          "id",
          Map.of(
              "id", "id", "name", "name", "category", "category", "fee", "fee_basis_points",
              "since", "first"),
          Map.of(
              "text",
                  "strpos(lower(name), lower(:text)) > 0 or starts_with(lower(id), lower(:text))"
                      + " or starts_with(category, :text)",
              "active", "active::text = :active"));

  private final Tx tx;

  private Contracts(Tx tx) {
    this.tx = tx;
  }

  /** The list in a transaction. */
  public static Contracts in(Tx tx) {
    return new Contracts(tx);
  }

  /**
   * One contract.
   *
   * @param brands names of the brands the merchant takes; none for all
   * @param terminals how many terminal numbers it has
   * @param first since when there is a contract with it
   */
  public record Line(Merchant merchant, List<String> brands, long terminals, Instant first) {}

  /**
   * Contracts at a time, by number unless sorted by {@code id}, {@code name}, {@code category},
   * {@code fee} or {@code since}; {@code active} or not, or found by a {@code text}: a part of the
   * name, the beginning of the number or of the category.
   */
  public Listed<Line> find(Instant now, Look look) {
    return ALL.page(
        tx,
        look,
        Map.of("now", now.atOffset(ZoneOffset.UTC)),
        row ->
            new Line(
                Merchants.merchant(row),
                Stream.of((String[]) row.getArray("brands").getArray()).sorted().toList(),
                row.getLong("terminals"),
                row.getObject("first", OffsetDateTime.class).toInstant()));
  }
}
