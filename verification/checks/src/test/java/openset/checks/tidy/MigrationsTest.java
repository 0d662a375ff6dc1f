package openset.checks.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two migrations of one folder with one version would be found when a database is opened only. */
final class MigrationsTest {
  private static final Pattern NAME =
      Pattern.compile("(.*/migrations)/V([0-9]+(?:[._][0-9]+)*)__([a-z0-9_]+)\\.sql");

  private static List<String> migrations() {
    return Repository.here().files(".sql")
        .map(Path::toString)
        .filter(path -> path.contains("/migrations/"))
        .toList();
  }

  /** The files that share their version with another of their folder. */
  private static List<List<String>> doubled(List<String> files) {
    Map<String, List<String>> byVersion = new TreeMap<>();
    for (String file : files) {
      Matcher name = NAME.matcher(file);
      assertThat(name.matches()).as(file + " is named V<number>__<what>.sql").isTrue();
      String version = name.group(1) + "/" + name.group(2).replace('_', '.');
      byVersion.computeIfAbsent(version, _ -> new ArrayList<>()).add(file);
    }
    return byVersion.values().stream().filter(same -> same.size() > 1).toList();
  }

  @Test
  void noTwoMigrationsOfOneRoomHaveTheSameVersion() {
    List<String> files = migrations();
    assertThat(files).hasSizeGreaterThan(10);
    assertThat(doubled(files)).isEmpty();
  }

  @Test
  void twoOfOneVersionAreFound() {
    String one = "a/src/main/resources/openset/a/migrations/V2__sales.sql";
    String other = "a/src/main/resources/openset/a/migrations/V2__items.sql";
    String elsewhere = "b/src/main/resources/openset/b/migrations/V2__items.sql";
    assertThat(doubled(List.of(one, other, elsewhere))).containsExactly(List.of(one, other));
  }
}
