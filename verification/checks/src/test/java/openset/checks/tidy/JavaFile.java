package openset.checks.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A Java file as the compiler parses it. */
final class JavaFile {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  private final CompilationUnitTree unit;
  private final DocTrees docs;
  private final SourcePositions positions;

  /** A function with a body: where it is, how long and of how many parameters. */
  record Function(String name, String type, long lines, int parameters) {}

  /** A type: its name, its Javadoc and how it is declared. */
  record Type(String name, Optional<String> javadoc, ClassTree tree) {}

  private JavaFile(CompilationUnitTree unit, JavacTask task) {
    this.unit = unit;
    this.docs = DocTrees.instance(task);
    this.positions = docs.getSourcePositions();
  }

  /** One file. */
  static JavaFile parse(String text) {
    return parse(List.of(text)).getFirst();
  }

  /** Many files at once, in their order. */
  static List<JavaFile> parse(List<String> texts) {
    List<Source> sources = texts.stream().map(Source::new).toList();
    JavacTask task =
        (JavacTask) COMPILER.getTask(null, null, d -> {}, List.of(), null, sources);
    try {
      List<JavaFile> files = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) files.add(new JavaFile(unit, task));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    private Source(String text) {
      super(URI.create("string:///Any.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignore) {
      return text;
    }
  }

  /** All functions, also those of inner types. */
  List<Function> functions() {
    List<Function> found = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        ClassTree owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
        found.add(
            new Function(
                method.getName().toString(),
                owner.getSimpleName().toString(),
                lines(method),
                isOfRecord(owner, method) ? 0 : method.getParameters().size()));
        return super.visitMethod(method, nothing);
      }
    }.scan(unit, null);
    return found;
  }

  // A record's constructor has what the record has; that is its business.
  private static boolean isOfRecord(ClassTree owner, MethodTree method) {
    return owner.getKind() == com.sun.source.tree.Tree.Kind.RECORD
        && method.getName().contentEquals("<init>");
  }

  private long lines(MethodTree method) {
    long start = positions.getStartPosition(unit, method);
    long end = positions.getEndPosition(unit, method);
    if (start < 0 || end < 0) return 0;
    return unit.getLineMap().getLineNumber(end) - unit.getLineMap().getLineNumber(start) + 1;
  }

  /** All types, also inner ones. */
  List<Type> types() {
    List<Type> found = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void nothing) {
        TreePath path = getCurrentPath();
        String name = type.getSimpleName().toString();
        if (!name.isEmpty()) {
          found.add(new Type(name, Optional.ofNullable(docs.getDocComment(path)), type));
        }
        return super.visitClass(type, nothing);
      }
    }.scan(unit, null);
    return found;
  }
}
