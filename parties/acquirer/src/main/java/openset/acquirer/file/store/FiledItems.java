package openset.acquirer.file.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.Octets;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Items that go to the clearing house in files, and those files. */
public final class FiledItems {
  private final Handle handle;

  private FiledItems(Handle handle) {
    this.handle = handle;
  }

  /** The items in a transaction. */
  public static FiledItems in(Tx tx) {
    return new FiledItems(tx.handle());
  }

  /** What the clearing house said of an item. */
  public record Said(String response, Optional<String> cycle) {}

  /** Puts an item into the next file; does nothing when it is in one. */
  public void add(Octets key, IsoMessage message) {
    handle
        .createUpdate(
            """
            insert into filed_item (key, message) values (:key, :message)
            on conflict do nothing
            """)
        .bind("key", key.bytes())
        .bind("message", message.encode())
        .execute();
  }

  /** What was said of an item for good, if anything was. */
  public Optional<Said> said(Octets key) {
    return handle
        .createQuery(
            "select response, cycle from filed_item where key = :key and response is not null")
        .bind("key", key.bytes())
        .map(
            (row, _) ->
                new Said(row.getString("response"), Optional.ofNullable(row.getString("cycle"))))
        .findOne();
  }

  /** Begins a file with the items that are in none; empty when there are no such items. */
  public Optional<SentFile> begin(Instant now, int most) {
    handle.execute("lock table sent_file in exclusive mode");
    long number =
        handle
            .createQuery("select coalesce(max(number), 0) + 1 from sent_file")
            .mapTo(Long.class)
            .one();
    int items =
        handle
            .createUpdate(
                """
                update filed_item set file = :file where number in (
                  select number from filed_item where file is null order by number limit :most)
                """)
            .bind("file", number)
            .bind("most", most)
            .execute();
    if (items == 0) return Optional.empty();
    handle.execute(
        "insert into sent_file (number, made) values (?, ?)", number, now.atOffset(ZoneOffset.UTC));
    return Optional.of(new SentFile(number, now, Optional.empty()));
  }

  /** Files that the clearing house has not answered, the oldest first. */
  public List<SentFile> unanswered() {
    return handle
        .createQuery("select * from sent_file where not answered order by number")
        .map((row, _) -> file(row))
        .list();
  }

  /** Messages of a file by their numbers, after a number. */
  public List<Map.Entry<Long, IsoMessage>> messages(long file, long after, int most) {
    return handle
        .createQuery(
            """
            select number, message from filed_item where file = :file and number > :after
            order by number limit :most
            """)
        .bind("file", file)
        .bind("after", after)
        .bind("most", most)
        .map((row, _) -> Map.entry(row.getLong("number"), message(row)))
        .list();
  }

  /** Notes that the clearing house took a file. */
  public void taken(long file, String cycle) {
    handle.execute("update sent_file set cycle = ?, refusal = null where number = ?", cycle, file);
  }

  /** Notes that the clearing house refused a file as a whole. */
  public void refused(long file, String reason) {
    handle.execute("update sent_file set refusal = ? where number = ?", reason, file);
  }

  /** Why the file that is due was refused, if it was. */
  public Optional<String> refusal() {
    return handle
        .createQuery(
            "select refusal from sent_file where refusal is not null order by number limit 1")
        .mapTo(String.class)
        .findOne();
  }

  /** Notes what was said of the items of a file: some were refused, all others taken. */
  public void answered(SentFile file, Map<Octets, String> refused) {
    refused.forEach(
        (key, response) ->
            handle.execute(
                "update filed_item set response = ? where key = ? and response is null",
                response,
                key.bytes()));
    handle.execute(
        "update filed_item set response = '00', cycle = ? where file = ? and response is null",
        file.cycle().orElseThrow(),
        file.number());
    handle.execute("update sent_file set answered = true where number = ?", file.number());
  }

  private static SentFile file(ResultSet row) throws SQLException {
    return new SentFile(
        row.getLong("number"),
        row.getObject("made", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("cycle")));
  }

  private static IsoMessage message(ResultSet row) throws SQLException {
    try {
      return IsoMessage.decode(row.getBytes("message"));
    } catch (MalformedMessage e) {
      throw new IllegalStateException("a kept item cannot be read", e);
    }
  }
}
