package openset.clearing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.iso8583.host.Amount;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Listing;
import openset.store.listing.Look;
import org.jdbi.v3.core.Handle;

/** Claims on which the house rules. */
public final class Claims {
  private static final Listing LISTING =
      new Listing(
          """
          select *, case when ruled is null then 'open' else 'ruled' end as standing
          from dispute_claim
          """,
          "at, issuer, dispute",
          Map.of("at", "at", "amount", "amount", "bank", "acquirer"),
          Map.of(
              "bank", "acquirer = :bank or issuer = :bank",
              "standing", "standing = :standing"));

  private final Tx tx;
  private final Handle handle;

  private Claims(Tx tx) {
    this.tx = tx;
    this.handle = tx.handle();
  }

  /** The claims in a transaction. */
  public static Claims in(Tx tx) {
    return new Claims(tx);
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

  /** Claims, the oldest first; filters {@code bank} and {@code standing} (open, ruled). */
  public Listed<Claim> list(Look look) {
    return LISTING.page(tx, look, Claims::claim);
  }

  /** Items of a dispute, in the order they came. */
  public List<CycleRows.ItemRow> items(Claim.Name name) {
    return handle
        .createQuery(
            CycleRows.ITEM + "where issuer = :issuer and dispute = :dispute order by number")
        .bind("issuer", name.issuer())
        .bind("dispute", name.dispute())
        .map((row, _) -> CycleRows.item(row))
        .list();
  }

  /** Rules on a claim; false when there is none, or it was ruled on before. */
  public boolean rule(Claim.Name name, Claim.Ruling ruling) {
    return handle
            .createUpdate(
                """
                update dispute_claim set for_acquirer = :for, reason = :reason, ruled = :now,
                  ruled_by = :by
                where issuer = :issuer and dispute = :dispute and ruled is null
                """)
            .bind("for", ruling.forAcquirer())
            .bind("reason", ruling.reason())
            .bind("by", ruling.by().orElse(null))
            .bind("now", ruling.at().atOffset(ZoneOffset.UTC))
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
        ruling(row));
  }

  private static Optional<Claim.Ruling> ruling(ResultSet row) throws SQLException {
    Optional<Instant> ruled = CycleRows.moment(row, "ruled");
    if (ruled.isEmpty()) return Optional.empty();
    return Optional.of(
        new Claim.Ruling(
            row.getBoolean("for_acquirer"),
            row.getString("reason"),
            Optional.ofNullable(row.getString("ruled_by")),
            ruled.get()));
  }
}
