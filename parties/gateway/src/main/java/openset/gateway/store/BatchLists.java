package openset.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import openset.gateway.batch.Account;
import openset.gateway.operation.BatchRow;
import openset.gateway.operation.Page;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.CloseStatus;
import openset.store.Tx;

/** Batches of all merchants, as lists for people. */
public record BatchLists(Tx tx) {
  private static final String FAILED =
      "exists (select from batch_item i where i.batch_key = b.batch_key and not i.booked"
          + " and i.purged_at is null)";
  /** What the merchant was told when it compared last. */
  private static final String COMPARED =
      """
      lateral (select case when outcome = 'totalsOutOfBalance' then at end as differed
        from administration_log a
        where a.acquirer = b.acquirer and a.merchant = b.merchant
          and a.batch_id = b.batch_id and a.what in ('look', 'close')
          and a.outcome in ('success', 'totalsOutOfBalance')
        order by at desc limit 1) compared on true
      """;
  private static final String SUMS =
      """
      lateral (select
          count(*) filter (where booked and debit) as debits,
          coalesce(sum(amount) filter (where booked and debit), 0) as debited,
          count(*) filter (where booked and not debit) as credits,
          coalesce(sum(amount) filter (where booked and not debit), 0) as credited,
          count(*) filter (where not booked and purged_at is null) as failed,
          count(*) filter (where purged_at is not null) as aside
        from batch_item i where i.batch_key = b.batch_key) sums on true
      """;

  /** Batches. */
  public List<BatchRow> batches(BatchRow.Query query) {
    String order =
        switch (query.sort()) {
          case OPENED -> "b.opened_at";
          case CLOSED -> "b.closed_at";
          case MERCHANT -> "b.merchant";
          case ITEMS -> "b.last";
        };
    String wanted =
        query
            .which()
            .map(
                which ->
                    switch (which) {
                      case OPEN -> "b.closed_at is null";
                      case CLOSED -> "b.closed_at is not null";
                      case FAILED -> FAILED;
                      case DIFFERS -> "compared.differed is not null";
                    })
            .orElse("true");
    return tx.handle()
        .createQuery(
            "with page as (select b.*, compared.differed from batch b left join "
                + COMPARED
                + " where "
                + wanted
                + " and (:merchant::text is null or b.merchant = :merchant) order by "
                + order
                + (query.ascending() ? " asc nulls first" : " desc nulls last")
                + ", b.batch_key desc offset :from limit :most)"
                + " select b.*, sums.* from page b left join "
                + SUMS
                + " order by "
                + order
                + (query.ascending() ? " asc nulls first" : " desc nulls last")
                + ", b.batch_key desc")
        .bind("merchant", query.merchant().orElse(null))
        .bind("from", query.page().from())
        .bind("most", query.page().most())
        .map((row, _) -> batch(row))
        .list();
  }

  /** One of them. */
  public Optional<BatchRow> batch(long key) {
    return tx.handle()
        .createQuery(
            "select b.*, compared.differed, sums.* from batch b left join "
                + COMPARED
                + " left join "
                + SUMS
                + " where b.batch_key = :key")
        .bind("key", key)
        .map((row, _) -> batch(row))
        .findOne();
  }

  private static BatchRow batch(ResultSet row) throws SQLException {
    CurrencyCode currency = new CurrencyCode(row.getInt("currency"));
    Optional<Instant> closedAt = instant(row, "closed_at");
    Optional<CloseStatus> status =
        closedAt.isEmpty()
            ? Optional.empty()
            : Optional.of(CloseStatus.values()[row.getInt("close_status")]);
    return new BatchRow(
        row.getLong("batch_key"),
        new Account(row.getString("acquirer"), row.getString("merchant")),
        new BatchID(row.getLong("batch_id")),
        List.of((String[]) row.getArray("brands").getArray()),
        new BatchRow.Life(
            instant(row, "opened_at").orElseThrow(),
            closedAt,
            status,
            instant(row, "differed")),
        new BatchRow.Sums(
            row.getLong("debits"),
            new CurrencyAmount(currency, row.getLong("debited")),
            row.getLong("credits"),
            new CurrencyAmount(currency, row.getLong("credited")),
            new BatchRow.Not(row.getLong("failed"), row.getLong("aside"))));
  }

  /** Items of a batch in their order; of all, or of those only that no bank booked. */
  public List<BatchRow.Item> items(BatchRow batch, boolean failedOnly, Page page) {
    CurrencyCode currency = batch.sums().debited().currency();
    return tx.handle()
        .createQuery(
            """
            select sequence, brand, amount, debit, booked, purged_at, at from batch_item
            where batch_key = :key and (not :failedOnly or not booked)
            order by sequence offset :from limit :most
            """)
        .bind("key", batch.key())
        .bind("failedOnly", failedOnly)
        .bind("from", page.from())
        .bind("most", page.most())
        .map(
            (row, _) ->
                new BatchRow.Item(
                    row.getInt("sequence"),
                    new BrandID(row.getString("brand")),
                    new CurrencyAmount(currency, row.getLong("amount")),
                    row.getBoolean("debit"),
                    new BatchRow.Booked(
                        row.getBoolean("booked"),
                        instant(row, "purged_at").isPresent(),
                        instant(row, "at").orElseThrow())))
        .list();
  }

  /** Who asked for what of it, the latest first, a hundred at most. */
  public List<BatchRow.Asked> asked(BatchRow batch) {
    return tx.handle()
        .createQuery(
            """
            select at, signer, what, outcome from administration_log
            where acquirer = :acquirer and merchant = :merchant and batch_id = :id
            order by at desc limit 100
            """)
        .bind("acquirer", batch.account().acquirer())
        .bind("merchant", batch.account().merchant())
        .bind("id", batch.batchID().number())
        .map(
            (row, _) ->
                new BatchRow.Asked(
                    instant(row, "at").orElseThrow(),
                    row.getString("signer"),
                    row.getString("what"),
                    row.getString("outcome")))
        .list();
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
