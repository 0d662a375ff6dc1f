package openset.iso8583.file;

import java.security.MessageDigest;
import openset.crypto.DigestAlgorithm;

/** SHA-256 over the framed messages of a file so far (HL-104). */
final class FileDigest {
  private final MessageDigest digest = DigestAlgorithm.SHA256.begin();
  private final byte[] length = new byte[2];

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
