package openset.store;

import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables of a database up to date, one history table for each folder of files. */
final class Migrations {
  private static final String OWN = "openset/store/migrations";

  private Migrations() {}

  /** Runs this package's migrations, then the given folders in order. */
  static void run(Address address, List<String> folders) {
    List<String> all = new ArrayList<>(List.of(OWN));
    all.addAll(folders);
    for (String folder : all) {
      run(address, folder);
    }
  }

  private static void run(Address address, String folder) {
    try {
      Flyway.configure()
          .dataSource(address.jdbcUrl(), address.role(), address.passphrase())
          .locations("classpath:" + folder)
          .table("migrated_" + folder.replaceAll("[^a-z0-9]+", "_"))
          // Another folder's tables are there already: begin below the first version.
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .failOnMissingLocations(true)
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException failure) {
      throw new StoreFailed(
          "The tables of " + address + " could not be brought up to date from " + folder + ".",
          failure);
    }
  }
}
