package openset.issuer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openset.issuer.registration.Rejection;
import openset.issuer.registration.VerificationId;
import openset.store.Conflict;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Registration attempts, their verdicts and the lock of each card, within one transaction. */
public final class Verifications {
  private final Handle handle;

  /** The attempts as that transaction sees them. */
  public Verifications(Tx tx) {
    this.handle = tx.handle();
  }

  /** Where an attempt stands. */
  public enum State { ACCEPTED, REJECTED, LOCKED, PENDING }

  /**
   * One attempt.
   *
   * @param id its id
   * @param card the card it was for, known or not
   * @param content keyed hash of what was asked
   * @param state where it stands
   * @param reasons why it was rejected, for the audit only
   */
  public record Attempt(
      VerificationId id,
      CardKey card,
      ContentHash content,
      State state,
      Set<Rejection> reasons) {}

  /** An attempt made before. */
  public Optional<Attempt> find(VerificationId id) {
    return one("", id);
  }

  /** An attempt that nobody else changes until this transaction ends. */
  public Optional<Attempt> lock(VerificationId id) {
    return one(" for update", id);
  }

  /** How often the card failed since its last success; locks its count for this transaction. */
  public int lockFailures(CardKey card) {
    handle.execute(
        "insert into registration (card) values (?) on conflict do nothing",
        (Object) card.bytes());
    return handle
        .createQuery("select failures from registration where card = :card for update")
        .bind("card", card.bytes())
        .mapTo(Integer.class)
        .one();
  }

  /** Sets how often the card failed. */
  public void failures(CardKey card, int failures) {
    handle.execute("update registration set failures = ? where card = ?", failures, card.bytes());
  }

  /** Stores an attempt that is new. */
  public void add(Attempt attempt, Instant now) {
    int added =
        handle
            .createUpdate(
                """
                insert into verification (verification, card, content, state, reasons, asked)
                values (:id, :card, :content, :state, :reasons, :asked) on conflict do nothing
                """)
            .bind("id", attempt.id().value())
            .bind("card", attempt.card().bytes())
            .bind("content", attempt.content().bytes())
            .bind("state", attempt.state().name())
            .bind("reasons", written(attempt.reasons()))
            .bind("asked", now.atOffset(ZoneOffset.UTC))
            .execute();
    if (added == 0) {
      throw new Conflict("a verification stored twice at once");
    }
  }

  /** Stores what a reviewer decided on a pending attempt. */
  public void decide(VerificationId id, State state, String reviewer, Instant now) {
    Set<Rejection> reasons =
        state == State.REJECTED ? Set.of(Rejection.REFUSED_BY_REVIEWER) : Set.of();
    handle
        .createUpdate(
            """
            update verification
            set state = :state, reasons = :reasons, decided_by = :reviewer, decided = :decided
            where verification = :id and state = 'PENDING'
            """)
        .bind("id", id.value())
        .bind("state", state.name())
        .bind("reasons", written(reasons))
        .bind("reviewer", reviewer)
        .bind("decided", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The attempts that wait for a reviewer, oldest first. */
  public List<VerificationId> pending(int most) {
    return handle
        .createQuery(
            """
            select verification from verification where state = 'PENDING'
            order by asked, verification limit :most
            """)
        .bind("most", most)
        .map((row, context) -> new VerificationId(row.getString("verification")))
        .list();
  }

  private Optional<Attempt> one(String locking, VerificationId id) {
    return handle
        .createQuery(
            "select verification, card, content, state, reasons from verification"
                + " where verification = :id"
                + locking)
        .bind("id", id.value())
        .map((row, context) -> attempt(row))
        .findOne();
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    return new Attempt(
        new VerificationId(row.getString("verification")),
        new CardKey(row.getBytes("card")),
        new ContentHash(row.getBytes("content")),
        State.valueOf(row.getString("state")),
        read(row.getString("reasons")));
  }

  private static String written(Set<Rejection> reasons) {
    return reasons.stream().map(Rejection::name).sorted().collect(Collectors.joining(","));
  }

  private static Set<Rejection> read(String reasons) {
    return reasons.isEmpty()
        ? Set.of()
        : Arrays.stream(reasons.split(",")).map(Rejection::valueOf).collect(Collectors.toSet());
  }
}
