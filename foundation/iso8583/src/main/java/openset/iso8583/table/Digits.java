package openset.iso8583.table;

/** Numbers in the two ways ISO 8583 knows digits: characters, and two to the octet (BCD). */
final class Digits {
  private Digits() {}

  /** The number in so many ASCII digits, or -1 where one is none. */
  static int characters(byte[] in, int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      int digit = in[i] - '0';
      if (digit < 0 || digit > 9) return -1;
      number = number * 10 + digit;
    }
    return number;
  }

  static void putCharacters(int number, byte[] out, int at, int count) {
    int left = number;
    for (int i = at + count - 1; i >= at; i--) {
      out[i] = (byte) ('0' + left % 10);
      left /= 10;
    }
  }

  /** The number in so many octets of BCD, or -1 where a nibble is no digit. */
  static int bcd(byte[] in, int from, int octets) {
    int number = 0;
    for (int i = from; i < from + octets; i++) {
      int high = in[i] >> 4 & 0xf;
      int low = in[i] & 0xf;
      if (high > 9 || low > 9) return -1;
      number = number * 100 + high * 10 + low;
    }
    return number;
  }

  static void putBcd(int number, byte[] out, int at, int octets) {
    int left = number;
    for (int i = at + octets - 1; i >= at; i--) {
      out[i] = (byte) (left / 10 % 10 << 4 | left % 10);
      left /= 100;
    }
  }

  /** Four bits of a capital hexadecimal digit, or -1. */
  static int hex(byte digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
  }

  static byte hexDigit(int nibble) {
    return (byte) (nibble < 10 ? '0' + nibble : 'A' + nibble - 10);
  }
}
