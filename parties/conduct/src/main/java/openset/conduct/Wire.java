package openset.conduct;

import java.util.Optional;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.crypto.ConstantTime;
import openset.crypto.DigestAlgorithm;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.RRPID;
import openset.set.message.Error;
import openset.set.message.MessageWrapper;
import openset.set.treatment.CreateError;
import openset.set.treatment.Means;
import openset.store.Journal.Answered;
import openset.store.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wrappers as bytes, and as journal entries. */
final class Wire {
  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

  private Wire() {}

  /** A journal entry without its conversation and time. */
  record Entry(Exchange exchange, String name, byte[] bytes) {}

  static Input.Received request(Peer peer, byte[] bytes) throws Refused {
    return new Input.Received(peer, decode(bytes), Der.of(bytes));
  }

  static MessageWrapper decode(byte[] bytes) throws Refused {
    try {
      return MessageWrapper.TYPE.decode(bytes);
    } catch (Asn1Exception e) {
      LOG.warn("not decoded: {}", e.getMessage());
      throw new Refused(ErrorCode.decodingFailure, "W-01");
    }
  }

  static Der encode(MessageWrapper wrapper) {
    return Der.of(MessageWrapper.TYPE.encode(wrapper));
  }

  static Optional<RRPID> rrpid(MessageWrapper wrapper) {
    return wrapper.messageHeader().rrpid();
  }

  static boolean isError(MessageWrapper wrapper) {
    return wrapper.message() instanceof Error;
  }

  static String name(MessageWrapper wrapper) {
    return wrapper.message().name();
  }

  static Entry received(Input.Received received) {
    return new Entry(
        in(received.wrapper()), name(received.wrapper()), received.bytes().bytes());
  }

  /** The same without what may not be kept. */
  static Entry unkept(Input.Received received) {
    return new Entry(in(received.wrapper()), name(received.wrapper()), new byte[0]);
  }

  static byte[] digest(Input.Received received) {
    return DigestAlgorithm.SHA256.digest(received.bytes().bytes());
  }

  static Entry answered(Input.Answered answered) {
    return new Entry(in(answered.wrapper()), name(answered.wrapper()), answered.bytes().bytes());
  }

  static Entry answered(Effect.Answer answer) {
    return out(answer.wrapper());
  }

  static Entry asked(Effect.Ask ask) {
    return out(ask.wrapper());
  }

  static boolean sameBytes(Answered seen, Input.Received request) {
    return ConstantTime.equal(seen.requestDigest(), digest(request));
  }

  /** The Error that answers a refused request, and the log line that tells us which rule it was. */
  static byte[] error(Input.Received request, Refused refused, Means means) {
    return encode(CreateError.create(request.wrapper().messageHeader(), refused.code(), means))
        .bytes();
  }

  /** The Error that answers bytes that are no wrapper. */
  static byte[] error(byte[] bytes, Refused refused, Means means) {
    return encode(CreateError.create(Der.of(bytes), refused.code(), means)).bytes();
  }

  private static Exchange in(MessageWrapper wrapper) {
    String peer = Ends.of(wrapper.message()).from();
    return rrpid(wrapper)
        .map(id -> Exchange.in(peer, id.octets().bytes()))
        .orElseGet(() -> Exchange.in(peer));
  }

  private static Entry out(MessageWrapper wrapper) {
    String peer = Ends.of(wrapper.message()).to();
    Exchange exchange =
        rrpid(wrapper)
            .map(id -> Exchange.out(peer, id.octets().bytes()))
            .orElseGet(() -> Exchange.out(peer));
    return new Entry(exchange, name(wrapper), encode(wrapper).bytes());
  }
}
