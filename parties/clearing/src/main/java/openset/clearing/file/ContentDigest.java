package openset.clearing.file;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import openset.iso8583.host.Octets;

/** SHA-256 over all octets of a file as they pass. */
final class ContentDigest {
  private final MessageDigest digest = sha256();

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  InputStream over(InputStream in) {
    return new DigestInputStream(in, digest);
  }

  OutputStream over(OutputStream out) {
    return new DigestOutputStream(out, digest);
  }

  /** Of what has passed; to be asked once. */
  Octets value() {
    return Octets.of(digest.digest());
  }
}
