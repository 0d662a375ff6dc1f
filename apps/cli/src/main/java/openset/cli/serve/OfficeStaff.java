package openset.cli.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import openset.cli.config.BadConfig;
import openset.cli.config.ConfigFile;
import openset.cli.config.SecretSource;
import openset.cli.config.StaffOffice;
import openset.crypto.Vault;
import openset.http.Mount;
import openset.pages.desk.Bureau;
import openset.signin.Given;
import openset.signin.Pace;
import openset.signin.People;
import openset.signin.PeopleRefused;
import openset.signin.Role;
import openset.signin.SignIn;
import openset.store.Database;

/**
 * The people of a participant's back office. They lie in its own database, which is opened with
 * {@link SignIn#MIGRATIONS} too, their secrets under its own vault key.
 */
public final class OfficeStaff implements AutoCloseable {
  private static final String FIRST = "owner";

  private final People people;
  private final Premises premises;

  private OfficeStaff(People people, Premises premises) {
    this.people = people;
    this.premises = premises;
  }

  /**
   * The people of the office configured in {@code file}, seen to on the machine itself; the office
   * may be open.
   *
   * @throws CannotStart where its key file cannot be opened
   */
  public static OfficeStaff of(Path file, Ground ground) throws CannotStart, BadConfig {
    Premises premises = Premises.of(file, ConfigFile.ofOffice(file), ground);
    try {
      Database database = premises.database(SignIn.MIGRATIONS);
      Vault vault = premises.vault(premises.keys());
      return new OfficeStaff(new People(given(premises, database, vault)), premises);
    } catch (CannotStart | BadConfig | RuntimeException e) {
      premises.close();
      throw e;
    }
  }

  /** What signing in to an office stands on. */
  static Given given(Premises premises, Database database, Vault vault) {
    Ground ground = premises.ground();
    return new Given(database, vault, ground.clock(), ground.randomness(), Pace.USUAL);
  }

  /**
   * Who may come into an office that opens: its first owner is there.
   *
   * @param firstPassword used while nobody is there
   */
  static Bureau.Staff open(Premises premises, SecretSource firstPassword, Given given)
      throws BadConfig {
    People people = new People(given);
    if (people.all().isEmpty()) {
      try {
        people.add(FIRST, Role.owner, premises.text(firstPassword));
      } catch (PeopleRefused refused) {
        throw new BadConfig("The first password of the office: " + refused.getMessage());
      }
    }
    return new Bureau.Staff(new SignIn(given), people);
  }

  /**
   * The routes of an office, where one is configured.
   *
   * @param pages makes them for those who may come in
   */
  static List<Mount> routes(
      Premises premises,
      Optional<StaffOffice> office,
      Given given,
      Function<Bureau.Staff, List<Mount>> pages)
      throws BadConfig {
    if (office.isEmpty()) return List.of();
    return pages.apply(open(premises, office.get().firstPassword(), given));
  }

  /** Them. */
  public People people() {
    return people;
  }

  @Override
  public void close() {
    premises.close();
  }
}
