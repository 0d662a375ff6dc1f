package openset.checks.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A SEQUENCE: its name and the names of its components, out of the code or out of the ASN.1 beside
 * it.
 */
record Declared(String name, List<String> components) {
  private static final Set<String> FIELDS = Set.of("field", "optional", "defaulted");
  private static final Pattern ASN1 =
      Pattern.compile("([A-Za-z][A-Za-z0-9-]*)\\s*(?:\\{[^}]*\\}\\s*)?::=\\s*SEQUENCE\\s*\\{");

  /** The sequence that the constant TYPE of a type is, here or in the function it calls. */
  static List<Declared> inCode(ClassTree type) {
    Optional<? extends Tree> constant =
        type.getMembers().stream()
            .filter(m -> m instanceof VariableTree v && v.getName().contentEquals("TYPE"))
            .findFirst();
    if (constant.isEmpty()) return List.of();
    List<Declared> found = inCode(List.of(constant.get()));
    if (!found.isEmpty()) return found;
    List<? extends Tree> functions =
        type.getMembers().stream().filter(MethodTree.class::isInstance).toList();
    return inCode(functions);
  }

  private static List<Declared> inCode(List<? extends Tree> members) {
    List<Declared> found = new ArrayList<>();
    TreeScanner<Void, Void> scanner =
        new TreeScanner<>() {
          @Override
          public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (called(call).equals("sequence")) of(call).ifPresent(found::add);
            return super.visitMethodInvocation(call, nothing);
          }
        };
    for (Tree member : members) member.accept(scanner, null);
    return found;
  }

  private static Optional<Declared> of(MethodInvocationTree call) {
    Optional<String> name = text(call.getArguments().getFirst());
    List<String> components =
        call.getArguments().stream()
            .filter(MethodInvocationTree.class::isInstance)
            .map(MethodInvocationTree.class::cast)
            .filter(argument -> FIELDS.contains(called(argument)))
            .flatMap(argument -> text(argument.getArguments().getFirst()).stream())
            .toList();
    return name.map(n -> new Declared(n, components));
  }

  private static String called(MethodInvocationTree call) {
    ExpressionTree select = call.getMethodSelect();
    if (select instanceof IdentifierTree plain) return plain.getName().toString();
    return select instanceof MemberSelectTree member ? member.getIdentifier().toString() : "";
  }

  private static Optional<String> text(ExpressionTree tree) {
    return tree instanceof LiteralTree literal && literal.getValue() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The sequences of an ASN.1 text. */
  static List<Declared> inText(String asn1) {
    List<Declared> found = new ArrayList<>();
    Matcher start = ASN1.matcher(asn1);
    while (start.find()) {
      found.add(new Declared(start.group(1), components(inBraces(asn1, start.end()))));
    }
    return found;
  }

  private static String inBraces(String text, int from) {
    int depth = 1;
    int at = from;
    while (at < text.length() && depth > 0) {
      char c = text.charAt(at++);
      if (c == '{') depth++;
      if (c == '}') depth--;
    }
    return text.substring(from, at - 1);
  }

  private static List<String> components(String body) {
    StringBuilder flat = new StringBuilder();
    int depth = 0;
    for (char c : body.replaceAll("--[^\n]*", "").toCharArray()) {
      if (c == '(' || c == '{') depth++;
      if (c == ')' || c == '}') depth--;
      flat.append(c == ',' && depth > 0 ? ' ' : c);
    }
    return Stream.of(flat.toString().split(","))
        .map(part -> part.strip().split("\\s+")[0])
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
