package openset.cli.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import openset.cli.config.AcquirerSite;
import openset.cli.config.AuthoritySite;
import openset.cli.config.BadConfig;
import openset.cli.config.ClearingSite;
import openset.cli.config.GatewaySite;
import openset.cli.config.IssuerSite;
import openset.cli.config.MerchantSite;
import openset.cli.config.Own;
import openset.cli.config.SecretSource;
import openset.cli.config.Site;
import openset.cli.config.WalletSite;
import openset.cli.world.World;
import openset.crypto.Agreement;
import openset.crypto.KeyFile;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.privacy.Meter;
import openset.privacy.Subject;
import openset.privacy.promise.Part;
import openset.privacy.search.Reach;
import openset.privacy.store.Login;
import openset.store.LiveFiles;

/**
 * Makes meters that look at everybody of a demo world with all the keys that each has. Key files
 * are opened once, for that takes long by design, and again when they were changed. For one thread.
 */
public final class MeterOfWorld {
  private static final String VAULT = "vault";

  private final World world;
  private final Map<String, Known> known = new HashMap<>();

  /** Somebody, as known from key files of these times. */
  private record Known(Map<Path, FileTime> files, Subject subject) {}

  /** Meters of this world. */
  public MeterOfWorld(World world) {
    this.world = world;
  }

  /** A meter for one use; see {@link #meter}. */
  public static Meter of(World world, List<Path> logs, boolean files)
      throws BadConfig, IOException {
    return new MeterOfWorld(world).meter(logs, files);
  }

  /**
   * A meter of the world as it is now.
   *
   * @param logs more files to read as logs than those in the world's folder
   * @param files whether the files of the world are read too, its database server's included
   */
  public Meter meter(List<Path> logs, boolean files) throws BadConfig, IOException {
    List<Subject> subjects = new ArrayList<>();
    List<String> bins = new ArrayList<>();
    List<String> common = new ArrayList<>();
    for (Map.Entry<String, Site> site : world.sites().entrySet()) {
      subjects.add(subject(site.getValue()));
      common.add(site.getValue().own().title());
      if (site.getValue() instanceof IssuerSite issuer) bins.add(issuer.bank().bin());
    }
    List<Path> read = new ArrayList<>(in("logs"));
    read.addAll(logs);
    List<Path> octets = files ? octets() : List.of();
    return new Meter(new Meter.World(subjects, bins, common, secrets(), read, octets));
  }

  private Subject subject(Site site) throws BadConfig, IOException {
    Path config = world.config(site.own().name()).getParent();
    Map<Path, FileTime> times = new HashMap<>();
    for (Path file : keyFiles(site, config)) times.put(file, Files.getLastModifiedTime(file));
    Known before = known.get(site.own().name());
    if (before != null && before.files().equals(times)) return before.subject();
    Subject subject = opened(site, config);
    known.put(site.own().name(), new Known(times, subject));
    return subject;
  }

  private static Subject opened(Site site, Path config) throws BadConfig, IOException {
    Own own = site.own();
    String passphrase = own.database().passphrase().read(config);
    Login login = new Login(own.database().url(), own.database().role(), passphrase);
    List<KeyFile> files = keys(site, config);
    Reach reach = reach(files);
    List<SecretBytes> secrets = new ArrayList<>();
    try {
      for (KeyFile file : files) secrets.addAll(file.material());
    } catch (KeyFile.Unusable e) {
      throw new BadConfig(e.getMessage());
    }
    return new Subject(own.name(), own.title(), part(site), login, reach, secrets);
  }

  /** What a participant does in a purchase. */
  public static Part part(Site site) {
    return switch (site) {
      case WalletSite _ -> Part.WALLET;
      case MerchantSite _ -> Part.MERCHANT;
      case GatewaySite _ -> Part.GATEWAY;
      case AcquirerSite _ -> Part.ACQUIRER;
      case IssuerSite _ -> Part.ISSUER;
      case ClearingSite _ -> Part.CLEARING;
      case AuthoritySite _ -> Part.AUTHORITY;
    };
  }

  /** Its own key file, where it has one by now, and the ceremony's of an authority. */
  private static List<Path> keyFiles(Site site, Path config) throws IOException {
    List<Path> files = new ArrayList<>();
    Path file = config.resolve(site.own().keyFile()).normalize();
    if (Files.exists(file)) files.add(file);
    if (site instanceof AuthoritySite authority) {
      for (Path of : list(config.resolve(authority.ceremony()).normalize())) {
        if (of.toString().endsWith(".p12")) files.add(of);
      }
    }
    return files;
  }

  private static List<KeyFile> keys(Site site, Path config) throws BadConfig, IOException {
    Path its = config.resolve(site.own().keyFile()).normalize();
    List<KeyFile> keys = new ArrayList<>();
    for (Path file : keyFiles(site, config)) {
      SecretSource passphrase =
          site instanceof AuthoritySite authority && !file.equals(its)
              ? authority.keysPassphrase()
              : site.own().keyPassphrase();
      keys.add(passphrase.open(file, config));
    }
    return keys;
  }

  private static Reach reach(List<KeyFile> files) throws BadConfig {
    Optional<Vault> vault = Optional.empty();
    List<Agreement> agreements = new ArrayList<>();
    for (KeyFile file : files) {
      for (String alias : file.aliases()) {
        try {
          if (alias.equals(VAULT)) {
            vault = Optional.of(Vault.of(file.secret(alias), Randomness.secure()));
          } else if (alias.equals("agree") || alias.endsWith(".agree")) {
            agreements.add(file.agreement(alias).agreement());
          }
        } catch (KeyFile.Unusable e) {
          throw new BadConfig(e.getMessage());
        }
      }
    }
    return new Reach(vault, agreements);
  }

  /** Everything in the folder of secrets. */
  private List<SecretBytes> secrets() throws IOException {
    List<SecretBytes> secrets = new ArrayList<>();
    for (Path file : in("secrets")) {
      String text = Files.readString(file).strip();
      secrets.add(SecretBytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }
    return secrets;
  }

  private List<Path> in(String folder) throws IOException {
    return list(world.folder().resolve(folder));
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /**
   * All files of the world but its secrets, its logs, which are read as logs, and the programs of
   * the database server.
   */
  private List<Path> octets() throws IOException {
    Path folder = world.folder();
    return LiveFiles.below(folder, folder.resolve("secrets"), folder.resolve("logs"));
  }
}
