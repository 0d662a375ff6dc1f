package openset.crypto.keystore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files with POSIX permissions 0600, replaced whole or not at all. */
public final class OwnerOnlyFile {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final FileAttribute<Set<PosixFilePermission>> MODE_0600 =
      PosixFilePermissions.asFileAttribute(OWNER);

  private OwnerOnlyFile() {}

  /** Whether nobody but the owner may do anything with the file, as far as anyone can tell. */
  public static boolean isPrivate(Path path) throws IOException {
    try {
      return OWNER.containsAll(Files.getPosixFilePermissions(path));
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }

  /**
   * Makes an empty file.
   *
   * @throws java.nio.file.FileAlreadyExistsException where there is one
   */
  public static void create(Path path) throws IOException {
    Files.createFile(path, MODE_0600);
  }

  /** Puts {@code octets} in the file's place; after a crash the file is the old or the new one. */
  public static void replace(Path path, byte[] octets) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(folder, "." + path.getFileName(), ".draft", MODE_0600);
    try {
      try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(octets);
        while (rest.hasRemaining()) out.write(rest);
        out.force(true);
      }
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
        entries.force(true);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
