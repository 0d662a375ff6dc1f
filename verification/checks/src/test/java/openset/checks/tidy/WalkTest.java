package openset.checks.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That {@code docs/walk.md} leads through files and methods that are there. */
final class WalkTest {
  private static final int FILES_MOST = 20;
  private static final Path WALK = Path.of("docs/walk.md");
  private static final Pattern STOP =
      Pattern.compile("(?m)^### (\\d+)\\. `(\\w+)` in \\[(\\w+\\.java)]\\(([^)\\s]+)\\)$");
  private static final Pattern JAVA_LINK = Pattern.compile("\\]\\(([^)\\s]+\\.java)\\)");
  private static final Pattern CALL = Pattern.compile("`(\\w+)\\(\\)`");
  private static final List<String> PARTS =
      List.of("- **in:** ", "- **out:** ", "- **proved:** ", "- **kept:** ");

  private static final Repository HOUSE = Repository.here();
  private static final String TEXT = HOUSE.text(WALK).orElseThrow();
  private static final List<Stop> STOPS = stops(TEXT);

  /** A heading of the walk and what stands under it. */
  private record Stop(int number, String method, String label, String link, String text) {
    Path file() {
      return WALK.resolveSibling(link).normalize();
    }

    /** The method of the heading, and those named below it. */
    Stream<String> methods() {
      return Stream.concat(
          Stream.of(method), CALL.matcher(text).results().map(call -> call.group(1)));
    }
  }

  private static List<Stop> stops(String walk) {
    List<MatchResult> headings = STOP.matcher(walk).results().toList();
    List<Stop> stops = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      MatchResult at = headings.get(i);
      int end = i + 1 < headings.size() ? headings.get(i + 1).start() : walk.length();
      stops.add(
          new Stop(
              Integer.parseInt(at.group(1)),
              at.group(2),
              at.group(3),
              at.group(4),
              walk.substring(at.end(), end)));
    }
    return stops;
  }

  @Test
  void itHasTwentyStopsAtMostNumberedInOrder() {
    assertThat(STOPS).hasSizeBetween(2, FILES_MOST);
    assertThat(STOPS.stream().map(Stop::number))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, STOPS.size()).boxed().toList());
    assertThat(TEXT.lines().filter(line -> line.startsWith("### "))).hasSameSizeAs(STOPS);
  }

  @Test
  void everyFileIsThereAndEnteredOnce() {
    List<Path> files = STOPS.stream().map(Stop::file).toList();
    assertThat(files).doesNotHaveDuplicates();
    assertThat(HOUSE.files()).containsAll(files);
    assertThat(STOPS)
        .allMatch(stop -> stop.file().getFileName().toString().equals(stop.label()));
    assertThat(JAVA_LINK.matcher(TEXT).results()).hasSameSizeAs(STOPS);
  }

  @Test
  void everyMethodNamedIsInItsFile() {
    assertThat(STOPS.stream().flatMap(WalkTest::missing)).isEmpty();
    Stop planted = stops("### 1. `fly` in [A.java](" + STOPS.getFirst().link() + ")").getFirst();
    assertThat(missing(planted)).containsExactly("1: fly");
  }

  private static Stream<String> missing(Stop stop) {
    Set<String> there =
        JavaFile.parse(HOUSE.text(stop.file()).orElse("")).functions().stream()
            .map(JavaFile.Function::name)
            .collect(Collectors.toSet());
    return stop.methods().filter(name -> !there.contains(name)).map(m -> stop.number() + ": " + m);
  }

  @Test
  void everyStopSaysWhatComesInGoesOutIsProvedAndIsKept() {
    assertThat(STOPS).allSatisfy(stop -> assertThat(parts(stop)).isEqualTo(PARTS));
  }

  private static List<String> parts(Stop stop) {
    return stop.text()
        .lines()
        .map(line -> PARTS.stream().filter(line::startsWith).findFirst())
        .flatMap(Optional::stream)
        .toList();
  }
}
