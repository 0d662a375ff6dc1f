package openset.asn1;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of octets. Equal when the octets are equal. */
public final class Der {
  private final byte[] bytes;

  private Der(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of {@code bytes}. */
  public static Der of(byte[] bytes) {
    return new Der(bytes.clone());
  }

  /** Takes {@code bytes} over without a copy: the caller must never change them again. */
  static Der owned(byte[] bytes) {
    return new Der(bytes);
  }

  /** The octets that {@code hex} spells. */
  public static Der ofHex(String hex) {
    return new Der(HexFormat.of().parseHex(hex));
  }

  /** A copy of the octets. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** How many octets. */
  public int length() {
    return bytes.length;
  }

  /** The octets themselves, for readers and writers of this package only. */
  byte[] shared() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Der der && Arrays.equals(bytes, der.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The octets in hexadecimal. Types that hold secrets must not use this type. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
