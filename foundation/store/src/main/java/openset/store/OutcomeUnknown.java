package openset.store;

/**
 * The connection broke while a transaction was being committed, so it may or may not stand. Never
 * repeated blindly: the caller looks at what is stored, for example with {@link Journal#answerTo}.
 */
public final class OutcomeUnknown extends RuntimeException {
  OutcomeUnknown(Throwable cause) {
    super("The outcome of a commit is unknown: the connection to the database broke.", cause);
  }
}
