package openset.clearing.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import openset.store.Transactions;

/** Reads a stored file from its beginning, one part after another, each in its own transaction. */
public final class StoredOctets extends InputStream {
  private final Transactions transactions;
  private final long file;
  private byte[] part = new byte[0];
  private int next;
  private long at;

  /** The octets of a file by its number. */
  public StoredOctets(Transactions transactions, long file) {
    this.transactions = transactions;
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (next == part.length) {
      Optional<Files.Part> following =
          transactions.inTransaction(tx -> Files.in(tx).part(file, at));
      if (following.isEmpty()) return -1;
      part = following.get().octets();
      next = 0;
      at += part.length;
    }
    int count = Math.min(most, part.length - next);
    System.arraycopy(part, next, into, from, count);
    next += count;
    return count;
  }
}
