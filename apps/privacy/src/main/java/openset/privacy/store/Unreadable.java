package openset.privacy.store;

/** A database that cannot be read, so that nothing can be said of it. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  /** A sentence that names the database. */
  public Unreadable(Login login, Exception cause) {
    super("The database of " + login.role() + " cannot be read: " + cause.getMessage(), cause);
  }
}
