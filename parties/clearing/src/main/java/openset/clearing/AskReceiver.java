package openset.clearing;

import java.util.Optional;
import openset.clearing.match.Converting;
import openset.clearing.store.Cleared;
import openset.clearing.store.Cycles;
import openset.clearing.store.Item;
import openset.clearing.store.Items;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.ResponseCode;

/** Takes a stored item to its receiver, once more if need be, and stores the final word. */
final class AskReceiver {
  private final Means means;

  AskReceiver(Means means) {
    this.means = means;
  }

  /**
   * The item as it stands after asking; as it stood when there was no final word, or when the
   * receiver hears of its items by file.
   */
  Cleared about(Cleared stored) throws MalformedMessage {
    Item item = stored.item();
    if (stored.response().isPresent() || means.banks().takesFiles(item.receiver())) return stored;
    Optional<IsoLink> link = means.banks().link(item.receiver());
    if (link.isEmpty()) return stored;
    IsoMessage message = item.handed(means.trace()).toMessage(Cycles.name(stored.cycle()));
    if (!(link.get().ask(message, means.patience()) instanceof Answer.Answered(var answer))) {
      return stored;
    }
    AdviceAnswer said = AdviceAnswer.of(answer);
    if (!said.isFinal()) return stored;
    return means
        .transactions()
        .inTransaction(
            tx -> {
              if (said.code() == ResponseCode.APPROVED) {
                said.conversion()
                    .ifPresent(
                        each -> Converting.note(tx, stored.number(), item, each, means.now()));
              }
              Items.in(tx).decide(stored.number(), said.code());
              return Items.in(tx).find(item.sender(), item.key()).orElseThrow();
            });
  }
}
