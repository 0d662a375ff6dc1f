package openset.clearing.store;

import java.io.OutputStream;
import java.util.Arrays;
import openset.iso8583.file.FileTransfer;

/** Writes a file into the store part by part, within one transaction. */
public final class WrittenOctets extends OutputStream {
  private static final int PART = FileTransfer.PART;

  private final Files files;
  private final long file;
  private final byte[] part = new byte[PART];
  private int filled;
  private long at;

  /** Writes the octets of a file by its number. */
  public WrittenOctets(Files files, long file) {
    this.files = files;
    this.file = file;
  }

  @Override
  public void write(int octet) {
    if (filled == PART) flush();
    part[filled++] = (byte) octet;
  }

  @Override
  public void write(byte[] octets, int from, int count) {
    int done = 0;
    while (done < count) {
      if (filled == PART) flush();
      int fits = Math.min(count - done, PART - filled);
      System.arraycopy(octets, from + done, part, filled, fits);
      filled += fits;
      done += fits;
    }
  }

  @Override
  public void flush() {
    if (filled == 0) return;
    files.append(file, at, Arrays.copyOf(part, filled));
    at += filled;
    filled = 0;
  }
}
