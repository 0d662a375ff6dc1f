package openset.issuer.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import openset.crypto.DigestAlgorithm;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem.Dispute.Stage;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.issuer.card.AccountId;
import openset.issuer.card.RandomDigits;
import openset.issuer.dispute.Deadlines;
import openset.issuer.dispute.Dispute;
import openset.issuer.dispute.DisputeNote;
import openset.issuer.dispute.DisputeReason;
import openset.issuer.dispute.DisputeState;
import openset.issuer.dispute.DisputeStep;
import openset.issuer.dispute.Evidence;
import openset.issuer.dispute.EvidenceVerdict;
import openset.issuer.dispute.EvidenceVerifier;
import openset.issuer.dispute.Outcome;
import openset.issuer.store.AuthorizationKey;
import openset.issuer.store.Authorizations;
import openset.issuer.store.Authorized;
import openset.issuer.store.Books;
import openset.issuer.store.Books.DisputeMove;
import openset.issuer.store.CardKey;
import openset.issuer.store.Cards;
import openset.issuer.store.ChargeBacks;
import openset.issuer.store.ChargeBacks.ChargeBack;
import openset.issuer.store.Disputes;
import openset.issuer.store.Presentments;
import openset.issuer.store.Presentments.Presented;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes disputes of posted lines in, asks for evidence, charges back, and closes them
 * (spec/host-link.md, "Disputes"). The holder has a provisional credit meanwhile, once, and never
 * of more than was posted and not credited otherwise.
 */
public final class DisputeDesk {
  private static final Logger LOG = LoggerFactory.getLogger(DisputeDesk.class);
  private static final int NUMBER_DIGITS = 12;
  private static final int KEY_OCTETS = 20;
  private static final int AT_ONCE = 100;
  private static final String LINE = "presentment/";
  private static final String CALENDAR = "calendar";

  private final Means means;
  private final EndDispute endDispute;
  private final EvidenceVerifier verifier;
  private final Runnable wake;

  /**
   * The desk.
   *
   * @param verifier says what evidence proves
   * @param wake tells that a chargeback waits to be sent
   */
  public DisputeDesk(Means means, EvidenceVerifier verifier, Runnable wake) {
    this.means = means;
    this.endDispute = new EndDispute(means);
    this.verifier = verifier;
    this.wake = wake;
  }

  /** What came of an act. */
  public enum Acted {
    /** It is done. */
    DONE,
    /** There is no such dispute or line. */
    UNKNOWN,
    /** The dispute is not where this may be done. */
    NOT_NOW,
    /** The line is disputed already, or was. */
    TWICE,
    /** More than was posted and not given back otherwise, or nothing. */
    TOO_MUCH,
    /** Its time is over. */
    TOO_LATE
  }

  /**
   * What came of a wish for a dispute.
   *
   * @param number of the dispute; none when it is not taken in
   */
  public record Intake(Acted acted, Optional<String> number) {
    private static Intake refused(Acted why) {
      return new Intake(why, Optional.empty());
    }
  }

  /**
   * A holder's wish.
   *
   * @param line the id of the statement's line
   * @param minor how much of it, in minor units
   * @param reason why
   * @param story in the holder's words
   */
  public record Wish(String line, long minor, DisputeReason reason, String story) {}

  /** Takes a dispute in and credits the holder provisionally. */
  public Intake open(AccountId account, Wish wish, String by) {
    Instant now = means.clock().instant();
    Intake intake = means.transactions().inTransaction(tx -> open(tx, account, wish, by, now));
    LOG.info("dispute of {} of account {}: {}", wish.line(), account, intake);
    return intake;
  }

  /** Notes that evidence was asked for. */
  public Acted askEvidence(String number, String by) {
    return acted(
        number,
        DisputeState.EVIDENCE_ASKED,
        act -> {
          act.step(DisputeState.EVIDENCE_ASKED, "", by);
          return Acted.DONE;
        });
  }

  /** Attaches a bundle of evidence, with what it proves. */
  public Acted attach(String number, byte[] bundle, String by) {
    Instant now = means.clock().instant();
    Optional<Dispute> found = find(number);
    if (found.isEmpty()) return Acted.UNKNOWN;
    // Outside any transaction: it may take a while.
    EvidenceVerdict said = verifier.verdict(bundle, found.get());
    boolean nobody =
        means
            .transactions()
            .inTransaction(tx -> isDeniedAndUnsigned(tx, found.get()));
    Evidence evidence =
        new Evidence(
            DigestAlgorithm.SHA256.digest(bundle), nobody ? said.ofNobody() : said, by, now);
    return act(
        number,
        act -> {
          if (act.state() == DisputeState.CLOSED) return Acted.NOT_NOW;
          act.disputes().attach(number, bundle, evidence);
          String note = DisputeNote.EVIDENCE.of(evidence.verdict().proposal().name());
          act.disputes().note(number, new DisputeStep(act.state(), note, by, now));
          return Acted.DONE;
        });
  }

  /** Charges the disputed amount back; the link does the rest. */
  public Acted chargeBack(String number, String by) {
    Acted acted =
        acted(number, DisputeState.CHARGED_BACK, act -> chargeBack(act, by));
    if (acted == Acted.DONE) wake.run();
    return acted;
  }

  /** Gives in to a representment: the purchase stands, the holder's credit is taken back. */
  public Acted accept(String number, String by) {
    return acted(number, DisputeState.ACCEPTED, act -> accept(act, by, ""));
  }

  /** Takes a represented dispute to arbitration, for all that was represented. */
  public Acted arbitrate(String number, String by) {
    Acted acted = acted(number, DisputeState.ARBITRATION, act -> arbitrate(act, by));
    if (acted == Acted.DONE) wake.run();
    return acted;
  }

  /**
   * Closes a dispute without (another) chargeback.
   *
   * @param outcome MERCHANT or WITHDRAWN before a chargeback; BANK then and after a refused one
   */
  public Acted close(String number, Outcome outcome, String by) {
    boolean allowed =
        outcome == Outcome.MERCHANT || outcome == Outcome.WITHDRAWN || outcome == Outcome.BANK;
    return acted(
        number,
        DisputeState.CLOSED,
        act -> {
          boolean before =
              act.state().isBeforeChargeback() || act.state() == DisputeState.REFUSED;
          if (!allowed || !before) return Acted.NOT_NOW;
          act.close(outcome, "", by);
          return Acted.DONE;
        });
  }

  /** Ends what the calendar ends; how many it ended. */
  public int sweep() {
    return sweep(DisputeState.CHARGED_BACK, Deadlines.REPRESENTMENT)
        + sweep(DisputeState.REPRESENTED, Deadlines.ARBITRATION)
        + sweep(DisputeState.ARBITRATION, Deadlines.RULING);
  }

  /** A dispute with all that is known of it. */
  public Optional<DisputeView> view(String number) {
    return means
        .transactions()
        .inTransaction(
            tx -> {
              Disputes disputes = new Disputes(tx, means.secrets());
              return disputes
                  .find(number)
                  .map(
                      found ->
                          new DisputeView(
                              found, disputes.steps(number), disputes.evidence(number)));
            });
  }

  /** The disputes of an account, the newest first. */
  public List<Dispute> of(AccountId account) {
    return means
        .transactions()
        .inTransaction(tx -> new Disputes(tx, means.secrets()).of(account));
  }

  private Optional<Dispute> find(String number) {
    return means
        .transactions()
        .inTransaction(tx -> new Disputes(tx, means.secrets()).find(number));
  }

  private Intake open(Tx tx, AccountId account, Wish wish, String by, Instant now) {
    if (new Cards(tx, means.secrets()).lock(account).isEmpty()) {
      return Intake.refused(Acted.UNKNOWN);
    }
    Optional<Presented> found = line(tx, account, wish.line());
    if (found.isEmpty()) return Intake.refused(Acted.UNKNOWN);
    Presented line = found.get();
    Presentments presentments = new Presentments(tx);
    String acquirer = line.authorization().acquirer();
    Disputes disputes = new Disputes(tx, means.secrets());
    if (disputes.isDisputed(line.item(), acquirer)) return Intake.refused(Acted.TWICE);
    Instant posted = presentments.when(line.item(), acquirer).orElseThrow();
    boolean late = Deadlines.CHARGEBACK.isOver(posted, now);
    if (late || new ChargeBacks(tx).named(line.authorization()).isEmpty()) {
      return Intake.refused(Acted.TOO_LATE);
    }
    long most = Math.min(line.what().amount().minor(), free(tx, line.authorization()));
    boolean gone = presentments.isReversed(line.item(), acquirer);
    if (gone || wish.minor() < 1 || wish.minor() > most) return Intake.refused(Acted.TOO_MUCH);
    Dispute dispute = dispute(account, line, wish, now);
    disputes.add(dispute);
    String note =
        isDeniedAndUnsigned(tx, dispute) ? DisputeNote.NOBODY_SIGNED.text() : "";
    disputes.note(dispute.number(), new DisputeStep(DisputeState.OPENED, note, by, now));
    new Books(tx, now).dispute(DisputeMove.PROVISIONAL, dispute, "OPEN", wish.minor());
    return new Intake(Acted.DONE, Optional.of(dispute.number()));
  }

  /** HL-98: nobody but a signature says that a holder bought what it says it did not. */
  private static boolean isDeniedAndUnsigned(Tx tx, Dispute dispute) {
    Dispute.Line line = dispute.line();
    return dispute.claim().reason() == DisputeReason.NOT_AUTHORIZED
        && new Authorizations(tx)
            .isUnauthenticated(new AuthorizationKey(line.exchange(), line.acquirer()));
  }

  private Dispute dispute(AccountId account, Presented line, Wish wish, Instant now) {
    AuthorizationKey authorization = line.authorization();
    return new Dispute(
        "D" + RandomDigits.of(NUMBER_DIGITS, means.randomness()),
        account,
        new Dispute.Line(line.item(), authorization.exchange(), authorization.acquirer()),
        new Dispute.Claim(
            new Amount(wish.minor(), line.what().amount().currency()),
            wish.reason(),
            wish.story()),
        new Dispute.Standing(
            DisputeState.OPENED, now, Optional.empty(), wish.minor(), now));
  }

  /** The posted capture that a line of the account's own statement shows. */
  private Optional<Presented> line(Tx tx, AccountId account, String id) {
    String[] parts = id.split("/");
    boolean capture =
        id.startsWith(LINE) && parts.length == 3 && parts[2].matches("([0-9a-f]{2}){20,24}");
    if (!capture) return Optional.empty();
    Optional<CardKey> card = new Cards(tx, means.secrets()).keyOf(account);
    return new Presentments(tx)
        .find(Octets.ofHex(parts[2]), parts[1])
        .filter(each -> each.response() == ResponseCode.APPROVED)
        .filter(each -> each.what().kind() == Kind.CAPTURE)
        .filter(each -> isOf(tx, each.authorization(), card));
  }

  private static boolean isOf(Tx tx, AuthorizationKey key, Optional<CardKey> card) {
    return card.isPresent()
        && new Authorizations(tx).find(key).flatMap(Authorized::card).equals(card);
  }

  /** How much of an authorization nobody has given back or claims already, in minor units. */
  private long free(Tx tx, AuthorizationKey authorization) {
    long claimed =
        new Disputes(tx, means.secrets())
            .uncharged(authorization).stream()
                .mapToLong(each -> each.standing().suspenseMinor())
                .sum();
    return new Presentments(tx).moved(authorization).creditable()
        - new ChargeBacks(tx).pending(authorization)
        - claimed;
  }

  private Acted chargeBack(Act act, String by) {
    Dispute dispute = act.dispute();
    Instant posted =
        new Presentments(act.tx())
            .when(dispute.line().item(), dispute.line().acquirer())
            .orElseThrow();
    if (Deadlines.CHARGEBACK.isOver(posted, act.now())) return Acted.TOO_LATE;
    send(act, Stage.FIRST, dispute.claim().amount().minor());
    act.step(DisputeState.CHARGED_BACK, "", by);
    return Acted.DONE;
  }

  private Acted arbitrate(Act act, String by) {
    if (Deadlines.ARBITRATION.isOver(act.dispute().standing().since(), act.now())) {
      return Acted.TOO_LATE;
    }
    // In suspense is just what was represented.
    send(act, Stage.ARBITRATION, act.dispute().standing().suspenseMinor());
    act.step(DisputeState.ARBITRATION, "", by);
    return Acted.DONE;
  }

  private void send(Act act, Stage stage, long minor) {
    Octets key = Octets.of(means.randomness().bytes(KEY_OCTETS));
    String number = act.dispute().number();
    Optional<Long> asked = Convert.charged(act.tx(), act.dispute(), stage, minor);
    new ChargeBacks(act.tx())
        .add(number, new ChargeBack(stage, key, minor, asked, Optional.empty()));
    act.tx().outbox().add(SendChargeBack.effect(number, stage), act.now());
  }

  private Acted accept(Act act, String by, String note) {
    act.step(DisputeState.ACCEPTED, note, by);
    act.close(Outcome.MERCHANT, note, by);
    return Acted.DONE;
  }

  private int sweep(DisputeState state, Deadlines deadline) {
    Instant now = means.clock().instant();
    int ended = 0;
    Instant before = deadline.overBefore(now);
    List<String> waiting =
        means
            .transactions()
            .inTransaction(
                tx -> new Disputes(tx, means.secrets()).waiting(state, before, AT_ONCE));
    for (String number : waiting) {
      if (act(number, act -> end(act, state)) == Acted.DONE) ended++;
    }
    return ended;
  }

  private Acted end(Act act, DisputeState state) {
    if (act.state() != state) return Acted.NOT_NOW;
    String over = DisputeNote.TIME_OVER.text();
    if (state == DisputeState.REPRESENTED) return accept(act, CALENDAR, over);
    // A chargeback that nobody has answered yet has not begun its time.
    Stage stage = state == DisputeState.CHARGED_BACK ? Stage.FIRST : Stage.ARBITRATION;
    boolean taken =
        new ChargeBacks(act.tx())
            .find(act.dispute().number(), stage)
            .filter(ChargeBack::isTaken)
            .isPresent();
    if (!taken) return Acted.NOT_NOW;
    act.close(Outcome.HOLDER, over, CALENDAR);
    return Acted.DONE;
  }

  private Acted acted(String number, DisputeState next, Function<Act, Acted> work) {
    return act(
        number,
        act -> act.state().next().contains(next) ? work.apply(act) : Acted.NOT_NOW);
  }

  private Acted act(String number, Function<Act, Acted> work) {
    Instant now = means.clock().instant();
    Acted acted =
        means
            .transactions()
            .inTransaction(
                tx -> {
                  Disputes disputes = new Disputes(tx, means.secrets());
                  Optional<Dispute> seen = disputes.find(number);
                  if (seen.isEmpty()) return Acted.UNKNOWN;
                  // The card first, as everywhere.
                  new Cards(tx, means.secrets()).lock(seen.get().account());
                  return work.apply(new Act(tx, disputes.lock(number).orElseThrow(), now));
                });
    LOG.info("dispute {}: {}", number, acted);
    return acted;
  }

  /** A dispute that is locked, within a transaction. */
  private final class Act {
    private final Tx tx;
    private final Instant now;
    private Dispute dispute;

    Act(Tx tx, Dispute dispute, Instant now) {
      this.tx = tx;
      this.dispute = dispute;
      this.now = now;
    }

    Tx tx() {
      return tx;
    }

    Instant now() {
      return now;
    }

    Dispute dispute() {
      return dispute;
    }

    DisputeState state() {
      return dispute.standing().state();
    }

    Disputes disputes() {
      return new Disputes(tx, means.secrets());
    }

    void step(DisputeState state, String note, String by) {
      long suspense = dispute.standing().suspenseMinor();
      disputes().step(dispute.number(), suspense, new DisputeStep(state, note, by, now));
      dispute = disputes().lock(dispute.number()).orElseThrow();
    }

    void close(Outcome outcome, String note, String by) {
      DisputeStep step = new DisputeStep(DisputeState.CLOSED, note, by, now);
      endDispute.close(tx, dispute, outcome, step);
    }
  }
}
