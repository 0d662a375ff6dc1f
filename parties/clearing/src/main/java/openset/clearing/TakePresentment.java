package openset.clearing;

import java.util.Optional;
import openset.clearing.store.Cleared;
import openset.clearing.store.Cycles;
import openset.clearing.store.Presentment;
import openset.clearing.store.Presentments;
import openset.iso8583.IsoHandler;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.ResponseCode;
import openset.ledger.Money;
import openset.store.Tx;

/**
 * Answers 0220 of an acquirer: stored in the open cycle and taken to the issuer (HL-51, HL-53).
 * While the issuer is silent the answer is 09, and the acquirer's repeat tries again.
 */
final class TakePresentment {
  private final Means means;
  private final AskIssuer askIssuer;

  TakePresentment(Means means, AskIssuer askIssuer) {
    this.means = means;
    this.askIssuer = askIssuer;
  }

  IsoMessage answer(IsoHandler.Peer peer, IsoMessage message) throws MalformedMessage {
    FinancialAdvice advice = FinancialAdvice.of(message);
    if (!advice.approval().reference().acquirer().equals(peer.institution())) {
      return refused(message, ResponseCode.NOT_PERMITTED);
    }
    if (advice.issuer().isEmpty()) throw new MalformedMessage(100, "required in a presentment");
    if (!means.banks().institutions().contains(advice.issuer().get())) {
      return refused(message, ResponseCode.NO_SUCH_ISSUER);
    }
    if (!Money.isCurrency(advice.amount().currency())) {
      return refused(message, ResponseCode.INVALID_TRANSACTION);
    }
    Presentment item = item(advice, advice.issuer().get());
    Cleared stored = means.transactions().inTransaction(tx -> stored(tx, item));
    if (!stored.presentment().equals(item)) return refused(message, ResponseCode.DUPLICATE);
    return answer(askIssuer.about(stored)).answer(message);
  }

  private static IsoMessage refused(IsoMessage message, ResponseCode code) {
    return AdviceAnswer.of(code).answer(message);
  }

  private static Presentment item(FinancialAdvice advice, String issuer) {
    return new Presentment(
        advice.purchase(), issuer, advice.approval(), advice.acceptor(), advice.amount());
  }

  private Cleared stored(Tx tx, Presentment item) {
    Presentments presentments = Presentments.in(tx);
    Optional<Cleared> before = presentments.find(item.acquirer(), item.key());
    if (before.isPresent()) return before.get();
    presentments.add(item, Cycles.in(tx).openForItem(), means.now());
    return presentments.find(item.acquirer(), item.key()).orElseThrow();
  }

  private static AdviceAnswer answer(Cleared cleared) {
    ResponseCode code = cleared.response().orElse(ResponseCode.IN_PROGRESS);
    return new AdviceAnswer(
        code,
        code == ResponseCode.APPROVED
            ? Optional.of(Means.name(cleared.cycle()))
            : Optional.empty());
  }
}
