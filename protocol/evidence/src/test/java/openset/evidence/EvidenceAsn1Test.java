package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The ASN.1 above the records is the ASN.1 of spec/asn1. */
final class EvidenceAsn1Test {
  private static final Pattern PRE = Pattern.compile("<pre>\n(.*?)</pre>", Pattern.DOTALL);
  private static final Path SOURCES = Path.of("src", "main", "java", "openset", "evidence");
  private static final Path MODULE =
      Path.of("..", "..", "spec", "asn1", "Evidence.asn1");

  @Test
  void holdsTheAsn1OfEveryRecordWordForWord() throws IOException {
    String module = words(Files.readString(MODULE));
    List<String> blocks = new ArrayList<>();
    for (String name : List.of("EvidenceBundle", "EvidenceOrder", "Agreement", "Word", "Claim")) {
      Matcher found = PRE.matcher(Files.readString(SOURCES.resolve(name + ".java")));
      while (found.find()) {
        blocks.add(words(found.group(1).replaceAll("(?m)^\\s*\\* ?", "")));
      }
    }
    assertThat(blocks).hasSizeGreaterThan(4).allMatch(module::contains);
  }

  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
