package openset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a house of cardboard: a JDK and a Maven that only say how they were called. */
class LauncherTest {
  private static final String JAVA = "#!/bin/sh\nfor a in \"$@\"; do echo \"<$a>\"; done\n";
  private static final String MVN =
      """
      #!/bin/sh
      echo "[INFO] Building foundation/asn1 0.1.0 [1/2]"
      echo "with $JAVA_HOME: $*"
      cd "${3%/pom.xml}"
      mkdir -p apps/cli/target/lib
      [ ! -e broken ] || { echo "[ERROR] line 7 is wrong"; exit 1; }
      echo jar >apps/cli/target/lib/a.jar
      """;

  @TempDir private Path temp;
  private Path root;
  private Path jdk;
  private Path tools;

  private record Ran(int exit, String out, String err) {}

  @BeforeEach
  void build() throws IOException {
    root = Files.createDirectories(temp.resolve("a house with spaces"));
    Path launcher = root.resolve("openset");
    Files.copy(Path.of("../../openset"), launcher);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String floor : List.of("foundation/asn1/src/main", "protocol", "parties", "apps/cli")) {
      Files.createDirectories(root.resolve(floor));
    }
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    jdk = jdk("jdk", "25.0.1");
    tools = Files.createDirectories(temp.resolve("tools"));
    for (String tool :
        List.of(
            "awk cat dirname find head mkdir mv readlink rm sed sh sleep tail touch".split(" "))) {
      Files.createSymbolicLink(tools.resolve(tool), tool(tool));
    }
    script(tools.resolve("mvn"), MVN);
  }

  private static Path tool(String name) {
    Path usr = Path.of("/usr/bin", name);
    return Files.exists(usr) ? usr : Path.of("/bin", name);
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(temp.resolve(name));
    script(home.resolve("bin/java"), JAVA);
    script(home.resolve("bin/javac"), JAVA);
    Files.writeString(home.resolve("release"), "X=\"1\"\nJAVA_VERSION=\"" + version + "\"");
    return home;
  }

  private static void script(Path path, String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Ran run(Map<String, String> environment, Path launcher, String... arguments)
      throws Exception {
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    String[] command = new String[arguments.length + 1];
    command[0] = launcher.toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", tools.toString(), "HOME", temp.toString()));
    builder.environment().put("OPENSET_JAVA_HOME", jdk.toString());
    builder.environment().putAll(environment);
    Process process =
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    int exit = process.waitFor();
    return new Ran(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private Ran run(String... arguments) throws Exception {
    return run(Map.of(), root.resolve("openset"), arguments);
  }

  @Test
  void buildsOnceAndShowsEachRoom() throws Exception {
    Ran first = run("version");
    assertThat(first.exit()).isZero();
    assertThat(first.err()).isEqualTo("building 1/2 foundation/asn1\n");
    assertThat(Files.readString(root.resolve("target/build.log"))).contains("with " + jdk + ":");
    Ran second = run("version");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("<openset.cli.Main>\n<version>\n");
  }

  @Test
  void buildsAgainWhenASourceIsNewerOrGone() throws Exception {
    Path source = root.resolve("foundation/asn1/src/main/V1__first.sql");
    Files.writeString(source, "create");
    run("version");
    assertThat(run("version").err()).isEmpty();
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
    assertThat(run("version").err()).contains("building 1/2");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(60)));
    run("version");
    assertThat(run("version").err()).isEmpty();
    Thread.sleep(20);
    Files.delete(source);
    assertThat(run("version").err()).contains("building 1/2");
  }

  @Test
  void showsTheEndOfTheLogWhenTheBuildFails() throws Exception {
    Files.writeString(root.resolve("broken"), "");
    Ran ran = run("version");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("the build failed", "[ERROR] line 7 is wrong");
    assertThat(ran.out()).isEmpty();
    assertThat(run("version").exit()).isEqualTo(1);
  }

  @Test
  void keepsEveryArgumentWhole() throws Exception {
    assertThat(run("demo", "--data", "a b", "", "$HOME *").out())
        .endsWith("<demo>\n<--data>\n<a b>\n<>\n<$HOME *>\n");
    assertThat(run().out()).endsWith("<openset.cli.Main>\n<help>\n");
  }

  @Test
  void worksThroughASymbolicLink() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("link"), root.resolve("openset"));
    Path second = Files.createSymbolicLink(temp.resolve("second"), Path.of("link"));
    assertThat(run(Map.of(), link, "version").exit()).isZero();
    assertThat(run(Map.of(), second, "version").out()).contains(root.toRealPath().toString());
  }

  @Test
  void takesTheFirstJdkThatIsNewEnough() throws Exception {
    Path old = jdk("jdk17", "17.0.9");
    Path young = jdk("jdk26", "26-ea");
    Map<String, String> two = Map.of("OPENSET_JAVA_HOME", "", "JAVA_HOME", young.toString());
    run(two, root.resolve("openset"), "version");
    assertThat(Files.readString(root.resolve("target/build.log"))).contains("with " + young);
    Ran none = run(Map.of("OPENSET_JAVA_HOME", old.toString()), root.resolve("openset"));
    assertThat(none.exit()).isEqualTo(3);
    assertThat(none.err()).contains("JDK 25 or newer", "https://adoptium.net").hasLineCount(1);
  }

  @Test
  void saysThatMavenIsMissing() throws Exception {
    Files.delete(tools.resolve("mvn"));
    Ran ran = run("version");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).contains("Maven").hasLineCount(1);
  }

  @Test
  void countsTheTestsOfEachRoom() throws Exception {
    String report = "<testsuite name=\"x\" time=\"1.5\" tests=\"%d\" errors=\"%d\" "
        + "skipped=\"%d\" failures=\"%d\">\n  <testcase name=\"tests=&quot;9\"/>\n";
    reports(report.formatted(5, 0, 1, 0), report.formatted(2, 0, 0, 0));
    Ran good = run("test");
    assertThat(good.exit()).isZero();
    assertThat(good.err()).contains("testing 1/2 foundation/asn1");
    assertThat(good.out())
        .contains("foundation/asn1              6 passed, 1 skipped")
        .endsWith("6 passed, 0 failed, 1 skipped\n");
    reports(report.formatted(5, 1, 0, 1), report.formatted(2, 0, 0, 0));
    Ran bad = run("test");
    assertThat(bad.exit()).isEqualTo(1);
    assertThat(bad.out()).endsWith("5 passed, 2 failed, 0 skipped\n");
  }

  private void reports(String first, String second) throws IOException {
    Files.writeString(root.resolve("foundation/asn1/pom.xml"), "<project/>");
    String folder = "foundation/asn1/target/surefire-reports";
    String write = "mkdir -p " + folder + "\ncat >" + folder + "/TEST-%s.xml <<'EOF'\n%sEOF\n";
    script(
        tools.resolve("mvn"), MVN + write.formatted("a", first) + write.formatted("b", second));
  }
}
