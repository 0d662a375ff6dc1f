package openset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MainTest {
  private final PrintStream usualOut = System.out;
  private final PrintStream usualErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(out));
    System.setErr(new PrintStream(err));
  }

  @AfterEach
  void release() {
    System.setOut(usualOut);
    System.setErr(usualErr);
  }

  @Test
  void namesProductJavaAndProviders() {
    assertThat(Main.execute("version")).isZero();
    assertThat(out.toString()).contains("OpenSET ", "Java    " + Runtime.version().feature());
    assertThat(out.toString()).contains("SHA-256");
  }

  @Test
  void listsItsCommands() {
    assertThat(Main.execute("help")).isZero();
    assertThat(out.toString()).contains("Usage: openset", "version", "help");
  }

  @Test
  void everyCommandTellsWhatItIsForWhateverElseItWants() {
    for (String[] asked :
        new String[][] {
          {"--help"}, {"ledger", "check", "--help"}, {"evidence", "export", "-h"}, {"demo", "-h"}
        }) {
      out.reset();
      assertThat(Main.execute(asked)).as(String.join(" ", asked)).isZero();
      assertThat(out.toString()).startsWith("Usage: openset").contains("-h, --help");
    }
  }

  @Test
  void saysWhatItDoesNotUnderstandAndExitsWithTwo() {
    assertThat(Main.execute("versoin")).isEqualTo(2);
    assertThat(err.toString()).contains("versoin").doesNotContain("Exception");
    assertThat(Main.execute()).isEqualTo(2);
    assertThat(err.toString()).contains("name a command");
  }
}
