package openset.clearing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.iso8583.host.Amount;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Claims on which the house rules. */
public final class Claims {
  private final Handle handle;

  private Claims(Handle handle) {
    this.handle = handle;
  }

  /** The claims in a transaction. */
  public static Claims in(Tx tx) {
    return new Claims(tx.handle());
  }

  /** Notes a claim; does nothing when it is there already. */
  public void add(Claim claim) {
    handle
        .createUpdate(
            """
            insert into dispute_claim (issuer, dispute, acquirer, amount, currency, at)
            values (:issuer, :dispute, :acquirer, :amount, :currency, :at) on conflict do nothing
            """)
        .bind("issuer", claim.name().issuer())
        .bind("dispute", claim.name().dispute())
        .bind("acquirer", claim.acquirer())
        .bind("amount", claim.amount().minor())
        .bind("currency", claim.amount().currency())
        .bind("at", claim.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** A claim. */
  public Optional<Claim> find(Claim.Name name) {
    return handle
        .createQuery("select * from dispute_claim where issuer = :issuer and dispute = :dispute")
        .bind("issuer", name.issuer())
        .bind("dispute", name.dispute())
        .map((row, _) -> claim(row))
        .findOne();
  }

  /** Claims without a ruling, the oldest first. */
  public List<Claim> open() {
    return handle
        .createQuery("select * from dispute_claim where ruled is null order by at, issuer, dispute")
        .map((row, _) -> claim(row))
        .list();
  }

  /** Rules on a claim; false when there is none, or it was ruled on before. */
  public boolean rule(Claim.Name name, boolean forAcquirer, String reason, Instant now) {
    return handle
            .createUpdate(
                """
                update dispute_claim set for_acquirer = :for, reason = :reason, ruled = :now
                where issuer = :issuer and dispute = :dispute and ruled is null
                """)
            .bind("for", forAcquirer)
            .bind("reason", reason)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .bind("issuer", name.issuer())
            .bind("dispute", name.dispute())
            .execute()
        == 1;
  }

  private static Claim claim(ResultSet row) throws SQLException {
    return new Claim(
        new Claim.Name(row.getString("issuer"), row.getString("dispute")),
        row.getString("acquirer"),
        new Amount(row.getLong("amount"), row.getInt("currency")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("for_acquirer", Boolean.class)));
  }
}
