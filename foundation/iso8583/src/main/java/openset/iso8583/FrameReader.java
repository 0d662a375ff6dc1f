package openset.iso8583;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import openset.iso8583.table.LengthHeader;

/**
 * Cuts a stream into messages by the {@link LengthHeader} before each, which does not count itself.
 * A length of 0, beyond the bound, or a stream that ends inside a frame is a {@link BadFrame}: the
 * stream cannot be trusted after it.
 */
public final class FrameReader {
  /** A frame that breaks the framing. */
  public static final class BadFrame extends IOException {
    private static final long serialVersionUID = 1;

    BadFrame(String rule) {
      super(rule);
    }
  }

  private final InputStream in;
  private final LengthHeader header;
  private final int most;
  private final byte[] buffer;
  private int from;
  private int to;

  /**
   * A reader of {@code in}, with headers of two octets.
   *
   * @param most greatest length of a message in octets, 12 to 65535
   */
  public FrameReader(InputStream in, int most) {
    this(in, LengthHeader.TWO_OCTETS, most);
  }

  FrameReader(InputStream in, LengthHeader header, int most) {
    this.in = in;
    this.header = header;
    this.most = most;
    this.buffer = new byte[Math.max(16_384, header.octets() + most)];
  }

  /** Something made from the octets of one frame while they are in the buffer. */
  public interface Read<T> {
    /** What lies between {@code from} and {@code to}; the buffer is used again. */
    T of(byte[] buffer, int from, int to) throws MalformedMessage;
  }

  /** The next frame, or empty when the stream ended between two frames. */
  public <T> Optional<T> next(Read<T> read) throws IOException, MalformedMessage {
    if (!fill(header.octets())) return Optional.empty();
    int length = header.read(buffer, from);
    if (length < 0) throw new BadFrame("length header is not a length");
    if (length == 0) throw new BadFrame("frame of length 0");
    if (length > most) throw new BadFrame("frame longer than " + most);
    if (!fill(header.octets() + length)) throw new BadFrame("stream ended inside a frame");
    int begin = from + header.octets();
    from = begin + length;
    return Optional.of(read.of(buffer, begin, from));
  }

  /** True when another whole frame is here already. */
  boolean hasFrame() {
    int at = to - from;
    if (at < header.octets()) return false;
    int length = header.read(buffer, from);
    return length > 0 && length <= at - header.octets();
  }

  /** Waits until so many octets are at hand; false when the stream ended before the first. */
  private boolean fill(int count) throws IOException {
    if (from + count > buffer.length) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    while (to - from < count) {
      int read = in.read(buffer, to, buffer.length - to);
      if (read < 0) {
        if (to == from) return false;
        throw new BadFrame("stream ended inside a frame");
      }
      to += read;
    }
    return true;
  }
}
