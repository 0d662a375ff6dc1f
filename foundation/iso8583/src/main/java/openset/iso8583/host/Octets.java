package openset.iso8583.host;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable octet string that is a value: identifiers such as XID or an idempotency key. */
public final class Octets {
  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of these octets. */
  public static Octets of(byte[] bytes) {
    return new Octets(bytes.clone());
  }

  /** From hexadecimal digits. */
  public static Octets ofHex(String hex) {
    return new Octets(HexFormat.of().parseHex(hex));
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** How many octets. */
  public int size() {
    return bytes.length;
  }

  /** In lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
