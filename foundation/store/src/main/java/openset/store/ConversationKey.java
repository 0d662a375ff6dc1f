package openset.store;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The key under which everything of one conversation is stored (for a purchase its XID): the
 * distribution key of all hot tables. 1 to 64 octets.
 */
public final class ConversationKey {
  private static final int OCTETS_MAX = 64;

  private final byte[] octets;

  private ConversationKey(byte[] octets) {
    this.octets = octets;
  }

  /**
   * A key of these octets.
   *
   * @throws IllegalArgumentException when there are none or more than 64
   */
  public static ConversationKey of(byte[] octets) {
    if (octets.length == 0 || octets.length > OCTETS_MAX) {
      throw new IllegalArgumentException("a conversation key has 1 to 64 octets");
    }
    return new ConversationKey(octets.clone());
  }

  /** A copy of the octets. */
  public byte[] bytes() {
    return octets.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConversationKey key && Arrays.equals(octets, key.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  /** The octets in hexadecimal. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(octets);
  }
}
