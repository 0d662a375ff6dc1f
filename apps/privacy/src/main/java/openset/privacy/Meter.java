package openset.privacy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openset.crypto.SecretBytes;
import openset.privacy.promise.Part;
import openset.privacy.store.Charged;
import openset.privacy.store.Sold;
import openset.privacy.store.Unreadable;

/**
 * Measures what everybody of a world stored of purchases and could read, at this moment, in all
 * their databases, in the logs and in files.
 */
public final class Meter {
  private final World world;

  /**
   * Whom and what it looks at.
   *
   * @param subjects everybody with a database
   * @param bins first six digits of the cards of the world
   * @param common words that everybody may hold, such as the names of shops
   * @param secrets that must be found nowhere, beside the subjects' own
   * @param logs files to read as lines
   * @param files files to read as octets
   */
  public record World(
      List<Subject> subjects,
      List<String> bins,
      List<String> common,
      List<SecretBytes> secrets,
      List<Path> logs,
      List<Path> files) {
    public World {
      subjects = List.copyOf(subjects);
      bins = List.copyOf(bins);
      common = List.copyOf(common);
      secrets = List.copyOf(secrets);
      logs = List.copyOf(logs);
      files = List.copyOf(files);
    }
  }

  /** A meter of this world. */
  public Meter(World world) {
    this.world = world;
  }

  /** All purchases there are, by merchant and then the oldest first. */
  public List<Purchase> purchases() throws Unreadable {
    List<Charged> charged = new ArrayList<>();
    for (Subject issuer : of(Part.ISSUER)) {
      if (issuer.reach().vault().isEmpty()) continue;
      charged.addAll(Charged.by(issuer.login(), issuer.reach().vault().get()));
    }
    List<Purchase> purchases = new ArrayList<>();
    for (Subject merchant : of(Part.MERCHANT)) {
      for (Sold sold : Sold.by(merchant.login())) {
        Optional<Charged> card =
            charged.stream().filter(c -> Arrays.equals(c.xid(), sold.xid())).findFirst();
        purchases.add(new Purchase(merchant.name(), sold, card));
      }
    }
    return purchases;
  }

  private List<Subject> of(Part part) {
    return world.subjects().stream().filter(subject -> subject.part() == part).toList();
  }

  /** The traces of these purchases. */
  public Measured measure(List<Purchase> purchases) throws Unreadable, IOException {
    long begun = System.nanoTime();
    Search search = new Search(world, purchases);
    List<Measured.Line> rows = new ArrayList<>();
    for (Subject subject : world.subjects()) rows.add(search.database(subject));
    rows.add(search.logs());
    if (!world.files().isEmpty()) rows.add(search.files());
    Duration time = Duration.ofNanos(System.nanoTime() - begun);
    return new Measured(
        purchases,
        rows,
        new Measured.Effort(search.values(), search.logLines(), search.fileOctets(), time));
  }
}
