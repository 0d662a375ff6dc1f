package openset.checks.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules that no compiler checks, over every Java file of the repository. */
final class TidyTest {
  private static final int FUNCTION_LINES = 60;
  private static final int FILE_LINES = 500;
  private static final int COLUMNS = 100;
  private static final int PARAMETERS = 6;
  private static final Pattern BANNED_NAME =
      Pattern.compile("(Abstract|Base)[A-Z].*|.*(Utils?|Manager|Helper|Impl)");

  private static final Pattern UNTYPED =
      Pattern.compile("(: |as |<)any\\b(?! \\w)|@ts-(ignore|expect-error|nocheck)");

  /** What may break a rule, and why. */
  private static final Map<String, String> MANY_PARAMETERS =
      Map.of(
          "Sequence.sequence", "one overload for each number of components of a SEQUENCE",
          "make", "makes a record of that many components");

  private static final Map<String, String> PRINTS =
      Map.of(
          "apps/cli/src/main/java/openset/cli/Main.java", "the bug goes to the user's terminal");

  private static final Repository HOUSE = Repository.here();
  private static final Map<Path, JavaFile> PARSED = parsed();

  private static Map<Path, JavaFile> parsed() {
    List<Path> files = java().toList();
    List<JavaFile> trees = JavaFile.parse(files.stream().map(TidyTest::text).toList());
    Map<Path, JavaFile> parsed = new TreeMap<>();
    for (int i = 0; i < files.size(); i++) parsed.put(files.get(i), trees.get(i));
    return parsed;
  }

  private static Stream<Path> java() {
    return HOUSE.files(".java");
  }

  private static String text(Path file) {
    return HOUSE.text(file).orElseThrow();
  }

  /** Every complaint about a file, with the file before it. */
  private static List<String> all(Function<JavaFile, List<String>> complaints) {
    return PARSED.entrySet().stream()
        .flatMap(e -> complaints.apply(e.getValue()).stream().map(c -> e.getKey() + ": " + c))
        .toList();
  }

  private static JavaFile parse(String text) {
    return JavaFile.parse(text);
  }

  @Test
  void theDetectorSeesTheHouse() {
    assertThat(java()).hasSizeGreaterThan(500);
    assertThat(PARSED.values().stream().flatMap(file -> file.functions().stream()))
        .hasSizeGreaterThan(3_000);
    assertThat(
            PARSED.values().stream()
                .flatMap(file -> file.types().stream())
                .flatMap(type -> Declared.inCode(type.tree()).stream()))
        .hasSizeGreaterThan(80);
  }

  @Test
  void functionsAreShort() {
    assertThat(all(TidyTest::longFunctions)).isEmpty();
    assertThat(
            longFunctions(parse("class A { void f() {" + "\n;".repeat(60) + "\n} }")))
        .hasSize(1);
    assertThat(longFunctions(parse("class A { void f() {" + "\n;".repeat(58) + "\n} }"))).isEmpty();
  }

  private static List<String> longFunctions(JavaFile file) {
    return file.functions().stream()
        .filter(function -> function.lines() > FUNCTION_LINES)
        .map(function -> function.name() + " has " + function.lines() + " lines")
        .toList();
  }

  @Test
  void filesAndLinesAreShort() {
    assertThat(java().flatMap(f -> longLines(text(f)).stream().map(c -> f + ": " + c)))
        .isEmpty();
    assertThat(longLines("a\n".repeat(501))).hasSize(1);
    assertThat(longLines("a".repeat(101))).containsExactly("line 1 has 101 columns");
  }

  /** Types themselves are checked by apps/browser/check-types. */
  @Test
  void typeScriptIsShortAndTyped() {
    List<Path> scripts = HOUSE.files(".ts", ".tsx").toList();
    assertThat(scripts).hasSizeGreaterThan(50);
    assertThat(scripts.stream().flatMap(f -> longLines(text(f)).stream().map(c -> f + ": " + c)))
        .isEmpty();
    assertThat(scripts.stream().filter(f -> UNTYPED.matcher(text(f)).find())).isEmpty();
    assertThat(UNTYPED.matcher("const a: any = 1;").find()).isTrue();
    assertThat(UNTYPED.matcher("f(a as any)").find()).isTrue();
    assertThat(UNTYPED.matcher("// of any kind: many").find()).isFalse();
  }

  private static List<String> longLines(String text) {
    List<String> lines = text.lines().toList();
    List<String> complaints = new ArrayList<>();
    if (lines.size() > FILE_LINES) complaints.add(lines.size() + " lines");
    for (int i = 0; i < lines.size(); i++) {
      int columns = lines.get(i).codePointCount(0, lines.get(i).length());
      if (columns > COLUMNS) complaints.add("line " + (i + 1) + " has " + columns + " columns");
    }
    return complaints;
  }

  @Test
  void functionsTakeFewParameters() {
    assertThat(all(TidyTest::manyParameters)).isEmpty();
    String seven = "int a, int b, int c, int d, int e, int f, int g";
    assertThat(manyParameters(parse("class A { void f(" + seven + ") {} }"))).hasSize(1);
    assertThat(manyParameters(parse("class A { A(" + seven + ") {} }"))).hasSize(1);
    assertThat(manyParameters(parse("record A(" + seven + ") { A { } }"))).isEmpty();
  }

  private static List<String> manyParameters(JavaFile file) {
    return file.functions().stream()
        .filter(function -> function.parameters() > PARAMETERS)
        .filter(function -> !MANY_PARAMETERS.containsKey(function.name()))
        .filter(f -> !MANY_PARAMETERS.containsKey(f.type() + "." + f.name()))
        .map(function -> function.name() + " takes " + function.parameters())
        .toList();
  }

  @Test
  void typesHaveNamesOfTheirOwn() {
    assertThat(all(TidyTest::bannedNames)).isEmpty();
    assertThat(bannedNames(parse("class KeyManager { record TextUtil() {} interface FooImpl {} }")))
        .containsExactly("KeyManager", "TextUtil", "FooImpl");
  }

  private static List<String> bannedNames(JavaFile file) {
    return file.types().stream()
        .map(JavaFile.Type::name)
        .filter(BANNED_NAME.asMatchPredicate())
        .toList();
  }

  @Test
  void librariesDoNotPrint() {
    Pattern print = Pattern.compile("System\\.(out|err)\\b|\\.print" + "StackTrace\\(");
    assertThat(
            java()
                .filter(file -> file.toString().contains("/src/main/"))
                .filter(file -> !file.startsWith("verification"))
                .filter(file -> !PRINTS.containsKey(file.toString()))
                .filter(file -> print.matcher(text(file)).find()))
        .isEmpty();
    assertThat(print.matcher("e.print" + "StackTrace();").find()).isTrue();
  }

  @Test
  void nothingIsLeftToDoInTheText() {
    Pattern left = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    assertThat(
            HOUSE.files().stream()
                .filter(file -> HOUSE.text(file).filter(t -> left.matcher(t).find()).isPresent()))
        .isEmpty();
    assertThat(left.matcher("// TO" + "DO: later").find()).isTrue();
  }

  @Test
  void everyPackageSaysWhatLivesThere() {
    Path info = Path.of("package-info.java");
    assertThat(
            java()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !HOUSE.files().contains(folder.resolve(info))))
        .isEmpty();
  }

  /** The protocol's own types; what a party stores for itself has no ASN.1 to be compared with. */
  @Test
  void everyTypeOfTheProtocolShowsTheAsn1ThatItsDeclarationReads() {
    assertThat(all(TidyTest::undocumented).stream().filter(c -> c.startsWith("protocol/")))
        .isEmpty();
    String type = " class A { static final T TYPE = sequence(\"A\", field(\"b\", B, A::b)); }";
    assertThat(undocumented(parse("/** A ::= SEQUENCE { b B } */" + type))).isEmpty();
    assertThat(undocumented(parse("/** A ::= SEQUENCE { b B, c C } */" + type))).hasSize(1);
    assertThat(undocumented(parse("/** None. */" + type))).hasSize(1);
  }

  private static List<String> undocumented(JavaFile file) {
    List<Declared> shown =
        file.types().stream()
            .flatMap(type -> Declared.inText(type.javadoc().orElse("")).stream())
            .toList();
    return file.types().stream()
        .flatMap(type -> Declared.inCode(type.tree()).stream())
        .filter(declared -> !shown.contains(declared))
        .map(declared -> declared + ", but the Javadoc shows " + shown)
        .toList();
  }
}
