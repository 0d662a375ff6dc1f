package openset.acquirer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.acquirer.funding.Iban;
import openset.acquirer.funding.Reserve;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Contracts and their terms, each change a new version from a date on. */
public final class Merchants {
  private final Handle handle;

  private Merchants(Handle handle) {
    this.handle = handle;
  }

  /** The contracts in a transaction. */
  public static Merchants in(Tx tx) {
    return new Merchants(tx.handle());
  }

  /** The contract in force with a merchant at a time. */
  public Optional<Merchant> find(String id, Instant at) {
    return handle
        .createQuery(
            """
            select * from merchant where id = :id and since <= :at
            order by since desc, version desc limit 1
            """)
        .bind("id", id)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .map((row, _) -> merchant(row))
        .findOne();
  }

  /** All contracts in force or ended at a time, by id. */
  public List<Merchant> all(Instant at) {
    return handle
        .createQuery(
            """
            select distinct on (id) * from merchant where since <= :at
            order by id, since desc, version desc
            """)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .map((row, _) -> merchant(row))
        .list();
  }

  /** Puts a contract in force from a time on; what is in force then already does nothing. */
  public void agree(Merchant merchant, Instant since) {
    if (find(merchant.id(), since).equals(Optional.of(merchant))) return;
    handle
        .createUpdate(
            """
            insert into merchant
              (id, version, name, category, fee_basis_points, active, origin, since)
            select :id, coalesce(max(version), 0) + 1, :name, :category, :fee, :active, :origin,
              :since
            from merchant where id = :id
            """)
        .bind("id", merchant.id())
        .bind("name", merchant.name())
        .bind("category", merchant.category())
        .bind("fee", merchant.feeBasisPoints())
        .bind("active", merchant.active())
        .bind("origin", merchant.origin().orElse(null))
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** What else is agreed with a merchant at a time; {@link Terms#PLAIN} where nothing is. */
  public Terms terms(String id, Instant at) {
    return handle
        .createQuery(
            """
            select * from merchant_terms where id = :id and since <= :at
            order by since desc, version desc limit 1
            """)
        .bind("id", id)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .map((row, _) -> terms(row))
        .findOne()
        .orElse(Terms.PLAIN);
  }

  /** Puts terms in force from a time on; what is in force then already does nothing. */
  public void agree(String id, Terms terms, Instant since) {
    if (terms(id, since).equals(terms)) return;
    handle
        .createUpdate(
            """
            insert into merchant_terms (id, version, brands, discount_fixed, plus, reserve_ppm,
              reserve_days, payout, since)
            select :id, coalesce(max(version), 0) + 1, :brands, :fixed, :plus, :ppm, :days,
              :payout, :since
            from merchant_terms where id = :id
            """)
        .bind("id", id)
        .bindArray("brands", String.class, terms.brands().stream().sorted().toList())
        .bind("fixed", terms.price().fixed())
        .bind("plus", terms.price().plus())
        .bind("ppm", terms.reserve().ppm())
        .bind("days", terms.reserve().days())
        .bind("payout", terms.payout().map(Iban::text).orElse(null))
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Every version of a contract and of its terms, the oldest first. */
  public List<Contract> history(String id) {
    return handle
        .createQuery(
            """
            select distinct since from (select since from merchant where id = :id
              union select since from merchant_terms where id = :id) dates order by since
            """)
        .bind("id", id)
        .map((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .list()
        .stream()
        .flatMap(
            since ->
                find(id, since).stream()
                    .map(merchant -> new Contract(merchant, terms(id, since), since)))
        .toList();
  }

  /** A contract of a row of its table. */
  public static Merchant merchant(ResultSet row) throws SQLException {
    return new Merchant(
        row.getString("id"),
        row.getString("name"),
        row.getString("category"),
        row.getInt("fee_basis_points"),
        row.getBoolean("active"),
        Optional.ofNullable(row.getString("origin")));
  }

  private static Terms terms(ResultSet row) throws SQLException {
    return new Terms(
        Set.of((String[]) row.getArray("brands").getArray()),
        new Terms.Price(row.getLong("discount_fixed"), row.getBoolean("plus")),
        new Reserve(row.getInt("reserve_ppm"), row.getInt("reserve_days")),
        Optional.ofNullable(row.getString("payout")).map(Iban::new));
  }
}
