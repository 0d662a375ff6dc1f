package openset.set.treatment;

import java.util.Optional;
import openset.asn1.Der;
import openset.set.ErrorCode;
import openset.set.data.Nonce;
import openset.set.data.SWIdent;
import openset.set.message.Error;
import openset.set.message.ErrorMsg;
import openset.set.message.ErrorTBS;
import openset.set.message.MessageHeader;
import openset.set.message.MessageWrapper;
import openset.set.operator.S;
import openset.set.operator.Signatory;

/**
 * Makes the Error that answers a message which cannot be processed ({@code spec/error.md}). It says
 * the code and which message it was, and nothing of why; the rule is for our log.
 */
public final class CreateError {
  private CreateError() {}

  /** The Error for a message whose header could be read (ERR-01). */
  public static MessageWrapper create(MessageHeader refused, ErrorCode code, Means means) {
    return wrap(refused, new ErrorMsg.Header(refused), code, means);
  }

  /** The Error for octets that are no wrapper (ERR-02); they are sent back as they came. */
  public static MessageWrapper create(Der octets, ErrorCode code, Means means) {
    MessageHeader ours = header(Optional.empty(), means);
    return MessageWrapper.of(ours, error(new ErrorMsg.BadWrapper(octets), code, means));
  }

  private static MessageWrapper wrap(
      MessageHeader refused, ErrorMsg which, ErrorCode code, Means means) {
    return MessageWrapper.of(header(Optional.of(refused), means), error(which, code, means));
  }

  private static MessageHeader header(Optional<MessageHeader> refused, Means means) {
    return new MessageHeader(
        MessageHeader.VERSION,
        MessageHeader.REVISION,
        means.now(),
        refused.flatMap(MessageHeader::messageIDs),
        refused.flatMap(MessageHeader::rrpid),
        new SWIdent(means.policy().swIdent()));
  }

  /** ERR-03: signed by whoever has a certificate to sign with. */
  private static Error error(ErrorMsg which, ErrorCode code, Means means) {
    ErrorTBS tbs =
        new ErrorTBS(
            code,
            Nonce.of(means.randomness().bytes(Nonce.OCTETS)),
            Optional.empty(),
            Optional.empty(),
            which);
    if (means.keys().signing().isEmpty()) return new Error.UnsignedError(tbs);
    Signatory signatory = Signatory.of(means.keys().signing().getFirst());
    return new Error.SignedError(S.sign(signatory, ErrorTBS.CONTENT, tbs));
  }
}
