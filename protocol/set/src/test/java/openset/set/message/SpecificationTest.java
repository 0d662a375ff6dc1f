package openset.set.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ASN.1 above the records is the ASN.1 of spec/asn1. */
class SpecificationTest {
  private static final Pattern PRE = Pattern.compile("<pre>\n(.*?)</pre>", Pattern.DOTALL);
  private static final Path SOURCES = Path.of("src", "main", "java", "openset", "set");
  private static final Path MODULES = Path.of("..", "..", "spec", "asn1");

  @Test
  void holdsTheAsn1OfEveryRecordWordForWord() throws IOException {
    String modules =
        read(MODULES, ".asn1").stream()
            .map(SpecificationTest::words)
            .collect(Collectors.joining());
    List<String> missing = new ArrayList<>();
    List<String> blocks = blocks();
    for (String block : blocks) if (!modules.contains(words(block))) missing.add(block);
    assertThat(missing).isEmpty();
    assertThat(blocks).hasSizeGreaterThan(150);
  }

  @Test
  void definesEveryTypeOnce() throws IOException {
    Pattern definition =
        Pattern.compile("^([A-Z][A-Za-z0-9-]*)(?: \\{[^}]*})?\\s*::=", Pattern.MULTILINE);
    List<String> names = new ArrayList<>();
    for (String module : read(MODULES, ".asn1")) {
      Matcher found = definition.matcher(module);
      while (found.find()) names.add(found.group(1));
    }
    assertThat(names).doesNotHaveDuplicates().contains("PReq", "OIData", "MessageWrapper");
    assertThat(names).containsAll(AllTypes.list().stream().map(t -> t.name()).toList());
  }

  private static List<String> blocks() throws IOException {
    List<String> blocks = new ArrayList<>();
    for (String place : List.of("data", "message")) {
      for (String source : read(SOURCES.resolve(place), ".java")) {
        Matcher found = PRE.matcher(source);
        while (found.find()) {
          String block = found.group(1).replaceAll("(?m)^\\s*\\* ?", "");
          if (block.contains("::=")) blocks.add(block);
        }
      }
    }
    return blocks;
  }

  private static List<String> read(Path root, String suffix) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(suffix)).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
