package openset.store.copy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import openset.store.StoreFailed;
import openset.store.Tx;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes many rows into a table at once, by COPY in PostgreSQL's binary format. Rows are given
 * value by value, in the order of the columns; whoever ends the transaction stores them.
 */
public final class Copy implements AutoCloseable {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final int FLUSH = 64 * 1024;

  private final CopyIn copy;
  private final int columns;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(FLUSH + 8192);
  private final ByteBuffer number = ByteBuffer.allocate(8);
  private int left;

  private Copy(CopyIn copy, int columns) {
    this.copy = copy;
    this.columns = columns;
    buffer.writeBytes(SIGNATURE);
  }

  /**
   * Begins to write rows.
   *
   * @param table the table's name
   * @param columns its columns, of type text, bytea, bigint, integer or timestamptz
   */
  public static Copy into(Tx tx, String table, String... columns) {
    String sql =
        "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)";
    try {
      PGConnection connection = tx.handle().getConnection().unwrap(PGConnection.class);
      return new Copy(connection.getCopyAPI().copyIn(sql), columns.length);
    } catch (SQLException e) {
      throw new StoreFailed("Cannot begin to copy into " + table + ".", e);
    }
  }

  /** Begins a row. */
  public Copy row() {
    if (left != 0) throw new IllegalStateException("a row lacks " + left + " values");
    left = columns;
    number.clear().putShort((short) columns);
    buffer.write(number.array(), 0, 2);
    return this;
  }

  /** A value of type text. */
  public Copy text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** A value of type bytea. */
  public Copy bytes(byte[] value) {
    length(value.length);
    buffer.writeBytes(value);
    return this;
  }

  /** A value of type bigint. */
  public Copy number(long value) {
    length(8);
    number.clear().putLong(value);
    buffer.write(number.array(), 0, 8);
    return this;
  }

  /** A value of type integer. */
  public Copy integer(int value) {
    length(4);
    number.clear().putInt(value);
    buffer.write(number.array(), 0, 4);
    return this;
  }

  /** A value of type timestamptz, in whole microseconds. */
  public Copy time(Instant value) {
    return number(Duration.between(EPOCH, value).toNanos() / 1000);
  }

  /** No value. */
  public Copy none() {
    length(-1);
    return this;
  }

  private void length(int octets) {
    if (left-- == 0) throw new IllegalStateException("more values than columns");
    number.clear().putInt(octets);
    buffer.write(number.array(), 0, 4);
    if (buffer.size() >= FLUSH) flush();
  }

  private void flush() {
    byte[] octets = buffer.toByteArray();
    buffer.reset();
    try {
      copy.writeToCopy(octets, 0, octets.length);
    } catch (SQLException e) {
      throw new StoreFailed("Cannot copy rows.", e);
    }
  }

  /**
   * Hands the last rows over.
   *
   * @return how many rows there were
   * @throws StoreFailed when a row breaks a rule of the table
   */
  public long end() {
    row();
    left = 0;
    byte[] octets = buffer.toByteArray();
    // In place of the count of columns the end of the data is said.
    octets[octets.length - 2] = -1;
    octets[octets.length - 1] = -1;
    buffer.reset();
    try {
      copy.writeToCopy(octets, 0, octets.length);
      return copy.endCopy();
    } catch (SQLException e) {
      throw new StoreFailed("Cannot copy rows.", e);
    }
  }

  /** Gives up what was not ended; the transaction is lost then. */
  @Override
  public void close() {
    try {
      if (copy.isActive()) copy.cancelCopy();
    } catch (SQLException e) {
      throw new StoreFailed("Cannot give up a copy.", e);
    }
  }
}
