package openset.store;

/**
 * A PostgreSQL server that participants share without seeing one another: each has a database and a
 * role of its own.
 */
public sealed interface Server extends AutoCloseable permits EmbeddedServer, ExistingServer {
  /**
   * Makes the database and its owning role where they are missing, sets the role's passphrase, and
   * takes from everybody else the right to connect. Doing it again changes nothing else.
   *
   * @param database lower-case letters, digits and {@code _}
   * @param role lower-case letters, digits and {@code _}
   * @param passphrase the role's; not kept by the server object
   * @throws StoreFailed when the server cannot be reached or refuses
   */
  Address database(String database, String role, char[] passphrase);

  /** Ends what this object started; a server it only found goes on running. */
  @Override
  void close();
}
