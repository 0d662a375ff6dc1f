package openset.issuer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import openset.iso8583.host.Amount;
import openset.iso8583.host.Octets;
import openset.issuer.card.AccountId;
import openset.issuer.dispute.Dispute;
import openset.issuer.dispute.DisputeReason;
import openset.issuer.dispute.DisputeState;
import openset.issuer.dispute.DisputeStep;
import openset.issuer.dispute.Evidence;
import openset.issuer.dispute.EvidenceVerdict;
import openset.issuer.dispute.EvidenceVerdict.Finding;
import openset.issuer.dispute.EvidenceVerdict.Proposal;
import openset.issuer.dispute.Outcome;
import openset.store.Conflict;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Disputes, their steps and their evidence, within one transaction. */
public final class Disputes {
  private final Handle handle;
  private final Secrets secrets;

  /** The disputes as that transaction sees them. */
  public Disputes(Tx tx, Secrets secrets) {
    this.handle = tx.handle();
    this.secrets = secrets;
  }

  /** Whether a line is disputed, or was and the holder got nothing out of it. */
  public boolean isDisputed(Octets item, String acquirer) {
    return handle
        .createQuery(
            """
            select exists (select from dispute where item = :item and acquirer = :acquirer
              and (outcome is null or outcome not in ('WITHDRAWN', 'CREDITED')))
            """)
        .bind("item", item.bytes())
        .bind("acquirer", acquirer)
        .mapTo(Boolean.class)
        .one();
  }

  /** Adds one. */
  public void add(Dispute dispute) {
    int added =
        handle
            .createUpdate(
                """
                insert into dispute (number, account, item, acquirer, exchange, minor, currency,
                    reason, story, state, since, suspense_minor, opened)
                values (:number, :account, :item, :acquirer, :exchange, :minor, :currency,
                    :reason, :story, :state, :since, :suspense, :opened)
                on conflict do nothing
                """)
            .bind("number", dispute.number())
            .bind("account", dispute.account().value())
            .bind("item", dispute.line().item().bytes())
            .bind("acquirer", dispute.line().acquirer())
            .bind("exchange", dispute.line().exchange().bytes())
            .bind("minor", dispute.claim().amount().minor())
            .bind("currency", dispute.claim().amount().currency())
            .bind("reason", dispute.claim().reason().code())
            .bind("story", secrets.sealStory(dispute.number(), dispute.claim().story()))
            .bind("state", dispute.standing().state().name())
            .bind("since", dispute.standing().since().atOffset(ZoneOffset.UTC))
            .bind("suspense", dispute.standing().suspenseMinor())
            .bind("opened", dispute.standing().opened().atOffset(ZoneOffset.UTC))
            .execute();
    if (added == 0) throw new Conflict("a line disputed twice at once");
  }

  /** One as it is now. */
  public Optional<Dispute> find(String number) {
    return handle
        .createQuery("select * from dispute where number = :number")
        .bind("number", number)
        .map((row, context) -> dispute(row))
        .findOne();
  }

  /** One that nobody else changes until this transaction ends; the card is locked before. */
  public Optional<Dispute> lock(String number) {
    return handle
        .createQuery("select * from dispute where number = :number for update")
        .bind("number", number)
        .map((row, context) -> dispute(row))
        .findOne();
  }

  /** Moves one to where it comes, and writes the step down. */
  public void step(String number, long suspenseMinor, DisputeStep step) {
    handle.execute(
        "update dispute set state = ?, since = ?, suspense_minor = ? where number = ?",
        step.state().name(),
        step.at().atOffset(ZoneOffset.UTC),
        suspenseMinor,
        number);
    note(number, step);
  }

  /** Closes one; nothing is in suspense any more. */
  public void close(String number, Outcome outcome, DisputeStep step) {
    handle.execute(
        "update dispute set state = 'CLOSED', since = ?, suspense_minor = 0, outcome = ?"
            + " where number = ?",
        step.at().atOffset(ZoneOffset.UTC),
        outcome.name(),
        number);
    note(number, step);
  }

  /** Writes something down that changes nothing of where it stands. */
  public void note(String number, DisputeStep step) {
    handle.execute(
        "insert into dispute_step (number, step, state, note, done_by, done)"
            + " select ?, coalesce(max(step), 0) + 1, ?, ?, ?, ? from dispute_step"
            + " where number = ?",
        number,
        step.state().name(),
        step.note(),
        step.by(),
        step.at().atOffset(ZoneOffset.UTC),
        number);
  }

  /** The steps of one, the oldest first. */
  public List<DisputeStep> steps(String number) {
    return handle
        .createQuery("select * from dispute_step where number = :number order by step")
        .bind("number", number)
        .map(
            (row, context) ->
                new DisputeStep(
                    DisputeState.valueOf(row.getString("state")),
                    row.getString("note"),
                    row.getString("done_by"),
                    at(row, "done")))
        .list();
  }

  /** The disputes of an account, the newest first. */
  public List<Dispute> of(AccountId account) {
    return handle
        .createQuery("select * from dispute where account = :account order by opened desc, number")
        .bind("account", account.value())
        .map((row, context) -> dispute(row))
        .list();
  }

  /** The open disputes of an authorization that no chargeback covers yet, the newest first. */
  public List<Dispute> uncharged(AuthorizationKey authorization) {
    return handle
        .createQuery(
            """
            select * from dispute
            where exchange = :exchange and acquirer = :acquirer
              and state in ('OPENED', 'EVIDENCE_ASKED', 'REFUSED')
            order by opened desc, number
            """)
        .bind("exchange", authorization.exchange().bytes())
        .bind("acquirer", authorization.acquirer())
        .map((row, context) -> dispute(row))
        .list();
  }

  /** Numbers of those that came to a state before a time, the oldest first, at most so many. */
  public List<String> waiting(DisputeState state, Instant before, int most) {
    return handle
        .createQuery(
            """
            select number from dispute where state = :state and since < :before
            order by since limit :most
            """)
        .bind("state", state.name())
        .bind("before", before.atOffset(ZoneOffset.UTC))
        .bind("most", most)
        .mapTo(String.class)
        .list();
  }

  /** Attaches a bundle. */
  public void attach(String number, byte[] bundle, Evidence evidence) {
    handle
        .createUpdate(
            """
            insert into dispute_evidence (number, place, bundle, digest, proposal, findings,
                attached_by, attached)
            select :number, coalesce(max(place), 0) + 1, :bundle, :digest, :proposal, :findings,
                   :by, :at
            from dispute_evidence where number = :number
            """)
        .bind("number", number)
        .bind("bundle", secrets.sealBundle(number, bundle))
        .bind("digest", evidence.digest())
        .bind("proposal", evidence.verdict().proposal().name())
        .bind("findings", written(evidence.verdict().findings()))
        .bind("by", evidence.by())
        .bind("at", evidence.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** What is attached to one, the oldest first. */
  public List<Evidence> evidence(String number) {
    return handle
        .createQuery("select * from dispute_evidence where number = :number order by place")
        .bind("number", number)
        .map(
            (row, context) ->
                new Evidence(
                    row.getBytes("digest"),
                    new EvidenceVerdict(
                        Proposal.valueOf(row.getString("proposal")),
                        read(row.getString("findings"))),
                    row.getString("attached_by"),
                    at(row, "attached")))
        .list();
  }

  /** A line each: a sign, the English, a tab, the Chinese; no finding has either within. */
  private static String written(List<Finding> findings) {
    return findings.stream()
        .map(each -> (each.proved() ? "+" : "-") + each.en() + "\t" + each.zh())
        .collect(Collectors.joining("\n"));
  }

  private static List<Finding> read(String findings) {
    if (findings.isEmpty()) return List.of();
    return Arrays.stream(findings.split("\n"))
        .map(Disputes::finding)
        .toList();
  }

  private static Finding finding(String line) {
    int tab = line.indexOf('\t');
    return new Finding(line.startsWith("+"), line.substring(1, tab), line.substring(tab + 1));
  }

  private Dispute dispute(ResultSet row) throws SQLException {
    String number = row.getString("number");
    return new Dispute(
        number,
        new AccountId(row.getObject("account", UUID.class)),
        new Dispute.Line(
            Octets.of(row.getBytes("item")),
            Octets.of(row.getBytes("exchange")),
            row.getString("acquirer")),
        new Dispute.Claim(
            new Amount(row.getLong("minor"), row.getInt("currency")),
            DisputeReason.of(row.getString("reason")).orElseThrow(),
            secrets.story(number, row.getBytes("story"))),
        new Dispute.Standing(
            DisputeState.valueOf(row.getString("state")),
            at(row, "since"),
            Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
            row.getLong("suspense_minor"),
            at(row, "opened")));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
