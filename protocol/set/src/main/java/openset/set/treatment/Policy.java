package openset.set.treatment;

import java.time.Duration;

/**
 * What a party accepts beyond what SET fixes.
 *
 * @param messageAgeMax how old the date in a message may be
 * @param clockSkewMax how far ahead of our clock a peer's may be
 * @param swIdent vendor and version told to peers, SWIdent
 */
public record Policy(Duration messageAgeMax, Duration clockSkewMax, String swIdent) {
  /** Ten minutes of age, five of skew. */
  public static Policy standard(String swIdent) {
    return new Policy(Duration.ofMinutes(10), Duration.ofMinutes(5), swIdent);
  }
}
