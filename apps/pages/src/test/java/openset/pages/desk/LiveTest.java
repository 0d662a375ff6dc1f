package openset.pages.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Parts of pages that renew themselves. */
final class LiveTest {
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Pattern TAG = Pattern.compile("<[^<>]*\\bdata-live=[^<>]*>");

  @Test
  void eachHasAnIdByWhichItIsFoundInTheNewPage() throws IOException {
    List<String> parts = new ArrayList<>();
    for (Path template : templates()) {
      TAG.matcher(Files.readString(template))
          .results()
          .forEach(tag -> parts.add(template + " " + tag.group()));
    }
    assertThat(parts).isNotEmpty().allMatch(part -> part.contains(" id=\""));
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> all = Files.walk(TEMPLATES)) {
      return all.filter(path -> path.toString().endsWith(".jte")).toList();
    }
  }
}
