package openset.issuer.desk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Stans;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Dispute.Stage;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.Trace;
import openset.issuer.dispute.Dispute;
import openset.issuer.dispute.DisputeNote;
import openset.issuer.dispute.DisputeState;
import openset.issuer.dispute.DisputeStep;
import openset.issuer.exchange.Foreign;
import openset.issuer.exchange.store.ForeignPurchases;
import openset.issuer.exchange.store.ForeignPurchases.ForeignItem;
import openset.issuer.store.AuthorizationKey;
import openset.issuer.store.Books;
import openset.issuer.store.Books.DisputeMove;
import openset.issuer.store.Cards;
import openset.issuer.store.ChargeBacks;
import openset.issuer.store.ChargeBacks.ChargeBack;
import openset.issuer.store.ChargeBacks.Named;
import openset.issuer.store.ContentHash;
import openset.issuer.store.Disputes;
import openset.issuer.store.Presentments;
import openset.issuer.store.Presentments.Presented;
import openset.issuer.store.Presentments.What;
import openset.store.ConversationKey;
import openset.store.Effect;
import openset.store.Tx;
import openset.store.counter.Counters;
import openset.store.delivery.Performer.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends chargebacks to the clearing house until its answer is final, and books what the acquirer
 * took.
 */
public final class SendChargeBack {
  private static final Logger LOG = LoggerFactory.getLogger(SendChargeBack.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String KIND = "chargeback";

  private final Means means;
  private final Optional<IsoLink> clearing;
  private final String institution;
  private final Stans stans;

  /**
   * A sender.
   *
   * @param clearing the link to the clearing house; without one everything waits
   * @param institution the issuer's own code
   */
  public SendChargeBack(Means means, Optional<IsoLink> clearing, String institution) {
    this.means = means;
    this.clearing = clearing;
    this.institution = institution;
    this.stans =
        Stans.of(
            count ->
                means
                    .transactions()
                    .inTransaction(tx -> Counters.in(tx).reserve("stan", count)));
  }

  /** The effect that sends the chargeback of a stage. */
  static Effect effect(String number, Stage stage) {
    return new Effect(
        ConversationKey.of(number.getBytes(StandardCharsets.US_ASCII)),
        KIND,
        "clearing",
        stage.name().getBytes(StandardCharsets.US_ASCII));
  }

  /** A dispute and the chargeback of one of its stages. */
  private record Waiting(
      Dispute dispute, ChargeBack chargeback, Named named, Optional<Foreign> foreign) {
    AuthorizationKey key() {
      return new AuthorizationKey(dispute.line().exchange(), dispute.line().acquirer());
    }
  }

  /** Sends one. */
  public Outcome deliver(Effect.Claimed claimed) {
    String number =
        new String(claimed.effect().conversation().bytes(), StandardCharsets.US_ASCII);
    Stage stage =
        Stage.valueOf(new String(claimed.effect().payload(), StandardCharsets.US_ASCII));
    if (clearing.isEmpty()) {
      LOG.error("dispute {}: there is no link to the clearing house", number);
      return Outcome.AGAIN;
    }
    Waiting waiting = means.transactions().inTransaction(tx -> waiting(tx, number, stage));
    ClearingItem item = item(waiting);
    IsoMessage first = item.toMessage();
    IsoMessage message = claimed.attempts() > 1 ? first.as(first.mti().repeat()) : first;
    if (!(clearing.get().ask(message, PATIENCE) instanceof Answer.Answered(IsoMessage said))) {
      return Outcome.AGAIN;
    }
    Optional<AdviceAnswer> answer = answer(said);
    if (answer.isEmpty()) return Outcome.AGAIN;
    means
        .transactions()
        .perform(
            tx -> {
              answered(tx, waiting, item, answer.get());
              tx.outbox().done(claimed.id());
            });
    return Outcome.DONE;
  }

  /** What was said for good; one that took it names its cycle. */
  private static Optional<AdviceAnswer> answer(IsoMessage said) {
    try {
      AdviceAnswer answer = AdviceAnswer.of(said);
      boolean taken = answer.code() == ResponseCode.APPROVED;
      return answer.isFinal() && (!taken || answer.cycle().isPresent())
          ? Optional.of(answer)
          : Optional.empty();
    } catch (MalformedMessage e) {
      LOG.error("the clearing house answers a chargeback malformed: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private Waiting waiting(Tx tx, String number, Stage stage) {
    Dispute dispute = new Disputes(tx, means.secrets()).find(number).orElseThrow();
    ChargeBacks chargebacks = new ChargeBacks(tx);
    AuthorizationKey key =
        new AuthorizationKey(dispute.line().exchange(), dispute.line().acquirer());
    return new Waiting(
        dispute,
        chargebacks.find(number, stage).orElseThrow(),
        chargebacks.named(key).orElseThrow(),
        new ForeignPurchases(tx).find(key));
  }

  private ClearingItem item(Waiting waiting) {
    Dispute dispute = waiting.dispute();
    Named named = waiting.named();
    FinancialAdvice advice =
        new FinancialAdvice(
            Trace.at(means.clock().instant(), stans.next()),
            amount(waiting),
            named.acceptor(),
            named.approval(),
            Purchase.of(waiting.chargeback().item(), named.xid()),
            Optional.of(institution));
    ClearingItem.Dispute tags =
        new ClearingItem.Dispute(
            dispute.number(), dispute.claim().reason().code(), waiting.chargeback().stage());
    return ClearingItem.disputed(Kind.CHARGEBACK, advice, dispute.line().item(), tags)
        .with(
            waiting
                .foreign()
                .map(each -> each.conversion(waiting.chargeback().minor())));
  }

  private static Amount amount(Waiting waiting) {
    ChargeBack chargeback = waiting.chargeback();
    return waiting
        .foreign()
        .map(each -> new Amount(chargeback.asked().orElseThrow(), each.rate().from()))
        .orElseGet(
            () ->
                new Amount(
                    chargeback.minor(), waiting.dispute().claim().amount().currency()));
  }

  private void answered(Tx tx, Waiting waiting, ClearingItem item, AdviceAnswer answer) {
    Instant now = means.clock().instant();
    String number = waiting.dispute().number();
    // The card first, as everywhere.
    new Cards(tx, means.secrets()).lock(waiting.dispute().account());
    Disputes disputes = new Disputes(tx, means.secrets());
    Waiting locked =
        new Waiting(
            disputes.lock(number).orElseThrow(),
            waiting.chargeback(),
            waiting.named(),
            waiting.foreign());
    Stage stage = locked.chargeback().stage();
    ChargeBacks chargebacks = new ChargeBacks(tx);
    if (chargebacks.find(number, stage).orElseThrow().response().isPresent()) return;
    chargebacks.answered(number, stage, answer);
    LOG.info("dispute {}: chargeback {}: {}", number, stage, answer.code());
    if (answer.code() == ResponseCode.APPROVED) {
      taken(tx, locked, item, answer.cycle().orElseThrow(), now);
      return;
    }
    DisputeState state =
        stage == Stage.FIRST ? DisputeState.REFUSED : DisputeState.REPRESENTED;
    String note = DisputeNote.REFUSED.of(answer.code().wire());
    DisputeStep step = new DisputeStep(state, note, "clearing", now);
    disputes.step(number, locked.dispute().standing().suspenseMinor(), step);
  }

  private static ForeignItem charged(Waiting waiting) {
    return new ForeignItem(
        waiting.chargeback().item(),
        waiting.key(),
        Kind.CHARGEBACK,
        Optional.of(waiting.dispute().number()),
        waiting.chargeback().asked().orElseThrow());
  }

  private void taken(
      Tx tx, Waiting waiting, ClearingItem item, String cycle, Instant now) {
    Dispute dispute = waiting.dispute();
    Stage stage = waiting.chargeback().stage();
    long minor = waiting.chargeback().minor();
    Presentments presentments = new Presentments(tx);
    presentments.keepOpen(cycle);
    ContentHash content = means.secrets().contentHash(item.toMessage().encode(), cycle);
    presentments.add(
        new Presented(
            waiting.chargeback().item(),
            waiting.key(),
            new What(
                Kind.CHARGEBACK,
                new Amount(minor, dispute.claim().amount().currency()),
                item.earlier(),
                Optional.of(dispute.number())),
            cycle,
            content,
            ResponseCode.APPROVED),
        now);
    if (waiting.foreign().isPresent()) new ForeignPurchases(tx).add(charged(waiting));
    new Books(tx, now).dispute(DisputeMove.CHARGED_BACK, dispute, stage.name(), minor);
    DisputeState state = dispute.standing().state();
    DisputeStep step =
        new DisputeStep(state, DisputeNote.ACQUIRER_PAYS.text(), "clearing", now);
    new Disputes(tx, means.secrets())
        .step(dispute.number(), dispute.standing().suspenseMinor() - minor, step);
  }
}
