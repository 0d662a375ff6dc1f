package openset.store;

/**
 * Another transaction was faster: a version moved on, or a key that must be new is taken. The
 * transaction is rolled back and, by {@link Transactions}, done again a bounded number of times.
 */
public final class Conflict extends RuntimeException {
  /** Names what was in conflict, without content. */
  public Conflict(String what) {
    super(what, null, false, false);
  }
}
