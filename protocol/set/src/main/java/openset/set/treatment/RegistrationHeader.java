package openset.set.treatment;

import java.util.Optional;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.message.Message;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;

/**
 * The header of a message of registration (REG-01): lid-C is the end entity's label, lid-M the
 * authority's, there is no XID.
 */
public final class RegistrationHeader {
  private RegistrationHeader() {}

  /** {@code message}, on its way between the end entity and the authority that know it so. */
  public static MessageWrapper wrap(
      Message message, RRPID rrpid, LocalID lidEE, Optional<LocalID> lidCA, Means means) {
    MessageIDs ids = new MessageIDs(Optional.of(lidEE), lidCA, Optional.empty());
    MessageHeader header =
        MessageHeader.of(
            means.now(), Optional.of(ids), rrpid, new SWIdent(means.policy().swIdent()));
    return MessageWrapper.of(header, message);
  }

  /** RRPID and each label outside are those inside (W-05, W-07). */
  public static void same(
      MessageWrapper wrapper, RRPID rrpid, LocalID lidEE, Optional<LocalID> lidCA)
      throws Refused {
    WrapperCheck.sameRRPID(wrapper, rrpid);
    Optional<MessageIDs> outside = wrapper.messageHeader().messageIDs();
    if (outside.isEmpty()) return;
    boolean same =
        outside.get().lidC().filter(lid -> !lid.equals(lidEE)).isEmpty()
            && outside.get().lidM().filter(lid -> !lidCA.equals(Optional.of(lid))).isEmpty()
            && outside.get().xID().isEmpty();
    if (!same) throw new Refused(ErrorCode.wrapperMsgMismatch, "W-07");
  }
}
