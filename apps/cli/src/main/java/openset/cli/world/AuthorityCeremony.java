package openset.cli.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import openset.authority.Ceremony;
import openset.authority.world.KeyFolder;
import openset.cli.config.BadConfig;
import openset.cli.config.SecretSource;
import openset.crypto.KeyFile;
import openset.crypto.Passphrase;
import openset.crypto.Randomness;
import openset.crypto.Suite;

/** The authorities of the demo world: their ceremony is held once. */
final class AuthorityCeremony {
  private static final String COUNTRY = "CH";
  private static final Duration FIRST_LISTS = Duration.ofDays(7);

  private AuthorityCeremony() {}

  /** Holds it, unless it was held before. */
  static void hold(Path folder) throws BadConfig, IOException {
    Path place = folder.resolve("authority");
    if (isHeld(place)) return;
    String passphrase = SecretSource.inFile("secrets/authority.ceremony").read(folder);
    Ceremony.Plan plan =
        new Ceremony.Plan(
            Suite.CLASSICAL,
            new Ceremony.Named("OpenSET Demo Root", COUNTRY),
            Plan.BRANDS.stream()
                .map(brand -> new Ceremony.Named(brand.brand(), COUNTRY))
                .toList(),
            FIRST_LISTS);
    try {
      Ceremony.hold(
          plan,
          new KeyFolder(place, Passphrase.of(passphrase)),
          Instant.now(),
          Randomness.secure());
    } catch (KeyFile.Unusable e) {
      throw new BadConfig(e.getMessage());
    }
  }

  /** The last thing of a ceremony is what the last brand publishes. */
  private static boolean isHeld(Path place) {
    return Files.exists(place.resolve(KeyFolder.ROOT_CERTIFICATE))
        && Plan.BRANDS.stream()
            .allMatch(
                brand -> Files.exists(place.resolve(KeyFolder.stem(brand.brand()) + ".trust")));
  }
}
