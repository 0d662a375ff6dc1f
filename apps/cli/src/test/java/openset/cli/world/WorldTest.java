package openset.cli.world;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import openset.cli.config.BadConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {
  @TempDir private Path folder;

  private void openAt(Optional<Integer> base) throws Exception {
    World.open(folder, base, DatabaseServer.EMBEDDED).close();
  }

  @Test
  void aWorldOfAnotherVersionIsNotTouched() throws Exception {
    Files.writeString(
        folder.resolve("world.json"), "{\"base\":7700,\"server\":\"x\",\"databases\":{}}");
    assertThatThrownBy(() -> openAt(Optional.empty()))
        .isInstanceOf(BadConfig.class)
        .hasMessageContaining("another version of OpenSET")
        .hasMessageContaining("--data");
  }

  @Test
  void aWorldDoesNotMoveAwayFromThePortsThatItsCertificatesName() throws Exception {
    Files.writeString(
        folder.resolve("world.json"),
        "{\"edition\":" + World.EDITION + ",\"base\":7700,\"server\":\"x\",\"databases\":{}}");
    assertThatThrownBy(() -> openAt(Optional.of(7800)))
        .isInstanceOf(BadConfig.class)
        .hasMessageContaining("ports from 7700");
  }
}
