package openset.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The append-only record of every message in and out, with its exact bytes, or with their digest
 * alone where they may not be stored. The database refuses to change or remove an entry, and to
 * hold two messages of one direction under the same peer and RRPID.
 */
public final class Journal {
  private static final String ENTRY =
      "select written, conversation, position, direction, peer, rrpid, name, bytes, digest, at"
          + " from journal ";

  private final Handle handle;

  Journal(Handle handle) {
    this.handle = handle;
  }

  /**
   * A request that was seen before.
   *
   * @param requestDigest SHA-256 of the request's bytes: one RRPID with other bytes is no repeat
   * @param answer the exact bytes that answered it; none while it is still being worked on
   */
  public record Answered(byte[] requestDigest, Optional<byte[]> answer) {}

  /**
   * A journalled message as it stands in the database.
   *
   * @param cursor its place among all entries, and in its own conversation
   * @param message what was journalled; without any bytes where its digest alone was
   * @param digest SHA-256 of the bytes that came or went, which the database proves of those it has
   */
  public record Entry(Cursor cursor, JournalMessage message, byte[] digest) {
    /** Whether the bytes were not kept. */
    public boolean isDigestOnly() {
      return message.bytes().length == 0;
    }
  }

  /**
   * A place in the journal to read on from. The order is that of the writing transactions, so a
   * reader that goes on from a cursor misses nothing. A database restored into another server
   * counts anew: readers then start again from {@link #START}.
   *
   * @param transaction of the writer
   * @param conversation in hexadecimal
   * @param position in the conversation, from 1
   */
  public record Cursor(long transaction, String conversation, long position) {
    /** Before every entry. */
    public static final Cursor START = new Cursor(0, "", 0);
  }

  /**
   * Appends a message to its conversation.
   *
   * @return its position in the conversation, from 1
   * @throws Conflict when a message of this direction with the same peer and RRPID is there
   *     already, or another transaction appends to the conversation at the same time
   */
  public long append(JournalMessage message) {
    return append(message, Optional.empty());
  }

  /**
   * The same for a message that holds what may not be stored: its digest alone is kept, by which
   * it is known when it comes again.
   *
   * @param message without its bytes, which do not get as far as the database
   * @param digest SHA-256 of them
   */
  public long appendDigest(JournalMessage message, byte[] digest) {
    if (message.bytes().length > 0) throw new IllegalArgumentException("not to be stored");
    return append(message, Optional.of(digest));
  }

  private long append(JournalMessage message, Optional<byte[]> digest) {
    // The bytes are named once, so that they are sent once.
    return handle
        .createQuery(
            """
            with given as (select cast(:bytes as bytea) as octets)
            insert into journal
              (conversation, position, direction, peer, rrpid, name, bytes, digest, at)
            select :conversation,
                   (select coalesce(max(position), 0) + 1 from journal
                    where conversation = :conversation),
                   :direction, :peer, :rrpid, :name, octets,
                   coalesce(cast(:digest as bytea), sha256(octets)), :at
            from given
            on conflict do nothing returning position
            """)
        .bind("conversation", message.conversation().bytes())
        .bind("direction", message.exchange().direction().name().toLowerCase(Locale.ROOT))
        .bind("peer", message.exchange().peer())
        .bind("rrpid", message.exchange().rrpid().orElse(null))
        .bind("name", message.name())
        .bind("bytes", message.bytes())
        .bind("digest", digest.orElse(null))
        .bind("at", message.at().atOffset(ZoneOffset.UTC))
        .mapTo(Long.class)
        .findOne()
        .orElseThrow(() -> new Conflict("journal: this message is there already"));
  }

  /** What is known of a peer's request: nothing, or its digest and, once made, its answer. */
  public Optional<Answered> answerTo(String peer, byte[] rrpid) {
    return handle
        .createQuery(
            """
            select request.digest, answer.bytes
            from journal request left join journal answer
              on answer.peer = request.peer and answer.rrpid = request.rrpid
              and answer.direction = 'out'
            where request.peer = :peer and request.rrpid = :rrpid and request.direction = 'in'
            """)
        .bind("peer", peer)
        .bind("rrpid", rrpid)
        .map((row, context) -> new Answered(row.getBytes(1), Optional.ofNullable(row.getBytes(2))))
        .findOne();
  }

  /** All messages of a conversation in their order. */
  public List<Entry> byConversation(ConversationKey conversation) {
    return handle
        .createQuery(ENTRY + "where conversation = :conversation order by position")
        .bind("conversation", conversation.bytes())
        .map((row, context) -> entry(row))
        .list();
  }

  /**
   * Entries after a cursor, at most {@code max}. Entries of transactions that may still be
   * overtaken by an open one wait until that one ends, so that none is ever skipped.
   */
  public List<Entry> since(Cursor cursor, int max) {
    return handle
        .createQuery(
            ENTRY
                + """
                where (written, conversation, position) > (:transaction, :conversation, :position)
                  and written < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                order by written, conversation, position limit :max
                """)
        .bind("transaction", cursor.transaction())
        .bind("conversation", HexFormat.of().parseHex(cursor.conversation()))
        .bind("position", cursor.position())
        .bind("max", max)
        .map((row, context) -> entry(row))
        .list();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    ConversationKey conversation = ConversationKey.of(row.getBytes("conversation"));
    Exchange exchange =
        new Exchange(
            Exchange.Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
            row.getString("peer"),
            Optional.ofNullable(row.getBytes("rrpid")));
    Instant at = row.getObject("at", java.time.OffsetDateTime.class).toInstant();
    return new Entry(
        new Cursor(row.getLong("written"), conversation.toString(), row.getLong("position")),
        new JournalMessage(
            conversation, exchange, row.getString("name"), row.getBytes("bytes"), at),
        row.getBytes("digest"));
  }
}
