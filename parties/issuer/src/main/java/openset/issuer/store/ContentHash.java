package openset.issuer.store;

import java.util.Arrays;
import java.util.HexFormat;

/** The keyed hash of what was asked, to know the same again without keeping what it said. */
public final class ContentHash {
  private final byte[] bytes;

  ContentHash(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentHash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes, 0, 4);
  }
}
