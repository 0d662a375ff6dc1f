package openset.set.treatment.gateway;

import java.util.List;
import java.util.Optional;
import openset.pki.SigningCredential;
import openset.set.data.SWIdent;
import openset.set.data.credit.CapRevOrCredResData;
import openset.set.data.credit.CapRevOrCredResItem;
import openset.set.data.sale.RRTags;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.Recipient;
import openset.set.operator.Signatory;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.Means;

/** Makes CapRevRes, CredRes and CredRevRes, {@code spec/credit.md}. */
public final class CreateCapRevOrCredRes {
  private CreateCapRevOrCredRes() {}

  /** Whom the answer is for. */
  public record To(CapRevOrCred kind, RRTags tags, Recipient merchant) {}

  /**
   * The answer to the merchant.
   *
   * @param items one for each that was asked, in the same order
   */
  public static MessageWrapper create(
      To to, List<CapRevOrCredResItem> items, SigningCredential signing, Means means) {
    // CRvRes-P-01: it names the request, each item in the order asked, and what was booked.
    CapRevOrCredResData data =
        new CapRevOrCredResData(
            to.tags(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            items,
            Optional.empty());
    Enc<CapRevOrCredResData> sealed =
        Enc.seal(
            Signatory.of(signing),
            to.merchant(),
            to.kind().answer(),
            data,
            means.randomness());
    MessageHeader header =
        MessageHeader.of(
            means.now(),
            MessageIDs.ofOnly(items.stream().map(CapRevOrCredResItem::transIDs).toList()),
            to.tags().rrpid(),
            new SWIdent(means.policy().swIdent()));
    return MessageWrapper.of(header, to.kind().answer(sealed));
  }
}
