package openset.checks.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of the repository that are kept under version control. */
public final class Repository {
  private final Path root;
  private final List<Path> files;

  private Repository(Path root, List<Path> files) {
    this.root = root;
    this.files = files;
  }

  /** The repository around the working directory. */
  public static Repository here() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.exists(at.resolve("ARCHITECTURE.md"))) at = at.getParent();
    if (at == null) throw new IllegalStateException("not inside the repository");
    return new Repository(at, tracked(at));
  }

  private static List<Path> tracked(Path root) {
    try {
      Process git =
          new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
              .directory(root.toFile())
              .start();
      git.getOutputStream().close();
      String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() != 0) throw new IllegalStateException("git does not list the files");
      return Stream.of(names.split("\0")).map(Path::of).filter(f -> exists(root, f)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean exists(Path root, Path file) {
    return Files.isRegularFile(root.resolve(file));
  }

  /** The folder that holds everything. */
  public Path root() {
    return root;
  }

  /** All files, relative to the root. */
  public List<Path> files() {
    return files;
  }

  /** The files with one of these endings. */
  public Stream<Path> files(String... endings) {
    return files.stream()
        .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith));
  }

  /** Where a file is. */
  public Path at(Path file) {
    return root.resolve(file);
  }

  /** Its size in octets. */
  public long size(Path file) {
    try {
      return Files.size(at(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its text; nothing where it is no text. */
  public Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(at(file)));
    } catch (MalformedInputException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
