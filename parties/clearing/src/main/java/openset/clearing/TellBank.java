package openset.clearing;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Locale;
import openset.clearing.store.Cycles;
import openset.clearing.store.Position;
import openset.iso8583.Answer;
import openset.iso8583.IsoMessage;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.SettlementAdvice;
import openset.store.Effect;
import openset.store.Tx;
import openset.store.delivery.Performer.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a bank its position by 0500 until it agrees (HL-60, HL-61). */
final class TellBank {
  private static final Logger LOG = LoggerFactory.getLogger(TellBank.class);

  private final Means means;

  TellBank(Means means) {
    this.means = means;
  }

  private record Told(Position position, LocalDate date) {}

  Outcome deliver(Effect.Claimed claimed) {
    Told told = means.transactions().inTransaction(tx -> told(tx, claimed.effect()));
    Position position = told.position;
    SettlementAdvice advice =
        new SettlementAdvice(
            means.trace(),
            position.institution(),
            Cycles.name(position.cycle()),
            String.format(
                Locale.ROOT, "%02d%02d", told.date.getMonthValue(), told.date.getDayOfMonth()),
            position.currency(),
            position.totals());
    IsoMessage first = advice.toMessage();
    IsoMessage message = claimed.attempts() > 1 ? first.as(first.mti().repeat()) : first;
    Answer answer =
        means.banks().link(position.institution()).orElseThrow().ask(message, means.patience());
    if (!agrees(answer, position)) return Outcome.AGAIN;
    means
        .transactions()
        .perform(
            tx -> {
              Cycles.in(tx).acknowledge(position);
              tx.outbox().done(claimed.id());
            });
    return Outcome.DONE;
  }

  private static Told told(Tx tx, Effect effect) {
    ByteBuffer key = ByteBuffer.wrap(effect.conversation().bytes());
    long cycle = key.getLong();
    int currency = key.getInt();
    Cycles cycles = Cycles.in(tx);
    Position position =
        cycles.positions(cycle).stream()
            .filter(each -> each.currency() == currency)
            .filter(each -> each.institution().equals(effect.destination()))
            .findFirst()
            .orElseThrow();
    return new Told(position, cycles.businessDate(cycle).orElseThrow());
  }

  private static boolean agrees(Answer answer, Position position) {
    if (!(answer instanceof Answer.Answered(IsoMessage message))) return false;
    String code = message.text(39).orElse("");
    if (code.equals(ResponseCode.APPROVED.wire())) return true;
    String cycle = Cycles.name(position.cycle());
    if (code.equals(ResponseCode.IN_PROGRESS.wire())) {
      LOG.info("{} does not yet agree to cycle {}", position.institution(), cycle);
    } else {
      LOG.error("{} answers {} to cycle {}", position.institution(), code, cycle);
    }
    return false;
  }
}
