package openset.iso8583.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over the framed messages of a file so far (HL-104). */
final class FileDigest {
  private final MessageDigest digest = sha256();
  private final byte[] length = new byte[2];

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  void add(byte[] message) {
    length[0] = (byte) (message.length >>> 8);
    length[1] = (byte) message.length;
    digest.update(length);
    digest.update(message);
  }

  byte[] soFar() {
    try {
      return ((MessageDigest) digest.clone()).digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
    }
  }
}
