package openset.clearing;

import java.util.Optional;
import openset.clearing.store.Cleared;
import openset.clearing.store.Cycles;
import openset.clearing.store.Presentment;
import openset.clearing.store.Presentments;
import openset.iso8583.Answer;
import openset.iso8583.IsoHandler;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.ResponseCode;
import openset.ledger.Money;
import openset.store.Tx;

/**
 * Answers 0220 of an acquirer: stored, taken to the issuer, and put into the open cycle when the
 * issuer took it (HL-51, HL-53). While the issuer is silent the answer is 09, and the acquirer's
 * repeat is what tries again.
 */
final class TakePresentment {
  private final Means means;

  TakePresentment(Means means) {
    this.means = means;
  }

  IsoMessage answer(IsoHandler.Peer peer, IsoMessage message) throws MalformedMessage {
    FinancialAdvice advice = FinancialAdvice.of(message);
    if (!advice.approval().reference().acquirer().equals(peer.institution())) {
      return refused(message, ResponseCode.NOT_PERMITTED);
    }
    if (advice.issuer().isEmpty()) throw new MalformedMessage(100, "required in a presentment");
    Optional<IsoLink> issuer = means.banks().link(advice.issuer().get());
    if (issuer.isEmpty()) return refused(message, ResponseCode.NO_SUCH_ISSUER);
    if (!Money.isCurrency(advice.amount().currency())) {
      return refused(message, ResponseCode.INVALID_TRANSACTION);
    }
    Presentment item = item(advice, advice.issuer().get());
    Cleared stored = means.transactions().inTransaction(tx -> stored(tx, item));
    if (!stored.presentment().equals(item)) return refused(message, ResponseCode.DUPLICATE);
    if (stored.response().isEmpty()) {
      stored = present(issuer.get(), advice, stored);
    }
    return answer(stored).answer(message);
  }

  private static IsoMessage refused(IsoMessage message, ResponseCode code) {
    return AdviceAnswer.of(code).answer(message);
  }

  private static Presentment item(FinancialAdvice advice, String issuer) {
    return new Presentment(
        advice.purchase().key(),
        advice.purchase().xid(),
        issuer,
        advice.approval(),
        advice.acceptor(),
        advice.amount());
  }

  private Cleared stored(Tx tx, Presentment item) {
    Presentments presentments = Presentments.in(tx);
    presentments.add(item, means.now());
    return presentments.find(item.acquirer(), item.key()).orElseThrow();
  }

  private Cleared present(IsoLink issuer, FinancialAdvice advice, Cleared stored)
      throws MalformedMessage {
    Answer answer = issuer.ask(advice.with(means.trace()).toMessage(), means.patience());
    if (!(answer instanceof Answer.Answered(IsoMessage message))) return stored;
    AdviceAnswer said = AdviceAnswer.of(message);
    if (!said.isFinal()) return stored;
    Presentment item = stored.presentment();
    return means.transactions().inTransaction(tx -> decided(tx, item, said.code()));
  }

  private Cleared decided(Tx tx, Presentment item, ResponseCode code) {
    Optional<Long> cycle =
        code == ResponseCode.APPROVED
            ? Optional.of(Cycles.in(tx).openForItem())
            : Optional.empty();
    Presentments.in(tx).decide(item, code, cycle);
    return Presentments.in(tx).find(item.acquirer(), item.key()).orElseThrow();
  }

  private static AdviceAnswer answer(Cleared cleared) {
    return new AdviceAnswer(
        cleared.response().orElse(ResponseCode.IN_PROGRESS), cleared.cycle().map(Means::name));
  }
}
