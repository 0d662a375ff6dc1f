package openset.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is read while somebody else is at work in it. */
class LiveFilesTest {
  @TempDir private Path folder;

  @Test
  void allFilesAreFoundButProgramsAndWhatIsLeftOut() throws IOException {
    Path data = file("data/base/1/pg_class", "rows");
    Path note = file("note", "text");
    file("data/postgresql-18/bin/postgres", "program");
    file("secrets/key", "secret");
    assertThat(LiveFiles.below(folder, folder.resolve("secrets")))
        .containsExactlyInAnyOrder(data, note);
    assertThat(LiveFiles.read(data)).asString().isEqualTo("rows");
  }

  @Test
  void whatGoesAwayWhileItIsReadIsPassedOver() throws Exception {
    Path stays = file("a/stays", "here");
    AtomicBoolean done = new AtomicBoolean();
    Thread other = Thread.ofPlatform().start(() -> comesAndGoes(done));
    try {
      for (int i = 0; i < 2_000; i++) {
        for (Path each : LiveFiles.below(folder)) LiveFiles.read(each);
        assertThat(LiveFiles.below(folder)).contains(stays);
      }
    } finally {
      done.set(true);
      other.join();
    }
    assertThat(LiveFiles.read(folder.resolve("gone"))).isEmpty();
  }

  private void comesAndGoes(AtomicBoolean done) {
    try {
      while (!done.get()) {
        for (int i = 0; i < 20; i++) file("a/folder/" + i, "for a moment");
        Binaries.delete(folder.resolve("a/folder"));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
