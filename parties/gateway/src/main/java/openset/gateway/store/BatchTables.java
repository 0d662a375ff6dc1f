package openset.gateway.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.gateway.batch.Account;
import openset.gateway.batch.Batch;
import openset.gateway.batch.BatchItem;
import openset.gateway.batch.BatchShelf;
import openset.gateway.batch.Batches;
import openset.gateway.batch.Reckoning;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;
import openset.set.data.batch.AmountType;
import openset.set.data.batch.ReturnTransactionDetail;
import openset.set.data.batch.TransactionDetail;
import openset.set.data.batch.TransactionStatus;
import openset.set.data.sale.BatchDetails;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchSequenceNum;
import openset.set.data.sale.BatchTotals;
import openset.set.data.sale.BrandBatchDetails;
import openset.set.data.sale.CloseStatus;
import openset.set.data.sale.ClosedWhen;
import openset.store.Tx;

/**
 * The batches in one transaction. The first look at an account holds all of its batches until the
 * transaction ends, so that a batch is not closed while an item falls into it.
 */
public record BatchTables(Tx tx) implements BatchShelf {
  private static final String BATCH =
      "select batch_key, acquirer, merchant, batch_id, currency, brands, opened_at, closed_at,"
          + " close_status, last from batch where acquirer = :acquirer and merchant = :merchant";

  /** The batches as a step uses them. */
  public static Batches batches(Tx tx) {
    return new Batches(new BatchTables(tx));
  }

  private void hold(Account account) {
    tx.handle()
        .createQuery("select pg_advisory_xact_lock(hashtextextended(:account, 40))")
        .bind("account", account.acquirer() + "/" + account.merchant())
        .mapToMap()
        .one();
  }

  @Override
  public Optional<Batch> batch(Account account, BatchID batchID) {
    hold(account);
    return tx.handle()
        .createQuery(BATCH + " and batch_id = :id")
        .bind("acquirer", account.acquirer())
        .bind("merchant", account.merchant())
        .bind("id", batchID.number())
        .map((row, context) -> batch(row))
        .findOne();
  }

  @Override
  public Optional<Batch> latest(Account account) {
    hold(account);
    return tx.handle()
        .createQuery(BATCH + " and closed_at is null order by batch_key desc limit 1")
        .bind("acquirer", account.acquirer())
        .bind("merchant", account.merchant())
        .map((row, context) -> batch(row))
        .findOne();
  }

  @Override
  public Optional<Batch> latest(Account account, CurrencyCode currency, BrandID brand) {
    hold(account);
    return tx.handle()
        .createQuery(
            BATCH
                + " and closed_at is null and currency = :currency"
                + " and (brands = '{}' or :brand = any (brands))"
                + " order by batch_key desc limit 1")
        .bind("acquirer", account.acquirer())
        .bind("merchant", account.merchant())
        .bind("currency", currency.number())
        .bind("brand", brand.name())
        .map((row, context) -> batch(row))
        .findOne();
  }

  @Override
  public long lastID(Account account) {
    hold(account);
    return tx.handle()
        .createQuery(
            "select coalesce(max(batch_id), 0) from batch"
                + " where acquirer = :acquirer and merchant = :merchant")
        .bind("acquirer", account.acquirer())
        .bind("merchant", account.merchant())
        .mapTo(Long.class)
        .one();
  }

  @Override
  public boolean holds(RRPID rrpid, RRPID authRRPID) {
    return tx.handle()
        .createQuery(
            "select exists (select from batch_item"
                + " where rrpid = :rrpid and auth_rrpid = :authRRPID)")
        .bind("rrpid", rrpid.octets().bytes())
        .bind("authRRPID", authRRPID.octets().bytes())
        .mapTo(Boolean.class)
        .one();
  }

  @Override
  public BatchDetails totals(Batch batch) {
    List<BrandBatchDetails> brands =
        tx.handle()
            .createQuery(
                """
                select brand, count(*) filter (where not debit),
                       coalesce(sum(amount) filter (where not debit), 0),
                       count(*) filter (where debit),
                       coalesce(sum(amount) filter (where debit), 0)
                from batch_item where batch_key = :key and booked group by brand order by brand
                """)
            .bind("key", batch.key())
            .map((row, context) -> brand(row, batch.currency()))
            .list();
    BatchTotals all = Reckoning.nothing(batch.currency());
    for (BrandBatchDetails brand : brands) all = Reckoning.sum(all, brand.batchTotals());
    return new BatchDetails(all, brands.isEmpty() ? Optional.empty() : Optional.of(brands));
  }

  private static BrandBatchDetails brand(ResultSet row, CurrencyCode currency)
      throws SQLException {
    return new BrandBatchDetails(
        new BrandID(row.getString(1)),
        new BatchTotals(
            row.getInt(2),
            new CurrencyAmount(currency, row.getLong(3)),
            row.getInt(4),
            new CurrencyAmount(currency, row.getLong(5)),
            Optional.empty()));
  }

  @Override
  public List<TransactionDetail> items(Batch batch, ReturnTransactionDetail which) {
    return tx.handle()
        .createQuery(
            """
            select trans_ids, auth_rrpid, brand, sequence, amount, debit, booked
            from batch_item
            where batch_key = :key and sequence >= :from and purged_at is null
              and (not :errors or not booked)
              and (cast(:brand as text) is null or brand = :brand)
            order by sequence limit :most
            """)
        .bind("key", batch.key())
        .bind("from", which.startingPoint())
        .bind("errors", which.errorsOnlyInd())
        .bind("brand", which.brandID().map(BrandID::name).orElse(null))
        .bind("most", which.maximumItems() + 1)
        .map((row, context) -> item(row, batch.currency()))
        .list();
  }

  private static TransactionDetail item(ResultSet row, CurrencyCode currency)
      throws SQLException {
    return new TransactionDetail(
        TransIDs.TYPE.decode(row.getBytes(1)),
        RRPID.of(row.getBytes(2)),
        new BrandID(row.getString(3)),
        new BatchSequenceNum(row.getInt(4)),
        Optional.empty(),
        new CurrencyAmount(currency, row.getLong(5)),
        row.getBoolean(6) ? AmountType.debit : AmountType.credit,
        Optional.of(
            row.getBoolean(7)
                ? TransactionStatus.success
                : TransactionStatus.unspecifiedFailure),
        Optional.empty());
  }

  @Override
  public int failed(Batch batch) {
    return tx.handle()
        .createQuery(
            "select count(*) from batch_item"
                + " where batch_key = :key and not booked and purged_at is null")
        .bind("key", batch.key())
        .mapTo(Integer.class)
        .one();
  }

  private static Batch batch(ResultSet row) throws SQLException {
    OffsetDateTime closedAt = row.getObject(8, OffsetDateTime.class);
    Optional<ClosedWhen> closed =
        closedAt == null
            ? Optional.empty()
            : Optional.of(
                new ClosedWhen(CloseStatus.values()[row.getInt(9)], closedAt.toInstant()));
    return new Batch(
        row.getLong(1),
        new Account(row.getString(2), row.getString(3)),
        new BatchID(row.getLong(4)),
        new CurrencyCode(row.getInt(5)),
        strings(row.getArray(6)),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        closed,
        row.getInt(10));
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  /** Writes what a step did. */
  static void keep(Tx tx, Batches batches, Instant now) {
    for (Batches.Change change : batches.changes()) keep(tx, change);
    List<Batch> fresh = new ArrayList<>();
    for (Batches.Placed placed : batches.placed()) {
      if (placed.batch().key() == 0 && !fresh.contains(placed.batch())) {
        insert(tx, placed.batch());
        fresh.add(placed.batch());
      }
      keep(tx, placed, now);
    }
  }

  private static void keep(Tx tx, Batches.Change change) {
    switch (change) {
      case Batches.Change.Open(Batch batch) -> insert(tx, batch);
      case Batches.Change.Close(Batch batch, ClosedWhen when) ->
          tx.handle()
              .createUpdate(
                  "update batch set closed_at = :at, close_status = :status"
                      + " where batch_key = :key and closed_at is null")
              .bind("at", when.closeDateTime().atOffset(ZoneOffset.UTC))
              .bind("status", when.closeStatus().code())
              .bind("key", batch.key())
              .execute();
      case Batches.Change.Purge(Batch batch, var brands, Instant at) ->
          purge(tx, batch, brands, at.atOffset(ZoneOffset.UTC));
      case Batches.Change.Restore(Batch batch, var brands) -> purge(tx, batch, brands, null);
    }
  }

  private static void purge(Tx tx, Batch batch, List<String> brands, OffsetDateTime at) {
    tx.handle()
        .createUpdate(
            "update batch_item set purged_at = :at where batch_key = :key and not booked"
                + " and (:brands = '{}' or brand = any (:brands))")
        .bind("at", at)
        .bind("key", batch.key())
        .bindArray("brands", String.class, brands)
        .execute();
  }

  private static void insert(Tx tx, Batch batch) {
    tx.handle()
        .createUpdate(
            """
            insert into batch (acquirer, merchant, batch_id, currency, brands, opened_at)
            values (:acquirer, :merchant, :id, :currency, :brands, :at)
            """)
        .bind("acquirer", batch.account().acquirer())
        .bind("merchant", batch.account().merchant())
        .bind("id", batch.batchID().number())
        .bind("currency", batch.currency().number())
        .bindArray("brands", String.class, batch.brands())
        .bind("at", batch.openedAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  private static void keep(Tx tx, Batches.Placed placed, Instant now) {
    BatchItem item = placed.item();
    tx.handle()
        .createUpdate(
            """
            with place as (
              update batch set last = :sequence
              where acquirer = :acquirer and merchant = :merchant and batch_id = :id
                and last < :sequence and closed_at is null
              returning batch_key)
            insert into batch_item (batch_key, sequence, trans_ids, rrpid, auth_rrpid, brand,
                                    amount, debit, booked, at)
            select batch_key, :sequence, :transIDs, :rrpid, :authRRPID, :brand,
                   :amount, :debit, :booked, :at
            from place
            """)
        .bind("acquirer", placed.batch().account().acquirer())
        .bind("merchant", placed.batch().account().merchant())
        .bind("id", placed.batch().batchID().number())
        .bind("sequence", placed.slot().sequence().number())
        .bind("transIDs", TransIDs.TYPE.encode(item.transIDs()))
        .bind("rrpid", item.rrpid().octets().bytes())
        .bind("authRRPID", item.authRRPID().octets().bytes())
        .bind("brand", item.brandID().name())
        .bind("amount", item.amount().minor())
        .bind("debit", item.type() == AmountType.debit)
        .bind("booked", item.booked())
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .execute();
  }
}
