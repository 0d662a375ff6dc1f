package openset.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.gateway.batch.Account;
import openset.gateway.operation.BatchRow;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.CloseStatus;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Listing;
import openset.store.listing.Look;

/** Batches of all merchants, as lists for people. */
public record BatchLists(Tx tx) {
  /** With what the merchant was told when it compared last. */
  private static final String BATCH =
      """
      select b.*,
        exists (select from batch_item i where i.batch_key = b.batch_key and not i.booked
                  and i.purged_at is null) as failed,
        (select case when outcome = 'totalsOutOfBalance' then at end
           from administration_log a
           where a.acquirer = b.acquirer and a.merchant = b.merchant
             and a.batch_id = b.batch_id and a.what in ('look', 'close')
             and a.outcome in ('success', 'totalsOutOfBalance')
           order by at desc limit 1) as differed
      from batch b
      """;
  private static final Listing BATCHES =
      new Listing(
          BATCH,
          "batch_key desc",
          Map.of(
              "opened", "opened_at", "closed", "closed_at", "merchant", "merchant",
              "items", "last"),
          Map.of(
              "which",
              """
              case :which when 'OPEN' then closed_at is null
                when 'CLOSED' then closed_at is not null
                when 'FAILED' then failed
                else differed is not null end
              """,
              "merchant",
              "position(lower(:merchant) in lower(merchant)) > 0"));
  private static final Listing ITEMS =
      new Listing(
          """
          select sequence, brand, amount, debit, booked, purged_at, at from batch_item
          where batch_key = :key
          """,
          "sequence",
          Map.of("sequence", "sequence", "amount", "amount", "at", "at"),
          Map.of("booked", "booked = (:booked = 'yes')", "brand", "brand = :brand"));

  /**
   * Batches: by opened, closed, merchant or items; only those of a {@link BatchRow.Which}, or of
   * merchants whose number holds this text.
   */
  public Listed<BatchRow> batches(Look look) {
    Listed<BatchRow> page = BATCHES.page(tx, look, BatchLists::batch);
    Map<Long, BatchRow.Sums> sums = sums(page.rows());
    return page.map(batch -> batch.with(sums.getOrDefault(batch.key(), batch.sums())));
  }

  /** One of them. */
  public Optional<BatchRow> batch(long key) {
    return tx.handle()
        .createQuery(BATCH + " where b.batch_key = :key")
        .bind("key", key)
        .map((row, _) -> batch(row))
        .findOne()
        .map(batch -> batch.with(sums(List.of(batch)).getOrDefault(key, batch.sums())));
  }

  private Map<Long, BatchRow.Sums> sums(List<BatchRow> batches) {
    Map<Long, CurrencyCode> currencies = new HashMap<>();
    for (BatchRow batch : batches) {
      currencies.put(batch.key(), batch.sums().debited().currency());
    }
    Map<Long, BatchRow.Sums> sums = new HashMap<>();
    tx.handle()
        .createQuery(
            """
            select batch_key,
              count(*) filter (where booked and debit) as debits,
              coalesce(sum(amount) filter (where booked and debit), 0) as debited,
              count(*) filter (where booked and not debit) as credits,
              coalesce(sum(amount) filter (where booked and not debit), 0) as credited,
              count(*) filter (where not booked and purged_at is null) as failed,
              count(*) filter (where purged_at is not null) as aside
            from batch_item where batch_key = any (:keys) group by batch_key
            """)
        .bindArray("keys", Long.class, List.copyOf(currencies.keySet()))
        .map(
            (row, _) ->
                sums.put(
                    row.getLong("batch_key"),
                    sums(row, currencies.get(row.getLong("batch_key")))))
        .list();
    return sums;
  }

  private static BatchRow.Sums sums(ResultSet row, CurrencyCode currency) throws SQLException {
    return new BatchRow.Sums(
        row.getLong("debits"),
        new CurrencyAmount(currency, row.getLong("debited")),
        row.getLong("credits"),
        new CurrencyAmount(currency, row.getLong("credited")),
        new BatchRow.Not(row.getLong("failed"), row.getLong("aside")));
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
        BatchRow.Sums.none(currency));
  }

  /**
   * Items of a batch: by sequence, amount or at; only what was booked ({@code yes}) or not, only of
   * this brand.
   */
  public Listed<BatchRow.Item> items(BatchRow batch, Look look) {
    CurrencyCode currency = batch.sums().debited().currency();
    return ITEMS.page(
        tx,
        look,
        Map.of("key", batch.key()),
        row ->
            new BatchRow.Item(
                row.getInt("sequence"),
                new BrandID(row.getString("brand")),
                new CurrencyAmount(currency, row.getLong("amount")),
                row.getBoolean("debit"),
                new BatchRow.Booked(
                    row.getBoolean("booked"),
                    instant(row, "purged_at").isPresent(),
                    instant(row, "at").orElseThrow())));
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
