package openset.issuer.store;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The keyed hash under which a card is found; the distribution key of every hot table. It says
 * nothing about the number to anybody without the vault's key.
 */
public final class CardKey {
  private final byte[] bytes;

  CardKey(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CardKey that && Arrays.equals(bytes, that.bytes);
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
