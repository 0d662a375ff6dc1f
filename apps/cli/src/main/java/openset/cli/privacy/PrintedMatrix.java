package openset.cli.privacy;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import openset.privacy.Finding;
import openset.privacy.Measured;
import openset.privacy.promise.Part;
import openset.privacy.promise.Sight;
import openset.privacy.promise.Thing;

/** What was measured, for a terminal: a line for everybody, a column for each thing. */
public final class PrintedMatrix {
  private static final List<Thing> THINGS =
      List.of(
          Thing.CARD_NUMBER,
          Thing.ORDER,
          Thing.DELIVERY,
          Thing.NAME,
          Thing.TOTAL,
          Thing.PURCHASE,
          Thing.SECRETS);

  private final PrintWriter out;

  /** Prints there. */
  public PrintedMatrix(PrintWriter out) {
    this.out = out;
  }

  /** Prints all of it. */
  public void print(Measured measured) {
    int all = measured.purchases().size();
    out.println(
        all == 1
            ? "What everybody holds of the purchase " + measured.purchases().getFirst().label()
            : "What everybody holds of " + all + " purchases");
    out.println();
    head();
    measured.rows().forEach(this::line);
    out.println();
    legend();
    verdict(measured);
    out.flush();
  }

  private void head() {
    StringBuilder head = new StringBuilder(String.format("%-26s", ""));
    for (Thing thing : THINGS) head.append(String.format(" %-11s", column(thing)));
    out.println(head.toString().stripTrailing());
  }

  private void line(Measured.Line line) {
    String title = line.title().isEmpty() ? words(line.part()) : line.title();
    StringBuilder text = new StringBuilder(String.format("%-26s", title));
    for (Thing thing : THINGS) text.append(String.format(" %-11s", cell(line, thing)));
    out.println(text.toString().stripTrailing());
  }

  private static String cell(Measured.Line line, Thing thing) {
    boolean looked =
        line.part() != Part.FILES || thing == Thing.CARD_NUMBER || thing == Thing.SECRETS;
    if (!looked) return "";
    return line.breaks(thing) ? "BROKEN" : word(line.sees(thing));
  }

  private static String column(Thing thing) {
    return switch (thing) {
      case CARD_NUMBER -> "card number";
      case ORDER -> "order";
      case DELIVERY -> "delivery";
      case NAME -> "name";
      case TOTAL -> "total";
      case PURCHASE -> "purchase";
      case SECRETS -> "secrets";
    };
  }

  private static String words(Part part) {
    return switch (part) {
      case LOGS -> "logs";
      case FILES -> "files on disk";
      default -> part.name().toLowerCase(Locale.ROOT);
    };
  }

  private static String word(Sight sight) {
    return switch (sight) {
      case NOT -> "-";
      case CARRIED -> "carries";
      case MASKED -> "masked";
      case RECEIVED -> "opens";
      case SEALED -> "sealed";
      case SHOWN -> "shown";
      case CLEAR -> "reads";
    };
  }

  private void legend() {
    out.println("  -        it is not there");
    out.println("  carries  it is there in an envelope for somebody else, closed");
    out.println("  masked   only the BIN and the last four digits");
    out.println("  opens    in a message sealed to it, as it came");
    out.println("  sealed   in its own records, sealed at rest under its own key");
    out.println("  shown    in evidence that cardholder or merchant brought to a dispute");
    out.println("  reads    in clear");
    out.println();
  }

  private void verdict(Measured measured) {
    for (Measured.Line line : measured.rows()) {
      for (Finding breach : line.breaches()) out.println("BROKEN: " + sentence(line, breach));
    }
    for (String blind : measured.blind()) {
      out.println("BLIND: the meter does not see what must be there: " + blind);
    }
    Measured.Effort effort = measured.effort();
    out.printf(
        Locale.ROOT,
        "Read %,d values in the databases, %,d lines of logs, %,.0f MB of files in %.1f s.%n",
        effort.values(),
        effort.logLines(),
        effort.fileOctets() / 1e6,
        effort.time().toMillis() / 1e3);
    out.println(measured.holds() ? "Every promise holds." : "A promise is broken.");
  }

  /** A breach as a sentence; what was found is never in it. */
  public static String sentence(Measured.Line line, Finding breach) {
    String who = line.title().isEmpty() ? words(line.part()) : line.title();
    return who + ": " + column(breach.thing()) + " " + breach.form().words() + ", "
        + breach.place().words();
  }
}
