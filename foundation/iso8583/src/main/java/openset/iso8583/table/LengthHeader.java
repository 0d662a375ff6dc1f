package openset.iso8583.table;

/** How the length before each message is written; it does not count itself. */
public enum LengthHeader {
  /** Two octets, most significant first. */
  TWO_OCTETS(2, 0xffff),
  /** Four octets, most significant first. */
  FOUR_OCTETS(4, 0xffffff),
  /** Four decimal digits in ASCII. */
  FOUR_DIGITS(4, 9_999);

  private final int octets;
  private final int most;

  LengthHeader(int octets, int most) {
    this.octets = octets;
    this.most = most;
  }

  /** How many octets the header has. */
  public int octets() {
    return octets;
  }

  /** The longest message it can announce. */
  public int most() {
    return most;
  }

  /** The length that is written there; below 0 where it is none. */
  public int read(byte[] in, int at) {
    if (this == FOUR_DIGITS) return Digits.characters(in, at, octets);
    int length = 0;
    for (int i = at; i < at + octets; i++) length = length << 8 | in[i] & 0xff;
    return length;
  }

  /** Writes a length, at most {@link #most}. */
  public void write(int length, byte[] out, int at) {
    if (length > most) throw new IllegalArgumentException("message longer than a frame");
    if (this == FOUR_DIGITS) {
      Digits.putCharacters(length, out, at, octets);
    } else {
      for (int i = 0; i < octets; i++) out[at + i] = (byte) (length >>> 8 * (octets - 1 - i));
    }
  }
}
