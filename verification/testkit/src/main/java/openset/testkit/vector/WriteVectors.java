package openset.testkit.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code vectors/} anew into the folder it is given; {@code vectors/README.md} says how. */
public final class WriteVectors {
  private WriteVectors() {}

  /** Writes every scenario below {@code arguments[0]}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (Vector vector : AllVectors.list()) {
      Path file = folder.resolve(vector.path());
      Files.createDirectories(file.getParent());
      Files.writeString(file, vector.text());
    }
  }
}
