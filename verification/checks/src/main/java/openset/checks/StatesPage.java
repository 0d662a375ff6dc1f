package openset.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openset.cardholder.purchase.PurchaseMoves;
import openset.conduct.Moves;
import openset.gateway.authorization.AuthorizationMoves;
import openset.merchant.batch.BatchMoves;
import openset.merchant.sale.SaleMoves;

/**
 * {@code docs/states.md}: where sale, authorization, purchase and batch stand, and what may come
 * next. Made from the sealed types, what their records say of themselves, and their moves.
 */
public final class StatesPage {
  private static final String TOP =
      """
      # States

      Where a sale, an authorization, a purchase and a batch stand, and who may do what next. \
      Each is a sealed type, kept as DER under its party's vault key; \
      [inquiry.md](../spec/inquiry.md) says what a cardholder is told of a sale.

      Made from the code: `java -cp … openset.checks.StatesPage docs/states.md` writes this \
      page, `StatesTest` compares it.
      """;

  /** One table: its title, the moves, the source of the sealed type. */
  private record Table(String title, Moves<?> moves, String source) {}

  private static final List<Table> TABLES =
      List.of(
          new Table(
              "A sale, at the merchant",
              SaleMoves.TABLE,
              "parties/merchant/src/main/java/openset/merchant/sale/Sale.java"),
          new Table(
              "A batch, at the merchant",
              BatchMoves.TABLE,
              "parties/merchant/src/main/java/openset/merchant/batch/Batch.java"),
          new Table(
              "An authorization, at the gateway",
              AuthorizationMoves.TABLE,
              "parties/gateway/src/main/java/openset/gateway/authorization/Authorization.java"),
          new Table(
              "A purchase, in the wallet",
              PurchaseMoves.TABLE,
              "parties/cardholder/src/main/java/openset/cardholder/purchase/Purchase.java"));

  private StatesPage() {}

  /** Writes the page to the file that is named. */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), text(Path.of("")));
  }

  /**
   * The page.
   *
   * @param root the folder of the repository
   */
  public static String text(Path root) throws IOException {
    StringBuilder page = new StringBuilder(TOP);
    for (Table table : TABLES) page.append(table(table, root));
    return page.toString();
  }

  private static String table(Table table, Path root) throws IOException {
    String source = Files.readString(root.resolve(table.source()));
    StringBuilder rows = new StringBuilder();
    rows.append("\n## ").append(table.title()).append("\n\n");
    rows.append("| state | it means | what may come next |\n|---|---|---|\n");
    for (Map.Entry<?, ? extends List<? extends Moves.Move<?>>> state :
        table.moves().byState().entrySet()) {
      String name = ((Class<?>) state.getKey()).getSimpleName();
      rows.append("| ").append(name).append(" | ").append(meaning(name, source));
      rows.append(" | ").append(next(state.getValue())).append(" |\n");
    }
    return rows.toString();
  }

  private static String next(List<? extends Moves.Move<?>> moves) {
    if (moves.isEmpty()) return "nothing: this is the end";
    return moves.stream()
        .map(move -> move.who().english() + " " + move.english() + " → " + states(move))
        .collect(Collectors.joining("<br>"));
  }

  private static String states(Moves.Move<?> move) {
    return move.leadsTo().stream()
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", "));
  }

  /** What the record says of itself. */
  private static String meaning(String record, String source) {
    Pattern said =
        Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*record " + record + "\\(", Pattern.DOTALL);
    Matcher found = said.matcher(source);
    if (!found.find()) throw new IllegalStateException(record + " says nothing of itself");
    return found
        .group(1)
        .replaceAll("(?m)^\\s*\\* ?", "")
        .replaceAll("(?s)\\n?@param.*", "")
        .replaceAll("\\{@\\w+ ([^}]*)}", "$1")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
