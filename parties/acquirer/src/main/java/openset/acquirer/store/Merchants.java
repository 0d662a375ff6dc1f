package openset.acquirer.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Contracts, each change a new version. */
public final class Merchants {
  private static final RowMapper<Merchant> ROW =
      (row, _) ->
          new Merchant(
              row.getString("id"),
              row.getString("name"),
              row.getString("category"),
              row.getInt("fee_basis_points"),
              row.getBoolean("active"),
              Optional.ofNullable(row.getString("origin")));

  private final Handle handle;

  private Merchants(Handle handle) {
    this.handle = handle;
  }

  /** The contracts in a transaction. */
  public static Merchants in(Tx tx) {
    return new Merchants(tx.handle());
  }

  /** The contract in force with a merchant. */
  public Optional<Merchant> find(String id) {
    return handle
        .createQuery("select * from merchant where id = :id order by version desc limit 1")
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  /** All contracts in force or ended, by id. */
  public List<Merchant> all() {
    return handle
        .createQuery("select distinct on (id) * from merchant order by id, version desc")
        .map(ROW)
        .list();
  }

  /** Puts a contract in force; the same again does nothing. */
  public void agree(Merchant merchant, Instant now) {
    if (find(merchant.id()).equals(Optional.of(merchant))) return;
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
        .bind("since", now.atOffset(ZoneOffset.UTC))
        .execute();
  }
}
