package openset.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import openset.crypto.Agreement;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.privacy.promise.Part;
import openset.privacy.promise.Promises;
import openset.privacy.promise.Sight;
import openset.privacy.promise.Thing;
import openset.privacy.search.CardNumbers;
import openset.privacy.search.Form;
import openset.privacy.search.Forms;
import openset.privacy.search.Layers;
import openset.privacy.search.Needle;
import openset.privacy.search.Needles;
import openset.privacy.search.Reach;
import openset.privacy.store.Cell;
import openset.privacy.store.Charged;
import openset.privacy.store.Row;
import openset.privacy.store.Snapshot;
import openset.privacy.store.Unreadable;

/** One search for the traces of purchases. For one thread. */
final class Search {
  private static final String NOT_SHOWN = "(its key holds what was found)";
  private static final int LINE_MOST = 1 << 20;

  private final Meter.World world;
  private final List<Purchase> purchases;
  private final Set<Long> totals = new HashSet<>();
  private final List<Needle> secrets;
  private final Needles needles;
  private final Needles inFiles;
  private final CardNumbers cards;
  private long values;
  private long logLines;
  private long fileOctets;

  Search(Meter.World world, List<Purchase> purchases) {
    this.world = world;
    this.purchases = purchases;
    this.cards = new CardNumbers(world.bins());
    this.secrets = secrets(world);
    this.needles = needles(List.of());
    List<Needle> octets = new ArrayList<>(secrets);
    for (Purchase purchase : purchases) {
      totals.add(purchase.total().minor());
      purchase.charged().ifPresent(c -> octets.addAll(Forms.ofCardNumber(c.cardNumber())));
    }
    this.inFiles = new Needles(octets);
  }

  private Needles needles(List<String> told) {
    List<Needle> all = new ArrayList<>(secrets);
    purchases.forEach(purchase -> all.addAll(purchase.needles(world.common(), told)));
    return new Needles(all);
  }

  private static List<Needle> secrets(Meter.World world) {
    List<SecretBytes> all = new ArrayList<>(world.secrets());
    world.subjects().forEach(subject -> all.addAll(subject.secrets()));
    List<Needle> needles = new ArrayList<>();
    for (SecretBytes secret : all) {
      byte[] octets = secret.use(byte[]::clone);
      needles.addAll(Forms.ofOctets(Thing.SECRETS, octets));
      String text = new String(octets, UTF_8);
      if (text.length() % 2 == 0 && text.chars().allMatch(HexFormat::isHexDigit)) {
        needles.addAll(Forms.ofOctets(Thing.SECRETS, HexFormat.of().parseHex(text)));
      }
    }
    return needles;
  }

  long values() {
    return values;
  }

  long logLines() {
    return logLines;
  }

  long fileOctets() {
    return fileOctets;
  }

  /** Everything in a subject's database. */
  Measured.Line database(Subject subject) throws Unreadable {
    Tally tally = new Tally();
    try (Snapshot snapshot = Snapshot.of(subject.login())) {
      Set<String> open = snapshot.open(subject.part() == Part.AUTHORITY);
      List<String> told = told(subject);
      Needles wanted = told.isEmpty() ? needles : needles(told);
      snapshot.rows(row -> row(subject, row, new Gaze(wanted, open, tally)));
    }
    return new Measured.Line(
        subject.name(), subject.title(), subject.part(), tally.sights(), tally.breaches());
  }

  /** What a bank was told by its customers, and the authority by whom it certified. */
  private List<String> told(Subject subject) throws Unreadable {
    List<Charged.Holder> holders = new ArrayList<>();
    if (subject.part() == Part.AUTHORITY) {
      for (Purchase each : purchases) each.charged().ifPresent(card -> holders.add(card.holder()));
    }
    Optional<Vault> vault = subject.reach().vault();
    if (subject.part() == Part.ISSUER && vault.isPresent()) {
      holders.addAll(Charged.holders(subject.login(), vault.get()));
    }
    return holders.stream().map(Charged.Holder::record).distinct().toList();
  }

  /**
   * How rows are looked at.
   *
   * @param wanted what is looked for
   * @param open conversations in which a bank is being asked
   * @param tally where findings go
   */
  private record Gaze(Needles wanted, Set<String> open, Tally tally) {}

  private void row(Subject subject, Row row, Gaze gaze) {
    boolean asking = gaze.open().stream().anyMatch(row.key()::contains);
    String key = shows(row.key().getBytes(UTF_8)) ? NOT_SHOWN : row.key();
    boolean[] ours = {false};
    Reach others = others(subject);
    for (Cell cell : row.cells()) {
      values++;
      Place place = new Place(subject.name(), row.table(), cell.column(), key);
      BiConsumer<Hit, Sight> found =
          (hit, seen) -> {
            ours[0] |= hit.thing() == Thing.PURCHASE;
            gaze.tally().add(
                Promises.isEvidence(subject.part(), row.table())
                    ? shown(subject.part(), hit, seen, place)
                    : found(subject.part(), asking, hit, seen, place));
          };
      Layers.Eye eye = (octets, sight) -> hits(octets, sight, gaze.wanted(), found);
      new Layers(subject.reach(), others, eye).open(cell.octets());
    }
    if (ours[0]) amounts(subject, row, key, gaze.tally());
  }

  private void amounts(Subject subject, Row row, String key, Tally tally) {
    for (Cell cell : row.cells()) {
      if (!cell.number() || !totals.contains(Long.parseLong(new String(cell.octets(), UTF_8)))) {
        continue;
      }
      Place place = new Place(subject.name(), row.table(), cell.column(), key);
      Hit hit = new Hit(Thing.TOTAL, Form.AMOUNT);
      tally.add(found(subject.part(), false, hit, Sight.CLEAR, place));
    }
  }

  /** Whether a row's key gives away what nobody should read in a report. */
  private boolean shows(byte[] key) {
    boolean[] shows = {false};
    hits(key, Sight.CLEAR, needles, (hit, _) -> shows[0] |= hit.thing() != Thing.PURCHASE);
    return shows[0];
  }

  private record Hit(Thing thing, Form form) {}

  private void hits(byte[] octets, Sight sight, Needles wanted, BiConsumer<Hit, Sight> found) {
    boolean[] card = {false};
    wanted.find(
        octets,
        octets.length,
        needle -> {
          card[0] |= needle.thing() == Thing.CARD_NUMBER;
          Sight seen = needle.form() == Form.MASKED ? Sight.MASKED.within(sight) : sight;
          found.accept(new Hit(needle.thing(), needle.form()), seen);
        });
    if (card[0]) return;
    if (cards.written(octets, octets.length) || cards.packed(octets, octets.length)) {
      found.accept(new Hit(Thing.CARD_NUMBER, Form.LIKE_A_CARD), sight);
    }
  }

  private static Finding found(Part part, boolean asking, Hit hit, Sight sight, Place place) {
    Sight most =
        asking
            ? Promises.mostWhileAsking(part, hit.thing())
            : Promises.most(part, hit.thing());
    return new Finding(hit.thing(), sight, hit.form(), place, most);
  }

  private static Finding shown(Part part, Hit hit, Sight sight, Place place) {
    Sight most = Promises.mostInEvidence(part, hit.thing());
    boolean told = sight == Sight.CLEAR && most == Sight.SHOWN;
    return new Finding(hit.thing(), told ? Sight.SHOWN : sight, hit.form(), place, most);
  }

  private Reach others(Subject subject) {
    List<Agreement> keys = new ArrayList<>();
    for (Subject other : world.subjects()) {
      if (!other.name().equals(subject.name())) keys.addAll(other.reach().agreements());
    }
    return new Reach(Optional.empty(), keys);
  }

  /** Every line of every log. */
  Measured.Line logs() throws IOException {
    Tally tally = new Tally();
    for (Path log : world.logs()) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(log))) {
        long number = 0;
        for (byte[] line = line(in); line.length > 0; line = line(in)) {
          logLines++;
          Place place = Place.line(log.getFileName().toString(), ++number);
          BiConsumer<Hit, Sight> found =
              (hit, seen) -> tally.add(found(Part.LOGS, false, hit, seen, place));
          Layers.Eye eye = (octets, sight) -> hits(octets, sight, needles, found);
          new Layers(Reach.NONE, Reach.NONE, eye).open(line);
        }
      }
    }
    return new Measured.Line("logs", "", Part.LOGS, tally.sights(), tally.breaches());
  }

  /** The next line with its end; empty at the end of the file. */
  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      line.write(octet);
      if (octet == '\n' || line.size() == LINE_MOST) break;
    }
    return line.toByteArray();
  }

  /** Every file, as octets: a card number or a secret lies in none. */
  Measured.Line files() throws IOException {
    Tally tally = new Tally();
    for (Path file : world.files()) {
      byte[] octets = read(file);
      fileOctets += octets.length;
      Place place = Place.line(file.toString(), 0);
      inFiles.find(
          octets,
          octets.length,
          needle -> {
            Sight seen = needle.form() == Form.MASKED ? Sight.MASKED : Sight.CLEAR;
            Hit hit = new Hit(needle.thing(), needle.form());
            tally.add(found(Part.FILES, false, hit, seen, place));
          });
    }
    return new Measured.Line("files", "", Part.FILES, tally.sights(), tally.breaches());
  }

  /** What is in it; nothing where it is gone meanwhile, as a database's files may be. */
  private static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return new byte[0];
    }
  }
}
