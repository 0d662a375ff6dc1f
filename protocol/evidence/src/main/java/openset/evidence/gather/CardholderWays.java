package openset.evidence.gather;

import java.util.ArrayList;
import java.util.List;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.evidence.Word;
import openset.crypto.SecretBytes;
import openset.set.Refused;
import openset.set.data.XID;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.outcome.PResData;
import openset.set.message.InqRes;
import openset.set.message.MessageWrapper;
import openset.set.message.PRes;
import openset.set.operator.EncK;
import openset.set.operator.Signed;
import openset.set.treatment.PaymentForms;

/**
 * A cardholder's way: it opens the gateway's receipt.
 *
 * @param back the key it gave the gateway with this order
 */
public record CardholderWays(SecretBytes back) implements Gather.Ways {
  @Override
  public List<Word> words(MessageWrapper wrapper, XID xid) {
    return switch (wrapper.message()) {
      case PRes answer -> words(answer.signed(), xid);
      case InqRes(var answer) -> words(answer.signed(), xid);
      default -> List.of();
    };
  }

  private List<Word> words(Signed<PResData> signed, XID xid) {
    List<Word> words = new ArrayList<>();
    Word answer = new Word.PRes(signed);
    if (!Purchases.of(answer).contains(xid)) return words;
    words.addAll(receipts(signed));
    words.add(answer);
    return words;
  }

  private List<Word> receipts(Signed<PResData> signed) {
    List<Word> receipts = new ArrayList<>();
    try {
      Der octets = signed.cms().content().content().orElseThrow();
      PResData.TYPE.decode(octets.bytes()).pResPayloadSeq().stream()
          .flatMap(payload -> payload.results().stream())
          .flatMap(results -> results.acqCardMsg().stream())
          .forEach(sealed -> open(sealed, receipts));
    } catch (Asn1Exception e) {
      return receipts;
    }
    return receipts;
  }

  private void open(EncK<AcqCardCodeMsg> sealed, List<Word> receipts) {
    try {
      receipts.add(new Word.Receipt(EncK.signed(back, sealed, PaymentForms.ACQ_CARD_MSG)));
    } catch (Refused refused) {
      return;
    }
  }
}
