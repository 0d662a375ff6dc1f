package openset.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The present state of each conversation, by key and kind (one purchase can be a sale and a capture
 * at one party). Every save names the version it was made from.
 */
public final class Conversations {
  private final Handle handle;

  Conversations(Handle handle) {
    this.handle = handle;
  }

  /**
   * A stored state.
   *
   * @param version from 1; 0 stands for "not yet stored" in {@link #save}
   * @param state the party's own encoding
   */
  public record Stored(long version, byte[] state) {}

  /**
   * A conversation with its state.
   *
   * @param key of the conversation
   * @param stored its version and state
   */
  public record Listed(ConversationKey key, Stored stored) {}

  /** The state, to look at only. */
  public Optional<Stored> load(ConversationKey key, String kind) {
    return load(key, kind, "");
  }

  /** The state, held against every other writer until the transaction ends. */
  public Optional<Stored> loadForUpdate(ConversationKey key, String kind) {
    return load(key, kind, " for update");
  }

  /**
   * Stores the state that follows version {@code from}.
   *
   * @param from the version it was made from, 0 for a new conversation
   * @return its new version
   * @throws Conflict when the stored version is another
   */
  public long save(ConversationKey key, String kind, long from, byte[] state) {
    String sql =
        from == 0
            ? """
              insert into conversation (key, kind, version, state)
              values (:key, :kind, :from + 1, :state) on conflict do nothing
              """
            : """
              update conversation set version = :from + 1, state = :state
              where key = :key and kind = :kind and version = :from
              """;
    int rows =
        handle
            .createUpdate(sql)
            .bind("key", key.bytes())
            .bind("kind", kind)
            .bind("from", from)
            .bind("state", state)
            .execute();
    if (rows != 1) {
      throw new Conflict("conversation: the stored version is not the one expected");
    }
    return from + 1;
  }

  /** The conversations of one kind in the order of their keys, after a key, at most {@code max}. */
  public List<Listed> list(String kind, Optional<ConversationKey> after, int max) {
    return handle
        .createQuery(
            """
            select key, version, state from conversation
            where kind = :kind and key > :after order by key limit :max
            """)
        .bind("kind", kind)
        .bind("after", after.map(ConversationKey::bytes).orElse(new byte[0]))
        .bind("max", max)
        .map(
            (row, context) ->
                new Listed(
                    ConversationKey.of(row.getBytes(1)),
                    new Stored(row.getLong(2), row.getBytes(3))))
        .list();
  }

  private Optional<Stored> load(ConversationKey key, String kind, String lock) {
    return handle
        .createQuery(
            "select version, state from conversation where key = :key and kind = :kind" + lock)
        .bind("key", key.bytes())
        .bind("kind", kind)
        .map((row, context) -> new Stored(row.getLong(1), row.getBytes(2)))
        .findOne();
  }
}
