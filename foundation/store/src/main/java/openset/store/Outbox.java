package openset.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Effects that wait for being performed. They are added in the transaction that decides them,
 * claimed in a short one of their own, performed outside any, and marked done in the transaction
 * that stores what came of them. So an effect survives every crash and is performed at least once.
 */
public final class Outbox {
  private final Handle handle;

  Outbox(Handle handle) {
    this.handle = handle;
  }

  /** Adds an effect that is due at the given instant. */
  public Effect.Id add(Effect effect, Instant due) {
    long sequence =
        handle
            .createQuery(
                """
                insert into outbox (conversation, sequence, kind, destination, payload, due)
                select :conversation, coalesce(max(sequence), 0) + 1,
                       :kind, :destination, :payload, :due
                from outbox where conversation = :conversation
                on conflict do nothing returning sequence
                """)
            .bind("conversation", effect.conversation().bytes())
            .bind("kind", effect.kind())
            .bind("destination", effect.destination())
            .bind("payload", effect.payload())
            .bind("due", at(due))
            .mapTo(Long.class)
            .findOne()
            .orElseThrow(() -> new Conflict("outbox: two effects at the same time"));
    return new Effect.Id(effect.conversation(), sequence);
  }

  /**
   * Hands out due effects, oldest first, each to one claimant only. Commit this at once: a claim
   * holds by its {@code until}, not by a lock.
   */
  public List<Effect.Claimed> claimDue(Effect.Claim claim) {
    return claimDue(handle.createQuery(claiming("")), claim);
  }

  /** The same, of conversations of one kind alone: others share the database, and do their own. */
  public List<Effect.Claimed> claimDue(String kind, Effect.Claim claim) {
    String own =
        """
        and exists (select from conversation as c
          where c.key = outbox.conversation and c.kind = :kind)
        """;
    return claimDue(handle.createQuery(claiming(own)).bind("kind", kind), claim);
  }

  private static String claiming(String which) {
    return """
        with ready as (
          select conversation, sequence, due from outbox
          where state = 'waiting' and due <= :now %s
          order by due, conversation, sequence
          limit :max for update skip locked)
        , claimed as (
          update outbox set attempts = attempts + 1, due = :until, node = :node
          from ready
          where outbox.conversation = ready.conversation and outbox.sequence = ready.sequence
          returning outbox.conversation, outbox.sequence, outbox.kind, outbox.destination,
                    outbox.payload, outbox.attempts, ready.due)
        select * from claimed order by due, conversation, sequence
        """
        .formatted(which);
  }

  private static List<Effect.Claimed> claimDue(Query query, Effect.Claim claim) {
    return query
        .bind("now", at(claim.now()))
        .bind("until", at(claim.until()))
        .bind("node", claim.node())
        .bind("max", claim.max())
        .map((row, context) -> claimed(row))
        .list();
  }

  /** Marks an effect done and forgets its payload; doing so again changes nothing. */
  public void done(Effect.Id id) {
    handle
        .createUpdate(
            """
            update outbox set state = 'done', payload = ''
            where conversation = :conversation and sequence = :sequence and state = 'waiting'
            """)
        .bind("conversation", id.conversation().bytes())
        .bind("sequence", id.sequence())
        .execute();
  }

  /** Whether it is not done; locks it until the transaction ends. */
  public boolean isWaiting(Effect.Id id) {
    return handle
        .createQuery(
            """
            select state = 'waiting' from outbox
            where conversation = :conversation and sequence = :sequence for update
            """)
        .bind("conversation", id.conversation().bytes())
        .bind("sequence", id.sequence())
        .mapTo(Boolean.class)
        .findOne()
        .orElse(false);
  }

  /** Gives a claimed effect back, to be handed out again from the given instant on. */
  public void postpone(Effect.Id id, Instant due) {
    handle
        .createUpdate(
            """
            update outbox set due = :due, node = null
            where conversation = :conversation and sequence = :sequence and state = 'waiting'
            """)
        .bind("conversation", id.conversation().bytes())
        .bind("sequence", id.sequence())
        .bind("due", at(due))
        .execute();
  }

  /** Makes postponed effects of one kind due at once, as when what they waited for has come. */
  public int hasten(String kind, Instant now) {
    return handle
        .createUpdate(
            """
            update outbox set due = :now
            where kind = :kind and state = 'waiting' and node is null and due > :now
            """)
        .bind("now", at(now))
        .bind("kind", kind)
        .execute();
  }

  /** Marks all waiting effects of one kind done, as for a timer that is no longer needed. */
  public int cancel(ConversationKey conversation, String kind) {
    return handle
        .createUpdate(
            """
            update outbox set state = 'done', payload = ''
            where conversation = :conversation and kind = :kind and state = 'waiting'
            """)
        .bind("conversation", conversation.bytes())
        .bind("kind", kind)
        .execute();
  }

  /** After a crash: makes due at once what this node had claimed and not finished. */
  public int release(String node, Instant now) {
    return handle
        .createUpdate(
            "update outbox set due = :now, node = null where state = 'waiting' and node = :node")
        .bind("now", at(now))
        .bind("node", node)
        .execute();
  }

  /** When the next waiting effect is due; none when nothing waits. */
  public Optional<Instant> nextDue() {
    return handle
        .createQuery("select due from outbox where state = 'waiting' order by due limit 1")
        .mapTo(OffsetDateTime.class)
        .findOne()
        .map(OffsetDateTime::toInstant);
  }

  /** How many effects wait. */
  public long waiting() {
    return handle
        .createQuery("select count(*) from outbox where state = 'waiting'")
        .mapTo(Long.class)
        .one();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Effect.Claimed claimed(ResultSet row) throws SQLException {
    ConversationKey conversation = ConversationKey.of(row.getBytes("conversation"));
    return new Effect.Claimed(
        new Effect.Id(conversation, row.getLong("sequence")),
        new Effect(
            conversation,
            row.getString("kind"),
            row.getString("destination"),
            row.getBytes("payload")),
        row.getInt("attempts"));
  }
}
