package openset.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that come with the application, unpacked once into a directory. */
final class Binaries {
  private static final String HOME = "postgresql-";

  private final Path home;

  private Binaries(Path home) {
    this.home = home;
  }

  /** Unpacks the programs for this machine below {@code directory} where they are missing. */
  static Binaries in(Path directory) throws IOException {
    Path home = directory.resolve(HOME + version());
    if (!Files.isDirectory(home)) {
      // Under another name first: what is half unpacked after a crash is never run.
      Path unfinished = directory.resolve(HOME + "unfinished");
      delete(unfinished);
      Files.createDirectories(unfinished);
      try (InputStream packed = open()) {
        unpack(packed, unfinished);
      }
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return new Binaries(home);
  }

  /** Whether programs are unpacked, or were being unpacked, in a folder of this name. */
  static boolean isHome(Path folder) {
    return folder.getFileName().toString().startsWith(HOME);
  }

  /** The path of a program, such as {@code pg_ctl}. */
  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /** Removes a directory and all that is in it, if it is there. */
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(directory)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  private static void unpack(InputStream packed, Path directory) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException("the archive leaves its directory");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, target);
          boolean program = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  private static InputStream open() throws IOException {
    return archive().openStream();
  }

  private static URL archive() throws IOException {
    String system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
            ? "darwin"
            : "linux";
    String machine =
        switch (System.getProperty("os.arch")) {
          case "aarch64", "arm64" -> "arm_64";
          default -> "x86_64";
        };
    URL found = Binaries.class.getResource("/postgres-" + system + "-" + machine + ".txz");
    if (found == null) {
      throw new IOException(
          "no PostgreSQL comes along for " + system + " on " + machine + "; use --database URL");
    }
    return found;
  }

  /** Changes with the archive, so that an update of the application unpacks again. */
  private static String version() throws IOException {
    return Long.toHexString(archive().openConnection().getContentLengthLong());
  }
}
