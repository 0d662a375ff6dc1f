package openset.set.treatment;

import java.util.Optional;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.TransIDs;
import openset.set.message.Message;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.operator.Expected;

/** What is common to messages opened and sent again. */
public final class Resent {
  private Resent() {}

  /** A signer of this kind. */
  public static Expected expected(PurchaseWorld world, CertificateType type) {
    Required required = Required.of(type, KeyUse.SIGN, PurchaseWorld.BRAND);
    return Expected.of(required, world.trust(), PurchaseWorld.NOW);
  }

  /** {@code message} under a header that says what is inside. */
  public static MessageWrapper wrap(TransIDs ids, RRPID rrpid, Message message) {
    MessageHeader header =
        MessageHeader.of(
            PurchaseWorld.NOW,
            Optional.of(MessageIDs.of(ids)),
            rrpid,
            new SWIdent("test"));
    return MessageWrapper.of(header, message);
  }
}
