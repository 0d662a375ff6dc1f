package openset.asn1;

/**
 * Writes DER from back to front, so that every length is known when it is written and nothing is
 * copied twice. Values are therefore written last first.
 */
public final class DerWriter {
  private byte[] buffer;
  private int at;

  /** A writer with room for {@code capacity} octets; it grows when needed. */
  public DerWriter(int capacity) {
    buffer = new byte[capacity];
    at = capacity;
  }

  /** How much is written: hand it to {@link #header} to close a value begun here. */
  public int mark() {
    return buffer.length - at;
  }

  /** Puts tag and length before everything written since {@code mark}. */
  public void header(int tag, int mark) {
    length(mark() - mark);
    tag(tag);
  }

  /** Puts one whole value before what is written. */
  public void value(int tag, byte[] content) {
    raw(content);
    length(content.length);
    tag(tag);
  }

  /** Puts octets as they are before what is written. */
  public void raw(byte[] octets) {
    room(octets.length);
    at -= octets.length;
    System.arraycopy(octets, 0, buffer, at, octets.length);
  }

  /** Puts one octet before what is written. */
  public void octet(int octet) {
    room(1);
    buffer[--at] = (byte) octet;
  }

  /** Everything written, as a new array. */
  public byte[] bytes() {
    byte[] all = new byte[buffer.length - at];
    System.arraycopy(buffer, at, all, 0, all.length);
    return all;
  }

  private void tag(int tag) {
    for (int rest = tag; rest != 0; rest >>>= 8) octet(rest);
  }

  private void length(int length) {
    if (length < 0x80) {
      octet(length);
      return;
    }
    int count = 0;
    for (int rest = length; rest != 0; rest >>>= 8) {
      octet(rest);
      count++;
    }
    octet(0x80 | count);
  }

  private void room(int wanted) {
    if (at >= wanted) return;
    int written = buffer.length - at;
    byte[] larger = new byte[Math.max(buffer.length * 2, written + wanted + 64)];
    System.arraycopy(buffer, at, larger, larger.length - written, written);
    at = larger.length - written;
    buffer = larger;
  }
}
