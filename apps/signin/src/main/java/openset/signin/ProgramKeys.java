package openset.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import openset.crypto.SecretBytes;
import openset.crypto.Unauthentic;
import openset.signin.store.KeyTables;
import openset.signin.store.Rows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys by which programs call the participant's API: made, shown once, revoked. */
public final class ProgramKeys {
  private static final Logger LOG = LoggerFactory.getLogger(ProgramKeys.class);
  private static final int NAME_OCTETS = 8;
  private static final int SECRET_OCTETS = 32;
  private static final int ABOUT_MAX = 80;
  private static final Duration TOUCH = Duration.ofMinutes(1);

  private final Given given;

  /** The keys of one participant. */
  public ProgramKeys(Given given) {
    this.given = given;
  }

  /**
   * A key that was just made, with its secret, which is never shown again.
   *
   * @param secret its characters as octets, which are the key of the HMAC
   */
  public record Added(ProgramKey key, SecretBytes secret) {
    /** What a program is given: {@code name~secret}. */
    public String text() {
      return key.name() + "~" + secret.use(octets -> new String(octets, US_ASCII));
    }

    @Override
    public String toString() {
      return "Added[" + key.name() + "]";
    }
  }

  /** A key that opens something. */
  public record Live(SecretBytes secret, Role role) {}

  /** All keys, the newest first. */
  public List<ProgramKey> all() {
    return given.database().transactions().inTransaction(KeyTables::all).stream()
        .map(ProgramKeys::key)
        .toList();
  }

  /**
   * Makes a key.
   *
   * @param lasting how long it lasts; until it is revoked where empty
   */
  public Added add(String about, Role role, String by, Optional<Duration> lasting) {
    if (role == Role.owner) throw new IllegalArgumentException("a program is no owner");
    if (about.isBlank() || about.length() > ABOUT_MAX) {
      throw new IllegalArgumentException("a key has a word for people, of at most 80 characters");
    }
    String name = "key-" + HexFormat.of().formatHex(given.randomness().bytes(NAME_OCTETS));
    SecretBytes secret =
        SecretBytes.of(
            Base64.getUrlEncoder()
                .withoutPadding()
                .encode(given.randomness().bytes(SECRET_OCTETS)));
    Instant now = given.now();
    Rows.Key row =
        new Rows.Key(
            name,
            about.strip(),
            role.name(),
            secret.use(octets -> given.vault().seal(place(name), octets)),
            by,
            now,
            lasting.map(now::plus),
            Optional.empty(),
            Optional.empty());
    given.database().transactions().perform(tx -> KeyTables.add(tx, row));
    LOG.info("key added name={} role={} by={}", name, role, by);
    return new Added(key(row), secret);
  }

  /** Revokes a key; false where there is no such, or it was revoked before. */
  public boolean revoke(String name) {
    Instant now = given.now();
    boolean revoked =
        given.database().transactions().inTransaction(tx -> KeyTables.revoke(tx, name, now));
    if (revoked) LOG.info("key revoked name={}", name);
    return revoked;
  }

  /** The key of that name, if it opens anything now; notes that it was asked for. */
  public Optional<Live> live(String name) {
    Instant now = given.now();
    return given
        .database()
        .transactions()
        .inTransaction(
            tx -> {
              Optional<Rows.Key> row =
                  KeyTables.find(tx, name).filter(found -> key(found).live(now));
              boolean touch =
                  row.isPresent()
                      && row.get().usedAt().filter(at -> at.plus(TOUCH).isAfter(now)).isEmpty();
              if (touch) KeyTables.used(tx, name, now);
              return row;
            })
        .map(row -> new Live(secret(row), key(row).role()));
  }

  private SecretBytes secret(Rows.Key row) {
    try {
      return SecretBytes.of(given.vault().open(place(row.name()), row.secret()));
    } catch (Unauthentic e) {
      throw new IllegalStateException("the secret of a key is not ours", e);
    }
  }

  private static String place(String name) {
    return "signin.key/" + name;
  }

  private static ProgramKey key(Rows.Key row) {
    return new ProgramKey(
        row.name(),
        row.about(),
        Role.named(row.role()).orElseThrow(),
        row.addedBy(),
        row.addedAt(),
        row.expiresAt(),
        row.revokedAt(),
        row.usedAt());
  }
}
