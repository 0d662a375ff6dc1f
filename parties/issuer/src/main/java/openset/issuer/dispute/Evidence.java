package openset.issuer.dispute;

import java.time.Instant;
import java.util.HexFormat;

/**
 * A bundle that was attached to a dispute.
 *
 * @param digest SHA-256 of it
 * @param verdict what it proves
 * @param by who attached it
 * @param at when
 */
public record Evidence(byte[] digest, EvidenceVerdict verdict, String by, Instant at) {
  /** The digest in hexadecimal digits. */
  public String name() {
    return HexFormat.of().formatHex(digest);
  }
}
