package openset.crypto;

import java.security.MessageDigest;

/** Comparisons whose time says nothing of what is compared. MACs, tokens and digests use these. */
public final class ConstantTime {
  private ConstantTime() {}

  /** Whether the octets are equal, in time that depends on their number only. */
  public static boolean equal(byte[] left, byte[] right) {
    return MessageDigest.isEqual(left, right);
  }
}
