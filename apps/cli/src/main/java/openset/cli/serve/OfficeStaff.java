package openset.cli.serve;

import java.nio.file.Path;
import openset.cli.config.BadConfig;
import openset.cli.config.ConfigFile;
import openset.cli.config.MerchantSite;
import openset.signin.Given;
import openset.signin.Pace;
import openset.signin.People;
import openset.signin.SignIn;
import openset.store.Database;

/** The people of a merchant's office, seen to on the machine itself; the office may be open. */
public final class OfficeStaff implements AutoCloseable {
  private final People people;
  private final Premises premises;

  private OfficeStaff(People people, Premises premises) {
    this.people = people;
    this.premises = premises;
  }

  /**
   * The people of the merchant configured in {@code file}.
   *
   * @throws CannotStart where its key file cannot be opened
   */
  public static OfficeStaff of(Path file, Ground ground) throws CannotStart, BadConfig {
    MerchantSite site = ConfigFile.read(file, MerchantSite.class);
    Premises premises = Premises.of(file, site.own(), ground);
    try {
      Database database = premises.database(SignIn.MIGRATIONS);
      Given given =
          new Given(
              database,
              premises.vault(premises.keys()),
              ground.clock(),
              ground.randomness(),
              Pace.USUAL);
      return new OfficeStaff(new People(given), premises);
    } catch (CannotStart | BadConfig | RuntimeException e) {
      premises.close();
      throw e;
    }
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
