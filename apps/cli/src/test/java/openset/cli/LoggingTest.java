package openset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {
  /** Logs once in every way that the libraries do, in a process of its own. */
  static final class Talker {
    private Talker() {}

    public static void main(String[] arguments) {
      LoggerFactory.getLogger("openset.a").warn("through slf4j{}", "\r\nFORGED line");
      LoggerFactory.getLogger("openset.a").info("not asked for");
      System.getLogger("io.helidon.b").log(System.Logger.Level.WARNING, "through the platform");
      System.getLogger("io.helidon.b").log(System.Logger.Level.INFO, "not asked for");
    }
  }

  @Test
  void writesToStandardErrorOnlyAndOneLineAnEvent() throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Talker.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("OPENSET_LOG");
    Process process = builder.start();
    String err = new String(process.getErrorStream().readAllBytes());
    String out = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).isZero();
    assertThat(out).isEmpty();
    assertThat(err)
        .contains("through slf4j FORGED line", "through the platform")
        .doesNotContain("not asked for")
        .hasLineCount(2);
  }
}
