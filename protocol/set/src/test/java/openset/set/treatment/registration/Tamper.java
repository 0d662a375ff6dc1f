package openset.set.treatment.registration;

import static org.assertj.core.api.Assertions.assertThat;

import openset.asn1.Asn1Exception;
import openset.set.Refused;
import openset.set.message.MessageHeader;
import openset.set.message.MessageWrapper;

/** One octet of a message after another is changed on its way. */
final class Tamper {
  private static final int POSITIONS_MAX = 250;

  private Tamper() {}

  /** What the receiver takes out of a message; equal where it means the same. */
  interface Receiver {
    Object takes(MessageWrapper wrapper) throws Refused;
  }

  /** What became of the changed messages. */
  record Tried(int positions, int refused, int lastTaken) {}

  /**
   * That no change makes the receiver take anything else than what was sent: it refuses, or the
   * change was where nothing is said. All positions of a short message are tried, some hundreds of
   * a long one.
   */
  static Tried all(MessageWrapper sent, Receiver receiver) throws Refused {
    byte[] octets = MessageWrapper.TYPE.encode(sent);
    Object meant = receiver.takes(MessageWrapper.TYPE.decode(octets));
    int step = Math.max(1, octets.length / POSITIONS_MAX);
    int positions = 0;
    int refused = 0;
    int lastTaken = -1;
    for (int at = 0; at < octets.length; at += step) {
      byte[] changed = octets.clone();
      changed[at] ^= (byte) (1 << at % 8);
      positions++;
      if (refuses(changed, sent, receiver, meant)) {
        refused++;
      } else {
        lastTaken = at;
      }
    }
    return new Tried(positions, refused, lastTaken);
  }

  /** Where the header ends: nothing in it is protected but by what the message says. */
  static int headerEnd(MessageWrapper sent) {
    int header = MessageHeader.TYPE.encode(sent.messageHeader()).length;
    int lengthOctets = MessageWrapper.TYPE.encode(sent).length > 0xff ? 4 : 3;
    return lengthOctets + header;
  }

  private static boolean refuses(
      byte[] changed, MessageWrapper sent, Receiver receiver, Object meant) {
    try {
      MessageWrapper wrapper = MessageWrapper.TYPE.decode(changed);
      if (wrapper.message().getClass() != sent.message().getClass()) return true;
      assertThat(receiver.takes(wrapper)).isEqualTo(meant);
      return false;
    } catch (Asn1Exception | Refused e) {
      return true;
    }
  }
}
