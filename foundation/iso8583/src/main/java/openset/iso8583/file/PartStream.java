package openset.iso8583.file;

import java.io.IOException;
import java.io.InputStream;

/** The octets of a file that comes part by part, each asked for when the one before is read. */
public abstract class PartStream extends InputStream {
  private byte[] part = new byte[0];
  private int next;
  private long at;
  private boolean ended;

  /**
   * The part that comes next.
   *
   * @param before how many octets of the file come before it
   * @return none at the end of the file, and then it is not asked for again
   */
  protected abstract byte[] part(long before) throws IOException;

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public final int read(byte[] into, int from, int most) throws IOException {
    if (next == part.length && !ended) {
      part = part(at);
      next = 0;
      at += part.length;
      ended = part.length == 0;
    }
    if (ended) return -1;
    int count = Math.min(most, part.length - next);
    System.arraycopy(part, next, into, from, count);
    next += count;
    return count;
  }
}
