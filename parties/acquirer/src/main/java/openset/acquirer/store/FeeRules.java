package openset.acquirer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import openset.acquirer.fee.CardKind;
import openset.acquirer.fee.FeeKind;
import openset.acquirer.fee.FeeRate;
import openset.acquirer.fee.FeeRule;
import openset.acquirer.fee.FeeScope;
import openset.acquirer.fee.FeeTable;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** The fee tables: lines are added, never changed. */
public final class FeeRules {
  private final Handle handle;

  private FeeRules(Handle handle) {
    this.handle = handle;
  }

  /** The fee tables in a transaction. */
  public static FeeRules in(Tx tx) {
    return new FeeRules(tx.handle());
  }

  /** All lines. */
  public FeeTable all() {
    return new FeeTable(
        handle
            .createQuery("select * from fee_rule order by number")
            .map((row, _) -> rule(row))
            .list());
  }

  /** Adds a line; the very same again does nothing. */
  public void add(FeeRule rule) {
    if (all().rules().contains(rule)) return;
    FeeScope scope = rule.scope();
    handle
        .createUpdate(
            """
            insert into fee_rule (kind, merchant, brand, category, card, currency, ppm, fixed,
              least, most, since)
            values (:kind, :merchant, :brand, :category, :card, :currency, :ppm, :fixed, :least,
              :most, :since)
            """)
        .bind("kind", rule.kind().name())
        .bind("merchant", scope.merchant().orElse(null))
        .bind("brand", scope.brand().orElse(null))
        .bind("category", scope.category().orElse(null))
        .bind("card", scope.card().map(Enum::name).orElse(null))
        .bind("currency", rule.currency())
        .bind("ppm", rule.rate().ppm())
        .bind("fixed", rule.rate().fixed())
        .bind("least", rule.rate().least())
        .bind("most", rule.rate().most())
        .bind("since", rule.since().atOffset(ZoneOffset.UTC))
        .execute();
  }

  private static FeeRule rule(ResultSet row) throws SQLException {
    FeeScope scope =
        new FeeScope(
            Optional.ofNullable(row.getString("merchant")),
            Optional.ofNullable(row.getString("brand")),
            Optional.ofNullable(row.getString("category")),
            Optional.ofNullable(row.getString("card")).map(CardKind::valueOf));
    FeeRate rate =
        new FeeRate(
            row.getInt("ppm"), row.getLong("fixed"), row.getLong("least"), row.getLong("most"));
    return new FeeRule(
        FeeKind.valueOf(row.getString("kind")),
        scope,
        row.getInt("currency"),
        rate,
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
