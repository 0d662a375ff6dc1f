package openset.issuer.registration;

/**
 * Names one registration attempt. The certificate authority chooses it, unique among its own.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}
 */
public record VerificationId(String value) {
  private static final int LONGEST = 64;

  /** Refuses other characters, so that ids are safe in logs and paths. */
  public VerificationId {
    boolean length = !value.isEmpty() && value.length() <= LONGEST;
    if (!length || !value.chars().allMatch(VerificationId::plain)) {
      throw new IllegalArgumentException("a verification id has 1 to 64 plain characters");
    }
  }

  private static boolean plain(int c) {
    boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    return letter || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
  }

  @Override
  public String toString() {
    return value;
  }
}
