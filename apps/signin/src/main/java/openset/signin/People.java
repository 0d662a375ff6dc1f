package openset.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.crypto.PasswordHash;
import openset.signin.PeopleRefused.Reason;
import openset.signin.store.PeopleTables;
import openset.signin.store.Rows;
import openset.signin.store.SessionTables;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who the participant's people are. Whoever's rights or secrets change is signed out. */
public final class People {
  private static final Logger LOG = LoggerFactory.getLogger(People.class);

  private final Given given;

  /** The people of one participant. */
  public People(Given given) {
    this.given = given;
  }

  /** All, by name. */
  public List<Person> all() {
    return given.database().transactions().inTransaction(PeopleTables::all).stream()
        .map(People::person)
        .toList();
  }

  /**
   * Adds a person.
   *
   * @throws PeopleRefused badName, weakPassword or taken
   */
  public void add(String name, Role role, String password) throws PeopleRefused {
    PersonName person = name(name);
    PasswordHash hash = hash(person, password);
    Instant now = given.now();
    boolean added =
        given
            .database()
            .transactions()
            .inTransaction(
                tx -> PeopleTables.add(tx, person.text(), role.name(), hash.phc(), now));
    if (!added) throw new PeopleRefused(Reason.taken);
    LOG.info("person added name={} role={}", person, role);
  }

  /** Gives a person another role. */
  public void change(String name, Role role) throws PeopleRefused {
    perform(
        name,
        (tx, person) -> {
          if (role != Role.owner) leaveAnOwner(tx, person);
          PeopleTables.role(tx, person.name(), role.name());
        });
    LOG.info("role changed name={} role={}", name, role);
  }

  /** Gives a person another password. */
  public void password(String name, String password) throws PeopleRefused {
    PasswordHash hash = hash(name(name), password);
    perform(name, (tx, person) -> PeopleTables.password(tx, person.name(), hash.phc()));
    LOG.info("password changed name={}", name);
  }

  /** Whether this is the person's password; asked before it is changed. */
  public boolean fits(PersonName name, String password) {
    return given
        .database()
        .transactions()
        .inTransaction(tx -> PeopleTables.find(tx, name.text()))
        .flatMap(p -> Password.typed(password).map(t -> fits(p, t)))
        .orElse(false);
  }

  private static boolean fits(Rows.Person person, Password typed) {
    return new PasswordHash(person.password()).fits(typed.octets());
  }

  /** Takes a person's second factor away: a new one is set up at the next sign-in. */
  public void resetFactor(String name) throws PeopleRefused {
    perform(name, (tx, person) -> PeopleTables.factor(tx, person.name(), Optional.empty()));
    LOG.info("second factor reset name={}", name);
  }

  /** Removes a person. */
  public void remove(String name) throws PeopleRefused {
    perform(
        name,
        (tx, person) -> {
          leaveAnOwner(tx, person);
          PeopleTables.remove(tx, person.name());
        });
    LOG.info("person removed name={}", name);
  }

  @FunctionalInterface
  private interface Change {
    void to(Tx tx, Rows.Person person) throws PeopleRefused;
  }

  private void perform(String name, Change change) throws PeopleRefused {
    PersonName of = name(name);
    given
        .database()
        .transactions()
        .<PeopleRefused>perform(
            tx -> {
              PeopleTables.lockOwners(tx);
              Rows.Person person =
                  PeopleTables.locked(tx, of.text())
                      .orElseThrow(() -> new PeopleRefused(Reason.unknown));
              change.to(tx, person);
              SessionTables.endAll(tx, of.text());
            });
  }

  private static void leaveAnOwner(Tx tx, Rows.Person person) throws PeopleRefused {
    boolean owner = person.role().equals(Role.owner.name());
    if (owner && PeopleTables.lockOwners(tx) < 2) throw new PeopleRefused(Reason.lastOwner);
  }

  private static PersonName name(String name) throws PeopleRefused {
    return PersonName.of(name).orElseThrow(() -> new PeopleRefused(Reason.badName));
  }

  private PasswordHash hash(PersonName name, String password) throws PeopleRefused {
    Password typed =
        Password.typed(password)
            .filter(good -> good.isGoodFor(name))
            .orElseThrow(() -> new PeopleRefused(Reason.weakPassword));
    return PasswordHash.of(typed.octets(), given.randomness());
  }

  private static Person person(Rows.Person row) {
    return new Person(
        new PersonName(row.name()),
        Role.named(row.role()).orElseThrow(),
        row.factor().isPresent(),
        row.addedAt(),
        row.signedInAt());
  }
}
