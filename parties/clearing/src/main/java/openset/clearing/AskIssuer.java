package openset.clearing;

import java.util.Optional;
import openset.clearing.store.Cleared;
import openset.clearing.store.Presentment;
import openset.clearing.store.Presentments;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.FinancialAdvice;

/** Takes a stored presentment to its issuer, once more if need be, and stores its final word. */
final class AskIssuer {
  private final Means means;

  AskIssuer(Means means) {
    this.means = means;
  }

  /** The item as it stands after asking; as it stood when the issuer gave no final word. */
  Cleared about(Cleared stored) throws MalformedMessage {
    Presentment item = stored.presentment();
    Optional<IsoLink> link = means.banks().link(item.issuer());
    if (stored.response().isPresent() || link.isEmpty()) return stored;
    IsoMessage message = advice(item).toMessage(Means.name(stored.cycle()));
    if (!(link.get().ask(message, means.patience()) instanceof Answer.Answered(var answer))) {
      return stored;
    }
    AdviceAnswer said = AdviceAnswer.of(answer);
    if (!said.isFinal()) return stored;
    return means
        .transactions()
        .inTransaction(
            tx -> {
              Presentments.in(tx).decide(item, said.code());
              return Presentments.in(tx).find(item.acquirer(), item.key()).orElseThrow();
            });
  }

  private FinancialAdvice advice(Presentment item) {
    return new FinancialAdvice(
        means.trace(),
        item.amount(),
        item.acceptor(),
        item.approval(),
        item.purchase(),
        Optional.of(item.issuer()));
  }
}
