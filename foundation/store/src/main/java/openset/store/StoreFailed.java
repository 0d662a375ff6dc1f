package openset.store;

/**
 * The database server or its files do not do what they must: not reachable, not startable, wrong
 * passphrase, a migration that fails. The message is a sentence for the operator and holds no
 * secret.
 */
public final class StoreFailed extends RuntimeException {
  /** A failure without a cause of its own. */
  public StoreFailed(String sentence) {
    super(sentence);
  }

  /** A failure and what led to it, whose first cause says why. */
  public StoreFailed(String sentence, Throwable cause) {
    super(sentence + " " + first(cause), cause);
  }

  private static String first(Throwable cause) {
    Throwable first = cause;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return String.valueOf(first.getMessage()).strip();
  }
}
