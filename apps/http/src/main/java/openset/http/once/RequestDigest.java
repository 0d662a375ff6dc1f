package openset.http.once;

import java.util.HexFormat;
import openset.crypto.DigestAlgorithm;

/**
 * SHA-256 of a request's body, in hexadecimal.
 *
 * @param hex the digest
 */
public record RequestDigest(String hex) {
  /** The digest of a body. */
  public static RequestDigest of(byte[] body) {
    return new RequestDigest(HexFormat.of().formatHex(DigestAlgorithm.SHA256.digest(body)));
  }
}
