package openset.acquirer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.acquirer.dispute.DisputeState;
import openset.acquirer.dispute.MovedBy;
import openset.acquirer.dispute.Mover;
import openset.iso8583.host.Octets;
import openset.ledger.Money;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Disputes, each step of them, and the proofs that merchants brought. */
public final class Disputes {
  private final Handle handle;

  private Disputes(Handle handle) {
    this.handle = handle;
  }

  /** The disputes in a transaction. */
  public static Disputes in(Tx tx) {
    return new Disputes(tx.handle());
  }

  /**
   * One step of a dispute: what the merchant is told.
   *
   * @param number rises over all disputes
   * @param state what the dispute became by it
   * @param amount what moved, if money did
   * @param by who did it
   */
  public record Step(
      long number, Dispute.Name name, DisputeState state, Money amount, Mover by, Instant at) {}

  /**
   * What a merchant proves something with.
   *
   * @param octets the file
   * @param digest its SHA-256
   */
  public record Evidence(byte[] octets, Octets digest, Instant at) {}

  /** Opens a dispute. */
  public void open(Dispute dispute, Instant now) {
    handle
        .createUpdate(
            """
            insert into dispute (issuer, number, original, capture, merchant, reason, amount,
              currency, state, due, opened)
            values (:issuer, :number, :original, :capture, :merchant, :reason, :amount,
              :currency, :state, :due, :now)
            """)
        .bind("issuer", dispute.name().issuer())
        .bind("number", dispute.name().number())
        .bind("original", dispute.about().original().bytes())
        .bind("capture", dispute.about().capture().bytes())
        .bind("merchant", dispute.about().merchant())
        .bind("reason", dispute.reason())
        .bind("amount", dispute.amount().minorUnits())
        .bind("currency", dispute.amount().currency())
        .bind("state", dispute.state().name())
        .bind("due", dispute.due().orElse(null))
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
    step(dispute, Mover.of(MovedBy.ISSUER), now);
  }

  /** Writes where a dispute stands now, and the step by which it came there. */
  public void become(Dispute dispute, Mover by, Instant now) {
    handle
        .createUpdate(
            """
            update dispute set state = :state, due = :due, amount = :amount
            where issuer = :issuer and number = :number
            """)
        .bind("issuer", dispute.name().issuer())
        .bind("number", dispute.name().number())
        .bind("state", dispute.state().name())
        .bind("due", dispute.due().orElse(null))
        .bind("amount", dispute.amount().minorUnits())
        .execute();
    step(dispute, by, now);
  }

  private void step(Dispute dispute, Mover by, Instant now) {
    handle
        .createUpdate(
            """
            insert into dispute_step (issuer, dispute, merchant, state, amount, currency, by,
              person, at)
            values (:issuer, :number, :merchant, :state, :amount, :currency, :by, :person, :at)
            """)
        .bind("issuer", dispute.name().issuer())
        .bind("number", dispute.name().number())
        .bind("merchant", dispute.about().merchant())
        .bind("state", dispute.state().name())
        .bind("amount", dispute.amount().minorUnits())
        .bind("currency", dispute.amount().currency())
        .bind("by", by.by().name())
        .bind("person", by.person().orElse(null))
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** A dispute, locked until the transaction ends. */
  public Optional<Dispute> lock(Dispute.Name name) {
    return find(name, " for update");
  }

  /** A dispute. */
  public Optional<Dispute> find(Dispute.Name name) {
    return find(name, "");
  }

  private Optional<Dispute> find(Dispute.Name name, String how) {
    return handle
        .createQuery("select * from dispute where issuer = :issuer and number = :number" + how)
        .bind("issuer", name.issuer())
        .bind("number", name.number())
        .map((row, _) -> dispute(row))
        .findOne();
  }

  /** Disputes whose time was over before a day. */
  public List<Dispute.Name> overdue(LocalDate day) {
    return handle
        .createQuery("select issuer, number from dispute where due < :day order by due")
        .bind("day", day)
        .map((row, _) -> new Dispute.Name(row.getString(1), row.getString(2)))
        .list();
  }

  /** The steps of one dispute, the oldest first. */
  public List<Step> steps(Dispute.Name name) {
    return handle
        .createQuery(
            """
            select * from dispute_step where issuer = :issuer and dispute = :number
            order by step
            """)
        .bind("issuer", name.issuer())
        .bind("number", name.number())
        .map((row, _) -> step(row))
        .list();
  }

  /** The steps of all of a merchant's disputes after a number, the oldest first. */
  public List<Step> stepsAfter(String merchant, long after, int most) {
    return handle
        .createQuery(
            """
            select * from dispute_step where merchant = :merchant and step > :after
            order by step limit :most
            """)
        .bind("merchant", merchant)
        .bind("after", after)
        .bind("most", most)
        .map((row, _) -> step(row))
        .list();
  }

  /** Keeps what a merchant proves something with. */
  public void add(Dispute.Name name, Evidence evidence) {
    handle
        .createUpdate(
            """
            insert into dispute_evidence (issuer, dispute, digest, octets, at)
            values (:issuer, :number, :digest, :octets, :at) on conflict do nothing
            """)
        .bind("issuer", name.issuer())
        .bind("number", name.number())
        .bind("digest", evidence.digest().bytes())
        .bind("octets", evidence.octets())
        .bind("at", evidence.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** What was brought in a dispute, the oldest first. */
  public List<Evidence> evidence(Dispute.Name name) {
    return handle
        .createQuery(
            """
            select * from dispute_evidence where issuer = :issuer and dispute = :number
            order by at
            """)
        .bind("issuer", name.issuer())
        .bind("number", name.number())
        .map(
            (row, _) ->
                new Evidence(
                    row.getBytes("octets"),
                    Octets.of(row.getBytes("digest")),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static Step step(ResultSet row) throws SQLException {
    return new Step(
        row.getLong("step"),
        new Dispute.Name(row.getString("issuer"), row.getString("dispute")),
        DisputeState.valueOf(row.getString("state")),
        new Money(row.getInt("currency"), row.getLong("amount")),
        new Mover(
            MovedBy.valueOf(row.getString("by")),
            Optional.ofNullable(row.getString("person"))),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  /** A dispute of a row of its table. */
  public static Dispute dispute(ResultSet row) throws SQLException {
    Dispute.About about =
        new Dispute.About(
            Octets.of(row.getBytes("original")),
            Octets.of(row.getBytes("capture")),
            row.getString("merchant"));
    return new Dispute(
        new Dispute.Name(row.getString("issuer"), row.getString("number")),
        about,
        row.getString("reason"),
        new Money(row.getInt("currency"), row.getLong("amount")),
        DisputeState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getObject("due", LocalDate.class)));
  }
}
