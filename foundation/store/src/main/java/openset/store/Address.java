package openset.store;

import java.util.Objects;

/**
 * Where one participant's database is and how its role gets in. The text form never shows the
 * passphrase.
 */
public final class Address {
  private final String jdbcUrl;
  private final String role;
  private final char[] passphrase;

  /**
   * An address.
   *
   * @param jdbcUrl as in {@code jdbc:postgresql://127.0.0.1:5432/merchant}, without any passphrase
   * @param role the role that owns the database
   * @param passphrase copied
   */
  public Address(String jdbcUrl, String role, char[] passphrase) {
    this.jdbcUrl = Objects.requireNonNull(jdbcUrl);
    this.role = Objects.requireNonNull(role);
    this.passphrase = passphrase.clone();
  }

  /** The JDBC URL, which holds no secret. */
  public String jdbcUrl() {
    return jdbcUrl;
  }

  /** The role that owns the database. */
  public String role() {
    return role;
  }

  /** The passphrase as the driver wants it. */
  String passphrase() {
    return new String(passphrase);
  }

  @Override
  public String toString() {
    return role + " at " + jdbcUrl;
  }
}
