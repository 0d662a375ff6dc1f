package openset.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Files of a folder in which others are at work, as a database server is in its own: what goes away
 * while it is read is passed over.
 */
public final class LiveFiles {
  private LiveFiles() {}

  /**
   * All regular files below a folder but the programs of an embedded server.
   *
   * @param except folders below it that are left out, too
   * @throws IOException when something that is there cannot be read
   */
  public static List<Path> below(Path folder, Path... except) throws IOException {
    Walk walk = new Walk(Set.of(except));
    Files.walkFileTree(folder, walk);
    return List.copyOf(walk.found);
  }

  /** The octets of a file; none where it is gone. */
  public static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return new byte[0];
    }
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Set<Path> except;
    private final List<Path> found = new ArrayList<>();

    Walk(Set<Path> except) {
      this.except = except;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean isLeftOut = except.contains(folder) || Binaries.isHome(folder);
      return isLeftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) found.add(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      return passedOver(failure);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure)
        throws IOException {
      return failure == null ? FileVisitResult.CONTINUE : passedOver(failure);
    }

    private static FileVisitResult passedOver(IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
      throw failure;
    }
  }
}
