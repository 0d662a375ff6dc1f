package openset.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openset.checks.tidy.Repository;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every regular expression of what is shipped takes time in proportion to the text, however the
 * text is made. Found in the sources as text, and counted in characters looked at.
 */
final class PatternsTest {
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?:Pattern\\.compile|\\.matches|\\.replaceAll|\\.split)"
              + "\\(\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"");
  private static final String SIGNS = "aAf0 -_.,:/=;~<>{}%+*\n\t\u0000\u00e9";
  private static final int SHORT = 500;
  private static final int LONG = 2000;

  /** Looks at a long text at most this many times as often as at one of a quarter of its length. */
  private static final double GROWTH_MAX = 6;

  /** Calls itself at most this much deeper in a long text than in a short one. */
  private static final int DEEPER_MAX = 100;

  /** Enough for what calls itself for each character of a long text. */
  private static final long STACK_OCTETS = 1 << 26;

  /** What is only ever given nine digits of our own. */
  private static final List<String> BOUNDED = List.of("0+$");

  private static Map<String, Path> patterns() {
    Repository house = Repository.here();
    Map<String, Path> patterns = new TreeMap<>();
    house
        .files(".java")
        .filter(file -> file.toString().contains("src/main/java"))
        .filter(file -> !file.startsWith("verification"))
        .forEach(
            file -> {
              Matcher found = LITERAL.matcher(house.text(file).orElseThrow());
              while (found.find()) patterns.put(found.group(1).translateEscapes(), file);
            });
    return patterns;
  }

  /** Texts of that length on which a careless expression would go back and forth. */
  private static List<String> texts(String pattern, int length) {
    List<String> units = new ArrayList<>(List.of(pattern.replaceAll("[^A-Za-z0-9 -]", "") + " "));
    for (char one : SIGNS.toCharArray()) {
      units.add(String.valueOf(one));
      for (char other : "a0 -/".toCharArray()) units.add(one + String.valueOf(other));
    }
    List<String> texts = new ArrayList<>();
    for (String unit : units) {
      String text = unit.repeat(length / unit.length() + 1).substring(0, length);
      texts.add(text);
      texts.add(text + "\u0001");
    }
    return texts;
  }

  /** By a thread whose stack is as large on every machine. */
  private static boolean linear(String pattern) {
    AtomicBoolean found = new AtomicBoolean();
    Thread thread =
        new Thread(null, () -> found.set(isLinear(pattern)), "looks", STACK_OCTETS);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return found.get();
  }

  private static boolean isLinear(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    List<String> some = texts(pattern, SHORT);
    List<String> more = texts(pattern, LONG);
    for (int i = 0; i < some.size(); i++) {
      Counted before = looked(compiled, some.get(i));
      Counted after = looked(compiled, more.get(i));
      if (after.looks > Counted.MOST) return false;
      if (after.looks > GROWTH_MAX * Math.max(SHORT, before.looks)) return false;
      if (after.depth > before.depth + DEEPER_MAX) return false;
    }
    return true;
  }

  private static Counted looked(Pattern pattern, String text) {
    Counted counted = new Counted(text);
    try {
      pattern.matcher(counted).matches();
      pattern.matcher(counted).find();
    } catch (IllegalStateException e) {
      assertThat(counted.looks).isGreaterThan(Counted.MOST);
    }
    return counted;
  }

  /**
   * A text that counts how often it is looked at, and gives up where that has no end; and how deep
   * the calls are that look at its middle. Whether they overflow a stack depends on how often the
   * code ran before, and their number does not.
   */
  private static final class Counted implements CharSequence {
    private static final long MOST = 1_000_000;
    private final String text;
    private long looks;
    private long depth;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++looks > MOST) throw new IllegalStateException("no end of looking");
      if (depth == 0 && index >= text.length() / 2)
        depth = StackWalker.getInstance().walk(Stream::count);
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Test
  void theDetectorSeesPatternsAndWhichOnesAreNotLinear() {
    assertThat(patterns().keySet())
        .contains("[0-9]{12,19}", "(?:[0-9a-f]{2}){1,20}")
        .hasSizeGreaterThan(40);
    assertThat(List.of("a*a*b", "0+$", "(?:a|a0)*(?:0|a)*b")).noneMatch(PatternsTest::linear);
    assertThat(List.of("[a-z]{1,8}", "(?:[A-Za-z]|-)*+")).allMatch(PatternsTest::linear);
  }

  @Test
  @Tag("D14")
  void everyPatternTakesTimeInProportionToItsText() {
    Map<String, Path> slow = patterns();
    slow.keySet().removeAll(BOUNDED);
    slow.keySet().removeIf(PatternsTest::linear);
    assertThat(slow).isEmpty();
  }
}
