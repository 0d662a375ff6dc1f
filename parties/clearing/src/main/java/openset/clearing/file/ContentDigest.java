package openset.clearing.file;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import openset.crypto.DigestAlgorithm;
import openset.iso8583.host.Octets;

/** SHA-256 over all octets of a file as they pass. */
final class ContentDigest {
  private final MessageDigest digest = DigestAlgorithm.SHA256.begin();

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
