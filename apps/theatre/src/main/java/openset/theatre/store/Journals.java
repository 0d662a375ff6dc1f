package openset.theatre.store;

import java.util.List;
import openset.store.ConversationKey;
import openset.store.Database;
import openset.store.Journal;

/** The journals of the participants that speak SET: each message with its exact bytes. */
public final class Journals {
  private Journals() {}

  /** All messages of one conversation of a participant, in their order. */
  public static List<Journal.Entry> of(Database participant, byte[] conversation) {
    return participant
        .transactions()
        .inTransaction(tx -> tx.journal().byConversation(ConversationKey.of(conversation)));
  }

  /** A number that grows whenever something is journalled. */
  public static long newest(Database participant) {
    return participant
        .transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .createQuery("select coalesce(max(written), 0) from journal")
                    .mapTo(Long.class)
                    .one());
  }

  /**
   * Conversations in which a message of this name went out.
   *
   * @param conversations their keys
   * @param newest for the next call: the transaction that wrote the last of them
   */
  public record Found(List<byte[]> conversations, long newest) {}

  /** Those of transactions after {@code after}, at most {@code max}, in their order. */
  public static Found sent(Database participant, String name, long after, int max) {
    return participant
        .transactions()
        .inTransaction(
            tx -> {
              long[] newest = {after};
              List<byte[]> keys =
                  tx.handle()
                      .createQuery(
                          """
                          select conversation, written from journal
                          where written > :after and name = :name and direction = 'out'
                            and written < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                          order by written limit :max
                          """)
                      .bind("after", after)
                      .bind("name", name)
                      .bind("max", max)
                      .map(
                          (row, context) -> {
                            newest[0] = Math.max(newest[0], row.getLong(2));
                            return row.getBytes(1);
                          })
                      .list();
              return new Found(keys, newest[0]);
            });
  }
}
