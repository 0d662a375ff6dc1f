package openset.clearing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.iso8583.file.FileTotals;
import openset.iso8583.host.SettlementAdvice.Totals;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Listing;
import openset.store.listing.Look;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Clearing files with what stands in them, as people look them up. */
public final class FileRows {
  private static final Listing FILES =
      new Listing(
          """
          select clearing_file.*, case when answers then 'answers' else 'items' end as kind,
            (select count(*) from clearing_file_reject as reject where reject.file = number)
              as rejects
          from clearing_file
          """,
          "number desc",
          Map.of(
              "at", "number", "bank", "bank", "name", "name", "items", "items", "state", "state"),
          Map.of(
              "bank", "bank = :bank",
              "way", "way = :way",
              "kind", "kind = :kind",
              "state", "state = :state",
              "cycle", "cycle = :cycle::bigint"));

  private static final Listing REJECTS =
      new Listing(
          """
          select line, response, reason from clearing_file_reject where file = :of
          union all
          select line, response, '' from item join decision on decision.item = item.number
          where cycle = :cycle and file = :of and response <> '00'
          """,
          "line",
          Map.of("response", "response"),
          Map.of("response", "response = :response"));

  private static final Listing INSTRUCTIONS =
      new Listing(
          """
          select 'pacs.009' as kind, cycle, currency, null as bank
          from position where not own group by cycle, currency having bool_or(credits <> debits)
          union all
          select 'camt.053', cycle, currency, institution
          from position where not own and credits <> debits
          """,
          "cycle desc, currency, kind desc, bank",
          Map.of("cycle", "cycle", "kind", "kind", "bank", "bank"),
          Map.of(
              "kind", "kind = :kind",
              "bank", "bank = :bank",
              "currency", "currency = :currency::integer",
              "cycle", "cycle = :cycle::bigint"));

  private final Tx tx;

  private FileRows(Tx tx) {
    this.tx = tx;
  }

  /** The rows in a transaction. */
  public static FileRows in(Tx tx) {
    return new FileRows(tx);
  }

  /**
   * A clearing file.
   *
   * @param rejects how many of its items the house refused one by one
   * @param totals by currency, what its trailers say, seen from the acquirers
   * @param at when its first octets came, or it was written
   */
  public record Row(StoredFile file, long rejects, Map<Integer, Totals> totals, Instant at) {
    public Row {
      totals = Map.copyOf(totals);
    }

    private Row with(Map<Long, Map<Integer, Totals>> all) {
      return new Row(file, rejects, all.getOrDefault(file.number(), Map.of()), at);
    }
  }

  /**
   * Files, the newest first; filters {@code bank}, {@code way} (in, out), {@code kind} (items,
   * answers), {@code state} and {@code cycle} (its number).
   */
  public Listed<Row> files(Look look) {
    Listed<Row> rows = FILES.page(tx, look, FileRows::row);
    Map<Long, Map<Integer, Totals>> totals = totals(rows.rows());
    return rows.map(row -> row.with(totals));
  }

  /** A file by its number. */
  public Optional<Row> file(long number) {
    return tx.handle()
        .createQuery("select * from (" + FILES.query() + ") rows where number = :number")
        .bind("number", number)
        .map((row, _) -> row(row))
        .findOne()
        .map(row -> row.with(totals(List.of(row))));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        Files.file(row),
        row.getLong("rejects"),
        Map.of(),
        CycleRows.moment(row, "at").orElseThrow());
  }

  /** What the trailers of each file say, by its number. */
  private Map<Long, Map<Integer, Totals>> totals(List<Row> rows) {
    Map<Long, Map<Integer, Totals>> totals = new HashMap<>();
    tx.handle()
        .createQuery("select * from clearing_file_total where file = any(:numbers)")
        .bind("numbers", rows.stream().map(row -> row.file().number()).toArray(Long[]::new))
        .map(
            (row, _) ->
                totals
                    .computeIfAbsent(row.getLong("file"), _ -> new HashMap<>())
                    .put(
                        row.getInt("currency"),
                        new Totals(
                            row.getLong("credit_count"),
                            row.getLong("debit_count"),
                            row.getLong("credits"),
                            row.getLong("debits"))))
        .list();
    return totals;
  }

  /** Notes what the trailers of a file say. */
  public void add(long file, FileTotals totals) {
    if (totals.currencies().isEmpty()) return;
    PreparedBatch batch =
        tx.handle()
            .prepareBatch("insert into clearing_file_total values (?, ?, ?, ?, ?, ?)"
                + " on conflict do nothing");
    for (int currency : totals.currencies()) {
      Totals each = totals.in(currency);
      batch.add(
          file, currency, each.creditCount(), each.debitCount(), each.credits(), each.debits());
    }
    batch.execute();
  }

  /** An item of a file that was refused. */
  public record Refused(long line, String response, String reason) {}

  /** Items of a file that the house or their receivers refused, by their lines. */
  public Listed<Refused> refused(StoredFile file, Look look) {
    long cycle = file.content().map(StoredFile.Content::cycle).orElse(0L);
    return REJECTS.page(
        tx,
        look,
        Map.of("of", file.number(), "cycle", cycle),
        row ->
            new Refused(
                row.getLong("line"), row.getString("response"), row.getString("reason")));
  }

  /**
   * A message that settles a closed cycle.
   *
   * @param kind {@code pacs.009} or {@code camt.053}
   * @param cycle the cycle by its number
   * @param bank whose statement it is
   */
  public record Message(String kind, long cycle, int currency, Optional<String> bank) {}

  /**
   * Settlement messages there are, those of the newest cycle first; filters {@code kind}, {@code
   * bank}, {@code currency} and {@code cycle} (its number).
   */
  public Listed<Message> messages(Look look) {
    return INSTRUCTIONS.page(
        tx,
        look,
        row ->
            new Message(
                row.getString("kind"),
                row.getLong("cycle"),
                row.getInt("currency"),
                Optional.ofNullable(row.getString("bank"))));
  }
}
