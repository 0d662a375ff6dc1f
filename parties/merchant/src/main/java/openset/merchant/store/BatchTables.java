package openset.merchant.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.conduct.Input;
import openset.conduct.Records;
import openset.merchant.batch.Batch;
import openset.merchant.batch.BatchFacts;
import openset.merchant.batch.BatchLine;
import openset.merchant.batch.BatchName;
import openset.merchant.batch.BatchRow;
import openset.merchant.batch.Batches;
import openset.merchant.batch.Difference;
import openset.merchant.sale.Placement;
import openset.merchant.sale.Placements;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.LocalID;
import openset.set.data.batch.AmountType;
import openset.set.data.sale.BatchDetails;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchStatus;
import openset.set.data.sale.BatchTotals;
import openset.set.data.sale.ClosedWhen;
import openset.store.ConversationKey;
import openset.store.Tx;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Batches as our plain tables show them, and our own reckoning of them.
 *
 * @param currency of the shop: that of a batch that is opened without an item
 * @param clock dates the rows
 */
public record BatchTables(CurrencyCode currency, InstantSource clock)
    implements Records<Batch, BatchFacts>, Batches.Tables {
  private static final String WORD = "replace(account, '/', '-') || '-' || batch_id";
  private static final String ROWS =
      """
      select b.*,
             (select count(*) from batch_item i where i.account = b.account
                and i.batch_id = b.batch_id and i.booked and i.debit) our_debits,
             (select coalesce(sum(amount), 0) from batch_item i where i.account = b.account
                and i.batch_id = b.batch_id and i.booked and i.debit) our_debited,
             (select count(*) from batch_item i where i.account = b.account
                and i.batch_id = b.batch_id and i.booked and not i.debit) our_credits,
             (select coalesce(sum(amount), 0) from batch_item i where i.account = b.account
                and i.batch_id = b.batch_id and i.booked and not i.debit) our_credited
      from batch b
      """;

  /** Writes what a sale's step learnt; what is there already stays. */
  static void keep(Tx tx, ConversationKey lidM, Placements placements, Instant now) {
    for (Placement one : placements.all()) {
      BatchName name = new BatchName(one.account(), one.batchID());
      insert(tx, name, one.brandID(), one.amount().currency(), now);
      named(
              tx.handle()
                  .createUpdate(
                      """
                      insert into batch_item (account, batch_id, sequence, lid_m, brand,
                                              auth_rrpid, amount, debit, booked, at)
                      values (:account, :id, :sequence, :lidM, :brand,
                              :authRRPID, :amount, :debit, :booked, :at)
                      on conflict do nothing
                      """),
              name)
          .bind("sequence", one.sequence().number())
          .bind("lidM", lidM.bytes())
          .bind("brand", one.brandID().name())
          .bind("authRRPID", one.authRRPID().octets().bytes())
          .bind("amount", one.amount().minor())
          .bind("debit", one.type() == AmountType.debit)
          .bind("booked", one.booked())
          .bind("at", now.atOffset(ZoneOffset.UTC))
          .execute();
    }
  }

  private static void insert(
      Tx tx, BatchName name, BrandID brand, CurrencyCode currency, Instant now) {
    named(
            tx.handle()
                .createUpdate(
                    """
                    insert into batch (account, batch_id, brand, currency, opened_at, standing)
                    values (:account, :id, :brand, :currency, :at, 'open')
                    on conflict do nothing
                    """),
            name)
        .bind("brand", brand.name())
        .bind("currency", currency.number())
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  private static <S extends SqlStatement<S>> S named(S statement, BatchName name) {
    return statement
        .bind("account", name.account())
        .bind("id", name.batchID().number());
  }

  @Override
  public BatchFacts facts(Tx tx, ConversationKey key, Optional<Batch> state, Input input) {
    String word = new String(key.bytes(), StandardCharsets.US_ASCII);
    Optional<BatchRow> row = row(tx, word);
    CurrencyCode of = row.map(one -> one.ours().debited().currency()).orElse(currency);
    BatchRow.Totals ours =
        row.map(BatchRow::ours)
            .orElse(
                new BatchRow.Totals(0, CurrencyAmount.zero(of), 0, CurrencyAmount.zero(of)));
    BatchTotals totals =
        new BatchTotals(
            ours.credits(), ours.credited(), ours.debits(), ours.debited(), Optional.empty());
    BatchStatus status =
        new BatchStatus(
            row.map(BatchRow::openedAt).orElse(clock.instant()),
            Optional.empty(),
            new BatchDetails(totals, Optional.empty()),
            Optional.empty());
    return new BatchFacts(
        row.map(BatchRow::brandID),
        Optional.of(status),
        row.map(one -> items(tx, one.name())).orElse(List.of()));
  }

  private static List<BatchFacts.Item> items(Tx tx, BatchName name) {
    return named(
            tx.handle()
                .createQuery(
                    "select sequence, case when debit then amount else -amount end, booked"
                        + " from batch_item where account = :account and batch_id = :id"
                        + " order by sequence"),
            name)
        .map(
            (row, context) ->
                new BatchFacts.Item(row.getInt(1), row.getLong(2), row.getBoolean(3)))
        .list();
  }

  @Override
  public void keep(Tx tx, ConversationKey key, BatchFacts facts, Batch next) {
    BatchName name = next.about().name();
    boolean fresh = facts.brandID().isEmpty();
    // A batch that the gateway would not open is none.
    if (fresh && !(next instanceof Batch.Agrees)) return;
    if (fresh) insert(tx, name, next.about().brandID(), currency, clock.instant());
    named(
            tx.handle()
                .createUpdate(
                    "update batch set standing = :standing, note = :note"
                        + " where account = :account and batch_id = :id"),
            name)
        .bind("standing", standing(next))
        .bind("note", next instanceof Batch.Refused refused ? refused.reason() : null)
        .execute();
    switch (next) {
      case Batch.Agrees agrees -> compared(tx, name, agrees.status(), List.of());
      case Batch.Closed closed -> compared(tx, name, closed.status(), List.of());
      case Batch.Differs differs ->
          compared(tx, name, differs.status(), differs.differences());
      case Batch.Asking _, Batch.Refused _ -> {}
    }
  }

  private static String standing(Batch batch) {
    return switch (batch) {
      case Batch.Asking _ -> "asking";
      case Batch.Agrees _ -> "agrees";
      case Batch.Differs _ -> "differs";
      case Batch.Closed _ -> "closed";
      case Batch.Refused _ -> "refused";
    };
  }

  private void compared(
      Tx tx, BatchName name, BatchStatus status, List<Difference> differences) {
    BatchTotals theirs = status.batchDetails().batchTotals();
    OffsetDateTime closedAt =
        status
            .closedWhen()
            .map(ClosedWhen::closeDateTime)
            .map(at -> at.atOffset(ZoneOffset.UTC))
            .orElse(null);
    named(
            tx.handle()
                .createUpdate(
                    """
                    update batch set compared_at = :at, closed_at = :closedAt,
                      opened_at = :openedAt, their_debits = :debits, their_debited = :debited,
                      their_credits = :credits, their_credited = :credited
                    where account = :account and batch_id = :id
                    """),
            name)
        .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
        .bind("closedAt", closedAt)
        .bind("openedAt", status.openDateTime().atOffset(ZoneOffset.UTC))
        .bind("debits", theirs.transactionCountDebit())
        .bind("debited", theirs.transactionTotalAmtDebit().minor())
        .bind("credits", theirs.transactionCountCredit())
        .bind("credited", theirs.transactionTotalAmtCredit().minor())
        .execute();
    differ(tx, name, differences);
  }

  private static void differ(Tx tx, BatchName name, List<Difference> differences) {
    named(
            tx.handle()
                .createUpdate(
                    "delete from batch_difference where account = :account and batch_id = :id"),
            name)
        .execute();
    for (Difference one : differences) {
      named(
              tx.handle()
                  .createUpdate(
                      "insert into batch_difference (account, batch_id, sequence, ours, theirs)"
                          + " values (:account, :id, :sequence, :ours, :theirs)"),
              name)
          .bind("sequence", one.sequence())
          .bind("ours", one.ours().orElse(null))
          .bind("theirs", one.theirs().orElse(null))
          .execute();
    }
  }

  @Override
  public List<BatchRow> list(Tx tx, int most) {
    return tx.handle()
        .createQuery(ROWS + " order by opened_at desc, batch_id desc limit :most")
        .bind("most", most)
        .map((row, context) -> batch(row))
        .list();
  }

  @Override
  public Optional<BatchRow> row(Tx tx, String word) {
    return tx.handle()
        .createQuery(ROWS + " where " + WORD + " = :word")
        .bind("word", word)
        .map((row, context) -> batch(row))
        .findOne();
  }

  @Override
  public List<BatchRow> openSince(Tx tx, Instant before) {
    return tx.handle()
        .createQuery(ROWS + " where closed_at is null and opened_at < :before order by opened_at")
        .bind("before", before.atOffset(ZoneOffset.UTC))
        .map((row, context) -> batch(row))
        .list();
  }

  @Override
  public long last(Tx tx, String account) {
    return tx.handle()
        .createQuery("select coalesce(max(batch_id), 0) from batch where account = :account")
        .bind("account", account)
        .mapTo(Long.class)
        .one();
  }

  @Override
  public List<BatchLine> lines(Tx tx, BatchName name, int from, int most) {
    return named(
            tx.handle()
                .createQuery(
                    """
                    select i.sequence, i.lid_m, o.order_number, i.amount, b.currency, i.debit,
                           i.booked, i.at
                    from batch_item i join batch b using (account, batch_id)
                      join shop_order o using (lid_m)
                    where i.account = :account and i.batch_id = :id and i.sequence >= :from
                    order by i.sequence limit :most
                    """),
            name)
        .bind("from", from)
        .bind("most", most)
        .map((row, context) -> line(row))
        .list();
  }

  private static BatchLine line(ResultSet row) throws SQLException {
    return new BatchLine(
        row.getInt(1),
        LocalID.of(row.getBytes(2)),
        row.getString(3),
        new CurrencyAmount(new CurrencyCode(row.getInt(5)), row.getLong(4)),
        row.getBoolean(6),
        row.getBoolean(7),
        row.getObject(8, OffsetDateTime.class).toInstant());
  }

  @Override
  public List<Difference> differences(Tx tx, BatchName name) {
    return named(
            tx.handle()
                .createQuery(
                    "select sequence, ours, theirs from batch_difference"
                        + " where account = :account and batch_id = :id order by sequence"),
            name)
        .map(
            (row, context) ->
                new Difference(
                    row.getInt(1),
                    Optional.ofNullable(row.getObject(2, Long.class)),
                    Optional.ofNullable(row.getObject(3, Long.class))))
        .list();
  }

  private static BatchRow batch(ResultSet row) throws SQLException {
    CurrencyCode currency = new CurrencyCode(row.getInt("currency"));
    return new BatchRow(
        new BatchName(row.getString("account"), new BatchID(row.getLong("batch_id"))),
        new BrandID(row.getString("brand")),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getString("standing"),
        instant(row, "closed_at"),
        instant(row, "compared_at"),
        Optional.ofNullable(row.getString("note")),
        totals(row, "our_", currency),
        row.getObject("their_debits") == null
            ? Optional.empty()
            : Optional.of(totals(row, "their_", currency)));
  }

  private static BatchRow.Totals totals(ResultSet row, String whose, CurrencyCode currency)
      throws SQLException {
    return new BatchRow.Totals(
        row.getInt(whose + "debits"),
        new CurrencyAmount(currency, row.getLong(whose + "debited")),
        row.getInt(whose + "credits"),
        new CurrencyAmount(currency, row.getLong(whose + "credited")));
  }

  private static Optional<Instant> instant(ResultSet row, String column)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
