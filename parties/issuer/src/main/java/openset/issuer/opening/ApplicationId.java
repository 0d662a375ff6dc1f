package openset.issuer.opening;

/**
 * Names one application. The applicant's side chooses it, so that asking twice opens one account.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}
 */
public record ApplicationId(String value) {
  private static final int LONGEST = 64;

  /** Refuses other characters, so that ids are safe in logs and paths. */
  public ApplicationId {
    if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(c -> plain(c))) {
      throw new IllegalArgumentException("an application id has 1 to 64 plain characters");
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
