package openset.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The design system's colours can be read, in light and dark (WCAG 2.2, 1.4.3 and 1.4.11). */
final class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double CONTROL = 3.0;
  private static final List<String> SURFACES = List.of("sunken", "paper", "raised", "floating");
  private static final Pattern BLOCK = Pattern.compile("([^{}]*)\\{([^{}]*)\\}");
  private static final Pattern COLOUR =
      Pattern.compile("--([a-z0-9-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\);");

  /** Colours by name, light and dark. */
  private record Sheet(Map<String, int[]> colours) {
    double contrast(String one, String other, int side) {
      double a = luminance(colours.get(one)[side]) + .05;
      double b = luminance(colours.get(other)[side]) + .05;
      return Math.max(a, b) / Math.min(a, b);
    }
  }

  private static double luminance(int rgb) {
    return .2126 * linear(rgb >> 16 & 0xff)
        + .7152 * linear(rgb >> 8 & 0xff)
        + .0722 * linear(rgb & 0xff);
  }

  private static double linear(int octet) {
    double part = octet / 255.0;
    return part <= .04045 ? part / 12.92 : Math.pow((part + .055) / 1.055, 2.4);
  }

  /** The sheet as it is, and once more with each brand's accent. */
  private static Map<String, Sheet> sheets() throws IOException {
    String text = Files.readString(Path.of("src/main/css/tokens.css"));
    Map<String, int[]> root = new HashMap<>();
    Map<String, Sheet> sheets = new HashMap<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      Map<String, int[]> colours = new HashMap<>(root);
      Matcher colour = COLOUR.matcher(block.group(2));
      while (colour.find()) {
        int[] pair = {
          Integer.parseInt(colour.group(2), 16), Integer.parseInt(colour.group(3), 16)
        };
        colours.put(colour.group(1), pair);
      }
      if (root.isEmpty()) root.putAll(colours);
      sheets.put(block.group(1).strip(), new Sheet(colours));
    }
    return sheets;
  }

  private static List<String> faint(String[] texts, List<String> grounds, double least)
      throws IOException {
    List<String> faint = new ArrayList<>();
    sheets().forEach((name, sheet) -> {
      for (String text : texts) {
        for (String ground : grounds) {
          for (int side = 0; side < 2; side++) {
            double contrast = sheet.contrast(text, ground, side);
            if (contrast < least) {
              faint.add(name + ": " + text + " on " + ground + " " + contrast);
            }
          }
        }
      }
    });
    return faint;
  }

  @Test
  void theDetectorKnowsBlackFromWhite() throws IOException {
    Sheet sheet = new Sheet(Map.of("a", new int[] {0}, "b", new int[] {0xffffff}));
    assertThat(sheet.contrast("a", "b", 0)).isBetween(20.9, 21.1);
    assertThat(sheets()).hasSizeGreaterThan(5);
    assertThat(faint(new String[] {"line"}, List.of("paper"), TEXT)).isNotEmpty();
  }

  @Test
  void textIsReadOnEverySurface() throws IOException {
    String[] texts = {"ink", "ink-soft", "ink-faint", "accent", "accent-strong"};
    assertThat(faint(texts, SURFACES, TEXT)).isEmpty();
    assertThat(faint(new String[] {"on-accent"}, List.of("accent", "accent-strong"), TEXT))
        .isEmpty();
    assertThat(faint(new String[] {"ink", "accent-strong"}, List.of("accent-soft"), TEXT))
        .isEmpty();
  }

  @Test
  void statesAreReadOnTheirGroundAndOnCards() throws IOException {
    for (String state : List.of("good", "warn", "bad", "info")) {
      String[] texts = {state, "ink"};
      assertThat(faint(texts, List.of(state + "-soft", "raised", "paper"), TEXT)).isEmpty();
    }
  }

  @Test
  void participantsAreReadAndSeriesAreSeen() throws IOException {
    String[] parties = {
      "cardholder", "merchant", "gateway", "acquirer", "issuer", "authority", "clearing"
    };
    assertThat(faint(parties, List.of("paper", "raised"), TEXT)).isEmpty();
    String[] series = {"series-1", "series-2", "series-3", "series-4", "series-5", "series-6"};
    assertThat(faint(series, List.of("paper", "raised"), CONTROL)).isEmpty();
  }

  @Test
  void bordersOfControlsAreSeen() throws IOException {
    assertThat(faint(new String[] {"line-strong"}, List.of("paper", "raised"), CONTROL)).isEmpty();
  }
}
